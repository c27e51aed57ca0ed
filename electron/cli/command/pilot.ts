import type { Command } from 'commander';
import { readCharter, writeCharter } from '#engine/charter/charter-row.ts';
import { knownTemplate, newPilot } from '#engine/pilot/create.ts';
import { newNextPilot } from '#engine/pilot/create-next.ts';
import { pilotValue } from '#engine/records/pilot-value.ts';
import { writeSample } from '#engine/sample/write-sample.ts';
import { charter as charterSchema } from '#shared/charter/charter.ts';
import { stories } from '#shared/template/sample/story.ts';
import { templates } from '#shared/template/templates.ts';
import { define } from '../define.ts';
import { textTable, UsageError } from '../outcome.ts';
import { progressBar } from '../progress.ts';
import { readChecked } from '../read-json.ts';
import { withPilot, withView } from '../with-pilot.ts';

const templatesCommand = define(
  'templates',
  'List the pain points a pilot can start from.',
  'pilotlight templates',
  async () => {
    const cards = templates.map((template) => template.card);
    const rows = cards.map((card) => [card.id, card.name, card.primaryMetric]);
    return { json: cards, text: textTable(['id', 'name', 'primary metric'], rows) };
  },
);

type SampleOptions = { customers?: string; seed?: string; story?: string; follow?: string };

const sampleCommand = define<SampleOptions>(
  'sample <DIR>',
  'Write the exports of a made-up shop after a finished pilot.',
  'pilotlight sample exports --seed 7 --story win',
  async ([dir], options) => {
    const story = stories.find((name) => name === (options.story ?? 'win'));
    if (story === undefined) throw new UsageError(`--story is one of ${stories.join(', ')}; not "${options.story}".`);
    const written = await writeSample(
      dir ?? '',
      {
        customers: options.customers === undefined ? null : wholeNumber('--customers', options.customers),
        seed: options.seed === undefined ? 1 : wholeNumber('--seed', options.seed),
        story,
        follow: options.follow ?? null,
      },
      progressBar(),
    );
    return { json: written, text: written.files.join('\n') };
  },
)
  .option('--customers <N>', 'how many customers the pilot has')
  .option('--seed <N>', 'another seed, another shop; the same seed, the same shop', '1')
  .option('--story <NAME>', `what happened: ${stories.join(', ')}`, 'win')
  .option('--follow <LISTS>', 'the folder of lists that "assign" wrote: write what happens after them');

const newCommand = define<{ template?: string; from?: string; name?: string }>(
  'new <FILE.pilot>',
  'Make a new pilot from a template, or the one that another pilot’s report proposes next.',
  'pilotlight new carts.pilot --template abandoned-cart --name "Bring back carts"',
  async ([path], options) => {
    if (options.from !== undefined) return await newFrom(options.from, path ?? '');
    if (options.template === undefined)
      throw new UsageError('Say which pain point to start from with --template ID; "pilotlight templates" lists them.');
    const template = knownTemplate(options.template);
    const file = await newPilot(path ?? '', template, options.name ?? '', Date.now());
    try {
      const name = file.read.get<{ value: string }>("SELECT value FROM pilot WHERE key = 'name'")?.value ?? '';
      return { json: { file: path, template: template.card.id, name }, text: `${path}: ${name}` };
    } finally {
      await file.close();
    }
  },
)
  .option('--template <ID>', 'the pain point to start from')
  .option('--from <FILE.pilot>', 'the pilot whose report proposes this one')
  .option('--name <TEXT>', 'what the pilot is called');

const charterCommand = define<{ set?: string }>(
  'charter <FILE.pilot>',
  'Show or change the charter.',
  'pilotlight charter carts.pilot --set charter.json',
  async ([path], options) => {
    if (options.set === undefined) return await withView(path ?? '', (view) => told(readCharter(view.read)));
    const value = readChecked(options.set, charterSchema);
    return await withPilot(path ?? '', async (file) => {
      await file.change('charter', (db) => writeCharter(db, value, Date.now()));
      return told(readCharter(file.read));
    });
  },
).option('--set <CHARTER.json>', 'replace the charter by this file');

export const pilotCommands: readonly Command[] = [templatesCommand, sampleCommand, newCommand, charterCommand];

async function newFrom(old: string, path: string) {
  return await withView(old, async (view) => {
    const file = await newNextPilot(view.read, path, Date.now());
    try {
      const [template, name] = ['template', 'name'].map((key) => pilotValue(file.read, key));
      return { json: { file: path, template, name }, text: `${path}: ${name}` };
    } finally {
      await file.close();
    }
  });
}

function told(value: object) {
  return { json: value, text: JSON.stringify(value, null, 2) };
}

function wholeNumber(option: string, given: string): number {
  const value = Number(given);
  if (!Number.isSafeInteger(value)) throw new UsageError(`${option} takes a whole number; not "${given}".`);
  return value;
}
