import type { WritableDb } from '#engine/store/db.ts';
import { RECORD_TABLES } from './tables.ts';

/** Moves everything of some customers to others that a row showed to be the same person: `[old, new]` pairs. */
export function moveCustomers(db: WritableDb, pairs: readonly (readonly [number, number])[]): void {
  if (pairs.length === 0) return;
  db.run('CREATE TEMP TABLE moved (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)');
  const put = db.prepare('INSERT OR IGNORE INTO moved (old, new) VALUES (?, ?)');
  for (const [old, current] of pairs) put.run([old, current]);
  for (const table of [...RECORD_TABLES, 'identity', 'assignment']) {
    db.run(
      `UPDATE ${table} SET customer = (SELECT new FROM moved WHERE old = customer)
       WHERE customer IN (SELECT old FROM moved)`,
    );
  }
  db.run('DELETE FROM customer WHERE id IN (SELECT old FROM moved)');
  db.run('DROP TABLE moved');
}
