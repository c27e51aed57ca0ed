import type { WritableDb } from '#engine/store/db.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import { rejoin } from '../identity/rejoin.ts';
import { passOn } from './pass-on.ts';
import { passingOn } from './passing-on.ts';
import { putBackReplaced } from './replaced.ts';
import { sourceNumber } from './source-id.ts';
import { RECORD_TABLES } from './tables.ts';

/**
 * Takes a source out, whole: its records, its quarantine, the keys only it named and the joins only it knew of. Rows
 * that it had replaced come back; with the last amount the pilot's currency is open again. Rows that another source
 * holds too become that one's. What is left is as if it had never come in.
 */
export async function removeSource(pilot: PilotFile, id: string): Promise<void> {
  const source = sourceNumber(pilot.read, id);
  await pilot.bulk('remove', async (db) => {
    passOn(db, source, passingOn(db, source));
    for (const table of [...RECORD_TABLES, 'quarantine', 'identity_link', 'row_digest']) {
      db.run(`DELETE FROM ${table} WHERE source = ?`, [source]);
    }
    putBackReplaced(db, source);
    db.run('DELETE FROM source WHERE id = ?', [source]);
    pruneIdentities(db);
    if (db.get('SELECT 1 FROM activity WHERE amount IS NOT NULL LIMIT 1') === undefined) {
      db.run("DELETE FROM pilot WHERE key = 'currency'");
    }
  });
}

/**
 * Lets go of keys that no row names any more, and of joins that no row shows. Whoever was given an arm here stays: a
 * pilot counts everyone it drew.
 */
export function pruneIdentities(db: WritableDb): void {
  const named = [
    ...[...RECORD_TABLES, 'assignment'].map((table) => `SELECT identity FROM ${table}`),
    'SELECT a FROM identity_link',
    'SELECT b FROM identity_link',
  ].join(' UNION ');
  db.run(`DELETE FROM identity WHERE id NOT IN (${named})`);
  rejoin(db);
  db.run('DELETE FROM customer WHERE id NOT IN (SELECT customer FROM identity)');
}
