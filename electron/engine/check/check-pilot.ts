import { planHash } from '#shared/plan/plan-hash.ts';
import { readPlan } from '../plan/plan-row.ts';
import type { PilotView } from '../store/open.ts';

/** One thing that was checked in a pilot file. */
export type Finding = { readonly check: string; readonly ok: boolean; readonly sentence: string };

type SourceSum = {
  id: number;
  file: string;
  rows_read: number;
  kept: number;
  duplicates: number;
  quarantined: number;
  stored: number;
};

/** Whether a pilot file is whole: SQLite's own check, the log beside it, the plan's seal, and every source's row sum. */
export async function checkPilot(view: PilotView): Promise<{ ok: boolean; findings: Finding[] }> {
  const integrity = await view.whenChecked;
  const findings: Finding[] = [
    integrity === 'ok'
      ? { check: 'integrity', ok: true, sentence: 'SQLite finds the file whole.' }
      : {
          check: 'integrity',
          ok: false,
          sentence: 'SQLite finds the file damaged; save what can be saved into a new pilot.',
        },
    schemaFinding(view),
    ...view.notes.map((sentence) => ({ check: 'log', ok: false, sentence })),
    ...(view.notes.length === 0
      ? [{ check: 'log', ok: true, sentence: 'The log belongs to the file, or there is none.' }]
      : []),
  ];
  if (integrity === 'ok') findings.push(sealFinding(view), ...sumFindings(view), ...strayFindings(view));
  return { ok: findings.every((finding) => finding.ok), findings };
}

function schemaFinding(view: PilotView): Finding {
  const version = view.read.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  return { check: 'schema', ok: true, sentence: `The file has schema version ${version}.` };
}

function sealFinding(view: PilotView): Finding {
  const own = view.read.get<{ value: string; sha256: string | null }>('SELECT value, sha256 FROM plan WHERE id = 1');
  const state = readPlan(view.read);
  if (own === undefined || own.sha256 === null) return { check: 'seal', ok: true, sentence: 'The plan is not sealed.' };
  const broken =
    planHash(JSON.parse(own.value)) !== own.sha256 ||
    state.amendments.some((amendment) => planHash(amendment.plan) !== amendment.sha256);
  return broken
    ? {
        check: 'seal',
        ok: false,
        sentence: 'The plan is not the one that was sealed: its hash differs. Somebody changed it by hand.',
      }
    : {
        check: 'seal',
        ok: true,
        sentence: `The plan is the one that was sealed (${state.amendments.length} amendments).`,
      };
}

function sumFindings(view: PilotView): Finding[] {
  const rows = view.read.all<SourceSum>(
    `SELECT id, file, rows_read, kept, duplicates, quarantined,
      (SELECT count(*) FROM quarantine q WHERE q.source = source.id) AS stored FROM source ORDER BY id`,
  );
  return rows.map((row) => {
    const whole = row.rows_read === row.kept + row.duplicates + row.quarantined && row.stored === row.quarantined;
    const sum = `${row.rows_read} rows read = ${row.kept} kept + ${row.duplicates} duplicates + ${row.quarantined} in quarantine`;
    return {
      check: `rows:s${row.id}`,
      ok: whole,
      sentence: whole
        ? `${row.file}: ${sum}.`
        : `${row.file}: the row sum does not hold (${sum}; ${row.stored} stand in quarantine).`,
    };
  });
}

function strayFindings(view: PilotView): Finding[] {
  const stray = ['activity', 'trait', 'feedback', 'arm_named'].filter(
    (table) =>
      (view.read.get<{ n: number }>(
        `SELECT count(*) AS n FROM ${table} WHERE source NOT IN (SELECT id FROM source) OR customer NOT IN (SELECT id FROM customer)`,
      )?.n ?? 0) > 0,
  );
  return stray.length === 0
    ? [{ check: 'records', ok: true, sentence: 'Every record has its source and its customer.' }]
    : [
        {
          check: 'records',
          ok: false,
          sentence: `Some records have lost their source or customer: ${stray.join(', ')}.`,
        },
      ];
}
