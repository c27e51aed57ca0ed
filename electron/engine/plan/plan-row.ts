import { type Plan, type PlanState, plan } from '#shared/plan/plan.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';

type PlanRow = { value: string; sealed_at: number | null; sha256: string | null };
type AmendmentRow = { at: number; why: string; value: string; sha256: string };

/** The plan in force: the last amendment's, else the plan's own. */
export function readPlan(db: ReadableDb): PlanState {
  const row = db.get<PlanRow>('SELECT value, sealed_at, sha256 FROM plan WHERE id = 1');
  if (row === undefined) throw new Error('the pilot has no plan');
  const amendments = db.all<AmendmentRow>('SELECT at, why, value, sha256 FROM amendment ORDER BY id').map((one) => ({
    at: new Date(one.at).toISOString(),
    why: one.why,
    sha256: one.sha256,
    plan: plan.parse(JSON.parse(one.value)),
  }));
  const last = amendments[amendments.length - 1];
  return {
    plan: last?.plan ?? plan.parse(JSON.parse(row.value)),
    sealed: row.sealed_at === null ? null : new Date(row.sealed_at).toISOString(),
    sha256: last?.sha256 ?? row.sha256,
    amendments,
  };
}

/** Replaces the plan of a pilot that is not sealed. */
export function writePlan(db: WritableDb, value: Plan, now: number): void {
  db.run('INSERT OR REPLACE INTO plan (id, value, changed_at) VALUES (1, ?, ?)', [JSON.stringify(value), now]);
}

export function writeSeal(db: WritableDb, value: Plan, sha256: string, now: number): void {
  const changed = db.run(
    'UPDATE plan SET value = ?, changed_at = ?, sealed_at = ?, sha256 = ? WHERE id = 1 AND sha256 IS NULL',
    [JSON.stringify(value), now, now, sha256],
  );
  if (changed !== 1) throw new Error('a plan is sealed once');
}

export function writeAmendment(db: WritableDb, value: Plan, why: string, sha256: string, now: number): void {
  db.run('INSERT INTO amendment (at, why, value, sha256) VALUES (?, ?, ?, ?)', [
    now,
    why,
    JSON.stringify(value),
    sha256,
  ]);
}
