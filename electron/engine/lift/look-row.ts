import { type LiftResult, liftResult } from '#shared/lift/lift-result.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';

/** One look at the lift, as the log of looks keeps it. */
export type Look = {
  readonly at: string;
  readonly asOf: string;
  readonly verdict: string | null;
  readonly sealed: boolean;
};

type LookRow = { at: number; as_of: number; verdict: string | null; plan_sha256: string | null };

export function countLooks(db: ReadableDb): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM look')?.n ?? 0;
}

export function readLooks(db: ReadableDb): Look[] {
  return db.all<LookRow>('SELECT at, as_of, verdict, plan_sha256 FROM look ORDER BY id').map((row) => ({
    at: new Date(row.at).toISOString(),
    asOf: new Date(row.as_of).toISOString(),
    verdict: row.verdict,
    sealed: row.plan_sha256 !== null,
  }));
}

/** What the last look saw, or null before the first. */
export function readLastLook(db: ReadableDb): { at: string; result: LiftResult } | null {
  const row = db.get<{ at: number; result: string }>('SELECT at, result FROM look ORDER BY id DESC LIMIT 1');
  return row === undefined
    ? null
    : { at: new Date(row.at).toISOString(), result: liftResult.parse(JSON.parse(row.result)) };
}

/** What a look saw, by its number from 1; null where there was no such look. */
export function readLookNumber(db: ReadableDb, n: number): LiftResult | null {
  const row =
    n < 1 ? undefined : db.get<{ result: string }>('SELECT result FROM look ORDER BY id LIMIT 1 OFFSET ?', [n - 1]);
  return row === undefined ? null : liftResult.parse(JSON.parse(row.result));
}

/** What a look saw of the data a fingerprint names, as of a moment; null where no such look was logged. */
export function readLookOf(db: ReadableDb, fingerprint: string, asOf: number): LiftResult | null {
  const row = db.get<{ result: string }>(
    'SELECT result FROM look WHERE fingerprint = ? AND as_of = ? ORDER BY id DESC LIMIT 1',
    [fingerprint, asOf],
  );
  return row === undefined ? null : liftResult.parse(JSON.parse(row.result));
}

export function writeLook(db: WritableDb, result: LiftResult, now: number): void {
  db.run('INSERT INTO look (at, as_of, plan_sha256, verdict, fingerprint, result) VALUES (?, ?, ?, ?, ?, ?)', [
    now,
    Date.parse(result.asOf),
    result.plan.sha256,
    result.verdict,
    result.fingerprint,
    JSON.stringify(result),
  ]);
}
