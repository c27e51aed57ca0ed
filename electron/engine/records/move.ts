import type { WritableDb } from '#engine/store/db.ts';
import { RECORD_TABLES } from './tables.ts';

/**
 * Moves everything of some customers to others, after a join or its undoing: `[old, new]` pairs. Assignments move
 * where the other customer has none; the pairs that both had one with different arms are given back.
 */
export function moveCustomers(db: WritableDb, pairs: readonly (readonly [number, number])[]): number {
  if (pairs.length === 0) return 0;
  db.run('CREATE TEMP TABLE moved (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)');
  const put = db.prepare('INSERT OR IGNORE INTO moved (old, new) VALUES (?, ?)');
  for (const [old, current] of pairs) put.run([old, current]);
  for (const table of [...RECORD_TABLES, 'identity']) {
    db.run(
      `UPDATE ${table} SET customer = (SELECT new FROM moved WHERE old = customer)
       WHERE customer IN (SELECT old FROM moved)`,
    );
  }
  db.run(
    'UPDATE OR IGNORE assignment SET customer = (SELECT new FROM moved WHERE old = customer) WHERE customer IN (SELECT old FROM moved)',
  );
  const twoArms =
    db.get<{ n: number }>(
      `SELECT count(*) AS n FROM moved JOIN assignment a ON a.customer = old JOIN assignment b ON b.customer = new
       WHERE a.arm <> b.arm`,
    )?.n ?? 0;
  db.run('DELETE FROM customer WHERE id IN (SELECT old FROM moved)');
  db.run('DROP TABLE moved');
  return twoArms;
}
