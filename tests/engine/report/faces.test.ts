import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareLooks } from '#engine/compare/compare-pilots.ts';
import { lookAtLift } from '#engine/lift/look.ts';
import { knownTemplate, newPilot } from '#engine/pilot/create.ts';
import { importSampleFiles } from '#engine/pilot/import-sample.ts';
import { sealPlan } from '#engine/plan/plan-work.ts';
import { readPortfolio } from '#engine/portfolio/read-portfolio.ts';
import { bytesOf, modelOf } from '#engine/report/report-file.ts';
import { writeSample } from '#engine/sample/write-sample.ts';
import { formatter } from '#shared/format/formatter.ts';
import { comparisonHtml } from '#shared/report/compare/comparison-html.ts';
import type { ReportModel } from '#shared/report/model.ts';
import { portfolioCsv } from '#shared/report/portfolio/portfolio-csv.ts';
import { portfolioHtml } from '#shared/report/portfolio/portfolio-html.ts';
import { reportModel } from '#shared/report/report-model.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { contactsIn } from '../../fixtures/report/contacts.ts';
import { textOf, unzipped } from '../../fixtures/report/unzipped.ts';
import { hostile, stories } from '../../unit/report/stories.ts';

const FACES = ['html', 'json', 'xlsx', 'pptx'] as const;
type Face = (typeof FACES)[number];

/** All that can be read in a face, whatever it is packed in. */
async function readable(model: ReportModel, face: Face): Promise<string> {
  const bytes = await bytesOf(model, face);
  if (face === 'json') return bytes.toString('utf8');
  if (face === 'html') return textOf(bytes.toString('utf8').replace(/<style>[\s\S]*?<\/style>/, ''));
  return [...(await unzipped(bytes)).values()].map(textOf).join('\n');
}

function figuresOf(model: ReportModel) {
  const tables = model.sections.flatMap((section) =>
    section.blocks.flatMap((block) => (block.kind === 'table' ? [{ id: section.id, table: block.table }] : [])),
  );
  return tables.flatMap(({ id, table }) =>
    table.rows.flat().flatMap((cell) => (cell.kind === 'figure' && cell.value !== null ? [{ id, ...cell }] : [])),
  );
}

describe.each(Object.keys(stories) as (keyof typeof stories)[])('the faces of the story “%s”', (name) => {
  const model = reportModel(stories[name]);

  it.each(FACES)('tell the same answer and cards: %s', async (face) => {
    const text = await readable(model, face);
    expect(text).toContain(model.pageOne.answer);
    for (const card of model.pageOne.cards) expect(text).toContain(card.big);
    expect(text).toContain(model.pageOne.caveat.text);
    expect(text).toContain(model.pageOne.ask.text);
  });

  it('hold every figure: as a number in the workbook, as written on the slides', async () => {
    const workbook = await readXlsx(await bytesOf(model, 'xlsx'));
    const numbers = new Set(
      workbook.sheets.flatMap((sheet) => sheet.rows.flat()).filter((one) => typeof one === 'number'),
    );
    const slides = await readable(model, 'pptx');
    for (const { id, value, text } of figuresOf(model)) {
      expect(numbers).toContain(value);
      if (['results', 'business', 'checks'].includes(id)) expect(slides).toContain(text);
    }
  });
});

describe('imported text', () => {
  const attacks = [
    '=HYPERLINK("http://evil.example","x")',
    '@SUM(1+1)',
    "+1+cmd|' /C calc'!A0",
    '-2+3+cmd|x!A0',
    '\u0000\u202e<b>&"',
  ];

  it.each(attacks)('is no formula and no markup in workbook and slides: %j', async (attack) => {
    const model = reportModel(hostile(attack));
    const workbook = await unzipped(await bytesOf(model, 'xlsx'));
    for (const [name, xml] of workbook) {
      expect(xml, name).not.toMatch(/<f[ >]/);
      for (const mark of ['\u0000', '\u202e']) expect(xml.includes(mark), name).toBe(false);
    }
    const { sheets } = await readXlsx(await bytesOf(model, 'xlsx'));
    for (const cell of sheets.flatMap((sheet) => sheet.rows.flat())) {
      if (typeof cell === 'string') expect(cell).not.toMatch(/^[=@]|^[+-].*[|!]/);
    }
    for (const [name, xml] of await unzipped(await bytesOf(model, 'pptx'))) {
      if (!name.startsWith('ppt/slides/slide')) continue;
      for (const mark of ['\u0000', '\u202e', '<b>']) expect(xml.includes(mark), name).toBe(false);
    }
  });
});

const say = { text: catalogueOf('en'), format: formatter({ locale: 'en-GB', timeZone: 'UTC', currency: null }) };

describe('a report of the sample shop', () => {
  let folder: string;
  let model: ReportModel;
  let contacts: ReadonlySet<string>;
  let compared: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pilotlight-faces-'));
    const options = { customers: 600, seed: 5, story: 'win', follow: null } as const;
    const sample = await writeSample(join(folder, 'exports'), options, () => undefined);
    const pilot = await newPilot(join(folder, 'a.pilot'), knownTemplate('abandoned-cart'), 'Carts', Date.now());
    await importSampleFiles(pilot, sample.files, { progress: () => undefined, signal: new AbortController().signal });
    await sealPlan(pilot, Date.now());
    await lookAtLift(pilot, Date.parse('2026-10-20'), Date.now());
    await lookAtLift(pilot, Date.parse('2026-10-21'), Date.now());
    model = modelOf(pilot.read, Date.now());
    compared = comparisonHtml(compareLooks(pilot.read, null), new Date().toISOString(), say);
    await pilot.close();
    contacts = new Set(sample.files.filter((file) => file.endsWith('.csv')).flatMap(contactsIn));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('brings nobody into the list of a folder’s pilots or into a comparison either', async () => {
    const rows = await readPortfolio(folder, () => undefined, new AbortController().signal);
    expect(rows).toMatchObject([{ kind: 'pilot', name: 'Carts', look: { looks: 2 } }]);
    const outputs = [
      JSON.stringify(rows),
      portfolioCsv(rows),
      textOf(portfolioHtml(rows, 'pilots', new Date().toISOString(), say)),
      textOf(compared),
    ];
    for (const text of outputs) expect([...contacts].filter((contact) => text.includes(contact))).toEqual([]);
  });

  it.each(FACES)('holds no e-mail address, name or phone number of anybody in the data: %s', async (face) => {
    expect(contacts.size).toBeGreaterThan(1000);
    const text = await readable(model, face);
    expect([...contacts].filter((contact) => text.includes(contact))).toEqual([]);
  });
});
