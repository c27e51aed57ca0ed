import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { PilotSummary, Step } from '#shared/api/summary.ts';
import { assignedCounts } from '../assign/assign.ts';
import { countLooks, readLastLook } from '../lift/look-row.ts';
import { readPlan } from '../plan/plan-row.ts';
import type { ReadableDb } from '../store/db.ts';

/** How the pilot is open, which only whoever opened it knows. */
export type Opening = {
  readonly path: string;
  readonly mode: 'writer' | 'reader';
  readonly readOnlyBecause: string | null;
  readonly integrity: 'checking' | 'ok' | 'damaged';
};

const ORDER: readonly Step[] = ['charter', 'data', 'plan', 'run', 'lift', 'report'];

/** What the shell shows of an open pilot: the journey with its notes, and what to do next. */
export function summarisePilot(db: ReadableDb, opening: Opening): PilotSummary {
  const value = (key: string) => db.get<{ value: string }>('SELECT value FROM pilot WHERE key = ?', [key])?.value ?? '';
  const facts = journeyFacts(db);
  const reached = ORDER.find((step) => !facts.done[step]) ?? 'report';
  const file = statSync(opening.path, { throwIfNoEntry: false });
  const look = readLastLook(db);
  return {
    id: value('id'),
    name: value('name'),
    file: basename(opening.path),
    template: value('template'),
    bytes: file?.size ?? 0,
    savedAt: (file?.mtime ?? new Date(0)).toISOString(),
    mode: opening.mode,
    readOnlyBecause: opening.readOnlyBecause,
    integrity: opening.integrity,
    steps: ORDER.map((step) => ({
      step,
      state: facts.done[step] ? 'done' : step === reached ? 'current' : 'todo',
      note: facts.note[step],
    })),
    reached,
    nextAction: nextAction(reached, facts),
    lastLook: look === null ? null : { at: look.at, headline: look.result.headline, verdict: look.result.verdict },
  };
}

type Facts = {
  readonly done: Record<Step, boolean>;
  readonly note: Record<Step, string>;
  readonly imported: boolean;
  readonly decideBy: string;
};

function journeyFacts(db: ReadableDb): Facts {
  const count = (sql: string) => db.get<{ n: number }>(sql)?.n ?? 0;
  const sources = count('SELECT count(*) AS n FROM source');
  const { plan, sha256 } = readPlan(db);
  const imported = plan.allocation.method === 'imported';
  const assigned = imported
    ? count('SELECT count(DISTINCT customer) AS n FROM arm_named')
    : Object.values(assignedCounts(db, plan)).reduce((sum, n) => sum + n, 0);
  const looks = countLooks(db);
  const reports = count("SELECT count(*) AS n FROM pilot WHERE key = 'reported_at'");
  const charterEdited = db.get<{ n: number }>(
    "SELECT changed_at > CAST((SELECT value FROM pilot WHERE key = 'created_at') AS INTEGER) AS n FROM charter",
  )?.n;
  return {
    done: {
      charter: charterEdited === 1 || sources > 0,
      data: sources > 0,
      plan: sha256 !== null,
      run: assigned > 0,
      lift: looks > 0,
      report: reports > 0,
    },
    note: {
      charter: '',
      data: sources === 0 ? '' : `${sources} ${sources === 1 ? 'source' : 'sources'}`,
      plan: sha256 === null ? '' : 'sealed',
      run: assigned === 0 ? '' : `${assigned.toLocaleString('en-GB')} ${imported ? 'imported' : 'assigned'}`,
      lift: looks === 0 ? '' : `look ${looks}`,
      report: '',
    },
    imported,
    decideBy: plan.decision.decideBy,
  };
}

function nextAction(reached: Step, facts: Facts): string {
  switch (reached) {
    case 'charter':
      return 'Fill in the charter: the pain, the promise, and what would convince the sponsor';
    case 'data':
      return 'Bring the exports in';
    case 'plan':
      return 'Seal the plan';
    case 'run':
      return facts.imported
        ? 'Import the export that names the arms'
        : 'Assign customers and hand out the contact lists';
    case 'lift':
      return `Look at the lift; the plan decides on ${facts.decideBy}`;
    case 'report':
      return facts.done.report ? 'Hand the report to the sponsor' : 'Write the report';
  }
}
