import { RECORD_TABLES } from '#engine/records/tables.ts';
import type { WritableDb } from '#engine/store/db.ts';
import type { KeptRow } from './row-ledger.ts';

/** Takes out the records of rows that a newer version of the same row took the place of. */
export function removeReplaced(db: WritableDb, rows: readonly KeptRow[], _by: number): void {
  if (rows.length === 0) return;
  db.run(
    'CREATE TEMP TABLE gone (source INTEGER NOT NULL, line INTEGER NOT NULL, PRIMARY KEY (source, line)) WITHOUT ROWID',
  );
  const put = db.prepare('INSERT OR IGNORE INTO gone (source, line) VALUES (?, ?)');
  for (const { source, line } of rows) put.run([source, line]);
  for (const table of RECORD_TABLES) {
    db.run(`DELETE FROM ${table} WHERE (source, line) IN (SELECT source, line FROM gone)`);
  }
  db.run('DROP TABLE gone');
}
