import type { Command } from 'commander';
import { assign } from '#engine/assign/assign.ts';
import { writeLists } from '#engine/contact/lists.ts';
import { readBoard } from '#engine/lift/board.ts';
import { pilotRecords } from '#engine/lift/pilot-records.ts';
import { readPlan } from '#engine/plan/plan-row.ts';
import { amendPlan, sealPlan, setPlan } from '#engine/plan/plan-work.ts';
import { powerOf } from '#engine/plan/power.ts';
import { pilotValue } from '#engine/records/pilot-value.ts';
import { rehearse } from '#engine/rehearse/rehearse.ts';
import { rehearsedReport } from '#engine/rehearse/rehearsed-report.ts';
import { bytesOf } from '#engine/report/report-file.ts';
import type { ReadableDb } from '#engine/store/db.ts';
import { writeHandedOut } from '#engine/store/written-file.ts';
import { PilotError } from '#shared/api/error.ts';
import type { PlanState } from '#shared/plan/plan.ts';
import type { KnownPower } from '#shared/plan/power-result.ts';
import { define } from '../define.ts';
import { type Outcome, textTable, UsageError } from '../outcome.ts';
import { progressBar } from '../progress.ts';
import { readJson } from '../read-json.ts';
import { withPilot, withView } from '../with-pilot.ts';
import { metricSqlOf, recipeOf } from './plan-sql.ts';

type PlanOptions = {
  set?: string;
  seal?: boolean;
  amend?: string;
  why?: string;
  sql?: boolean;
  recipe?: string;
  raw?: boolean;
  asOf?: string;
};

const planCommand = define<PlanOptions>(
  'plan <FILE.pilot>',
  'Show, replace, seal or amend the plan.',
  'pilotlight plan carts.pilot --set plan.json --seal',
  async ([path], options) => {
    if (options.amend !== undefined && options.why === undefined)
      throw new UsageError('An amendment needs its reason: --why TEXT.');
    if (options.amend !== undefined && (options.set !== undefined || options.seal))
      throw new UsageError('--amend goes without --set and --seal.');
    const changes = options.set !== undefined || options.amend !== undefined || options.seal === true;
    if ((options.sql || options.recipe !== undefined) && changes)
      throw new UsageError('--sql and --recipe only show; they go without --set, --seal and --amend.');
    if (options.sql) return await withView(path ?? '', (view) => metricSqlOf(view.read));
    if (options.recipe !== undefined) {
      const asked = { of: options.recipe, raw: options.raw === true, asOf: options.asOf };
      return await withView(path ?? '', (view) => recipeOf(view.read, asked));
    }
    const value = options.set ?? options.amend;
    const given = value === undefined ? null : readJson(value);
    if (given === null && !options.seal) return await withView(path ?? '', (view) => told(readPlan(view.read)));
    return await withPilot(path ?? '', async (file) => {
      if (options.amend !== undefined) {
        const amending = () => amendPlan(file, given, options.why ?? '', Date.now());
        return changed(await naming(options.amend, amending));
      }
      if (given !== null) await naming(options.set ?? '', () => setPlan(file, given, Date.now()));
      if (options.seal) {
        for (const sentence of blindSpots(file.read)) process.stderr.write(`${sentence}\n`);
        await sealPlan(file, Date.now());
      }
      return changed(readPlan(file.read));
    });
  },
)
  .option('--set <PLAN.json>', 'replace the plan by this file, before it is sealed')
  .option('--sql', 'show how each metric is counted, as SQL over the pilot file')
  .option('--recipe <METRIC[:TREATMENT]>', 'print the SQL whose answer on the pilot file is what calc reads')
  .option('--raw', 'with --recipe: without the adjustment of the plan')
  .option('--as-of <DATE>', 'with --recipe: as it stood at this date (00:00 UTC) or moment; now when left out')
  .option('--seal', 'freeze the plan: its hash is stored, shown and printed in the report')
  .option('--amend <PLAN.json>', 'change the plan after it was sealed; dated, and listed in the report')
  .option('--why <TEXT>', 'the reason of an amendment');

const assignCommand = define<{ out?: string }>(
  'assign <FILE.pilot>',
  'Assign eligible customers who have no arm yet, and write the contact lists.',
  'pilotlight assign carts.pilot --out lists',
  async ([path], options) =>
    await withPilot(path ?? '', async (file) => {
      const summary = await assign(file, Date.now());
      const lists = options.out === undefined ? [] : await writeLists(file, options.out, Date.now());
      const heldOut = summary.heldOut === 0 ? [] : [['held out of everything', summary.heldOut]];
      const rows = [...Object.entries(summary.assigned).map(([arm, n]) => [arm, n]), ...heldOut];
      const said = lists.map((list) => `${list.file} (${list.customers}): ${list.purpose}`);
      return { json: { ...summary, lists }, text: [textTable(['arm', 'customers'], rows), ...said].join('\n') };
    }),
).option('--out <DIR>', 'write one list an arm into this folder');

const powerCommand = define(
  'power <FILE.pilot>',
  "How many customers and weeks the plan needs, from the pilot's own history. This is no look.",
  'pilotlight power carts.pilot --json',
  async ([path]) =>
    await withView(path ?? '', ({ read }) => {
      const found = powerOf(readPlan(read).plan, pilotRecords(read), pilotValue(read, 'currency'), Date.now());
      if (found.kind === 'unknown') throw new PilotError('no-history', found.sentence);
      const { kind: _, ...json } = found;
      return { json, text: powerText(found) };
    }),
);

const rehearseCommand = define<{ lift?: string; runs?: string; report?: string; outcome?: string }>(
  'rehearse <FILE.pilot>',
  "Play the plan on the pilot's own history: false alarms without a lift, and how often a planted one is seen.",
  'pilotlight rehearse carts.pilot --lift 0.1 --runs 1000',
  async ([path], options) => {
    const lift = options.lift === undefined ? null : Number(options.lift);
    if (lift !== null && !(Number.isFinite(lift) && lift > -1)) {
      throw new UsageError(`--lift takes a relative lift above -1, such as 0.1 for 10 %; not "${options.lift}".`);
    }
    const runs = Number(options.runs ?? 1000);
    if (!(Number.isInteger(runs) && runs >= 10 && runs <= 10_000)) {
      throw new UsageError(`--runs takes a whole number from 10 to 10000; not "${options.runs}".`);
    }
    const { outcome = 'works', report } = options;
    if (outcome !== 'works' && outcome !== 'nothing') {
      throw new UsageError(`--outcome is works or nothing; not "${outcome}".`);
    }
    if (report !== undefined && !report.toLowerCase().endsWith('.html')) {
      throw new UsageError(`--report writes a page, so its name ends in .html; not "${report}".`);
    }
    return await withView(path ?? '', async ({ read }) => {
      if (report !== undefined) return await rehearsedPage(read, outcome, report);
      const asked = { plan: readPlan(read).plan, lift, runs, currency: pilotValue(read, 'currency') };
      const run = { progress: progressBar(), signal: new AbortController().signal };
      const found = await rehearse(asked, pilotRecords(read), Date.now(), run);
      if (found.kind === 'unknown') throw new PilotError('no-history', found.sentence);
      const { kind: _, ...json } = found;
      return { json, text: [...Object.values(found.sentences), ...found.notes].join('\n') };
    });
  },
)
  .option('--lift <X>', "relative lift to plant, 0.1 is 10 %; the plan's own threshold when left out")
  .option('--runs <N>', 'how many rehearsals, 1000 when left out')
  .option('--report <FILE.html>', 'instead, write the report as it would look after the pilot, stamped as made up')
  .option('--outcome <works|nothing>', 'what the made-up outcome is, works when left out');

const boardCommand = define(
  'board <FILE.pilot>',
  'How the pilot stands while it runs: days left, outcomes known, and what drifts. This is no look.',
  'pilotlight board carts.pilot',
  async ([path]) =>
    await withView(path ?? '', async ({ read }) => {
      const found = readBoard(read, Date.now());
      const planned = found.expectedN === null ? '' : ` of ${found.expectedN} planned`;
      const lines = [
        `${found.daysLeft} days until the decision on ${found.decideBy}; ${found.known} outcomes known${planned}.`,
        found.sentence,
        ...found.signs.map(({ title, severity, sentence }) => `${severity}: ${title}: ${sentence}`),
      ];
      return { json: found, text: lines.join('\n') };
    }),
);

export const planCommands: readonly Command[] = [
  planCommand,
  powerCommand,
  rehearseCommand,
  assignCommand,
  boardCommand,
];

async function rehearsedPage(db: ReadableDb, outcome: 'works' | 'nothing', path: string): Promise<Outcome> {
  const run = { progress: progressBar(), signal: new AbortController().signal };
  const { model, lift } = await rehearsedReport(db, readPlan(db).plan, outcome, Date.now(), run);
  await writeHandedOut(path, await bytesOf(model, 'html'));
  return { json: { file: path, outcome, lift, verdict: model.verdict }, text: `${path}: ${model.title}` };
}

function powerText(found: KnownPower): string {
  const needed = Object.entries(found.needed?.byArm ?? {}).map(([arm, n]) => [arm, n]);
  const percent = (share: number | null) => (share === null ? '–' : `${(100 * share).toFixed(1)} %`);
  const weeks = found.mde.map((point) => [point.week, point.n, percent(point.relative)]);
  return [
    found.sentence,
    ...found.notes,
    ...found.guardrails.map(({ sentence }) => sentence),
    `${found.source}; mean ${+found.baseline.toPrecision(4)}, ${Math.round(found.arrivalsPerWeek)} customers a week.`,
    ...(needed.length === 0 ? [] : ['', textTable(['arm', 'needed'], needed)]),
    '',
    textTable(['week', 'customers', 'smallest lift seen'], weeks),
  ].join('\n');
}

/** What is wrong in a plan somebody wrote is told with the file it stands in. */
async function naming<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PilotError) || error.code !== 'wrong-plan') throw error;
    throw new PilotError(error.code, `${path}: ${error.sentence}`, error.cause);
  }
}

/** What the plan's pilot cannot see, said before it is sealed. */
function blindSpots(db: ReadableDb): string[] {
  const found = powerOf(readPlan(db).plan, pilotRecords(db), pilotValue(db, 'currency'), Date.now());
  if (found.kind === 'unknown') return [];
  const blind = found.guardrails.flatMap(({ sees, sentence }) => (sees ? [] : [sentence]));
  return found.sees ? blind : [found.sentence, ...blind];
}

function told(state: PlanState): Outcome {
  return { json: asJson(state), text: `${JSON.stringify(state.plan, null, 2)}\n${sealLine(state)}` };
}

/** After a change the plan itself is known to whoever wrote it: the seal is the news. */
function changed(state: PlanState): Outcome {
  return { json: asJson(state), text: sealLine(state) };
}

function asJson(state: PlanState) {
  return { ...state, sealed: state.sha256 !== null, sealedAt: state.sealed };
}

function sealLine({ sealed, sha256, amendments }: PlanState): string {
  if (sha256 === null) return 'The plan is not sealed yet.';
  const amended = amendments.length === 0 ? '' : `, amended ${amendments.length} times since`;
  return `The plan is sealed since ${sealed}${amended}. SHA-256 ${sha256}`;
}
