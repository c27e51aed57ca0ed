import type { WritableDb } from '#engine/store/db.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import { UnionFind } from '#shared/identity/union-find.ts';
import { moveCustomers } from './move.ts';
import { putBackReplaced } from './replaced.ts';
import { sourceNumber } from './source-id.ts';
import { RECORD_TABLES } from './tables.ts';

/**
 * Takes a source out, whole: its records, its quarantine, the keys only it named and the joins only it knew of. Rows
 * that it had replaced come back; with the last amount the pilot's currency is open again. What is left is as if it
 * had never come in, rows apart that other sources had held
 * too and that were counted there as duplicates.
 */
export async function removeSource(pilot: PilotFile, id: string): Promise<void> {
  const source = sourceNumber(pilot.read, id);
  await pilot.bulk('remove', async (db) => {
    for (const table of [...RECORD_TABLES, 'quarantine', 'identity_link']) {
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

/** Lets go of keys that no row names any more, and of joins that no row shows. */
export function pruneIdentities(db: WritableDb): void {
  const named = [
    ...RECORD_TABLES.map((table) => `SELECT identity FROM ${table}`),
    'SELECT a FROM identity_link',
    'SELECT b FROM identity_link',
  ].join(' UNION ');
  const gone = db.run(`DELETE FROM identity WHERE id NOT IN (${named})`);
  rejoin(db);
  if (gone > 0) {
    db.run('DELETE FROM assignment WHERE customer NOT IN (SELECT customer FROM identity)');
    db.run('DELETE FROM customer WHERE id NOT IN (SELECT customer FROM identity)');
  }
}

/** Works out anew, from the links that are left, who is one person. */
function rejoin(db: WritableDb): void {
  const last = db.get<{ last: number }>('SELECT coalesce(max(id), 0) AS last FROM identity')?.last ?? 0;
  const sets = new UnionFind(last);
  for (const [a, b] of db.iterate('SELECT a, b FROM identity_link WHERE a <> b')) sets.join(a as number, b as number);
  const changed: [identity: number, before: number, now: number][] = [];
  for (const [identity, customer] of db.iterate('SELECT id, customer FROM identity')) {
    const now = sets.find(identity as number);
    if (now !== customer) changed.push([identity as number, customer as number, now]);
  }
  if (changed.length === 0) return;
  db.run('CREATE TEMP TABLE parted (identity INTEGER PRIMARY KEY, customer INTEGER NOT NULL)');
  const put = db.prepare('INSERT INTO parted (identity, customer) VALUES (?, ?)');
  for (const [identity, , now] of changed) put.run([identity, now]);
  for (const table of RECORD_TABLES) {
    db.run(
      `UPDATE ${table} SET customer = (SELECT p.customer FROM parted p WHERE p.identity = ${table}.identity)
       WHERE identity IN (SELECT identity FROM parted)`,
    );
  }
  db.run(
    `UPDATE identity SET customer = (SELECT p.customer FROM parted p WHERE p.identity = identity.id)
     WHERE id IN (SELECT identity FROM parted)`,
  );
  db.run('INSERT OR IGNORE INTO customer (id) SELECT customer FROM parted');
  db.run('DROP TABLE parted');
  followAssignments(db, changed);
}

/** An assignment stays with the person under whose smallest number it was made, wherever that number is now. */
function followAssignments(db: WritableDb, changed: readonly (readonly [number, number, number])[]): void {
  const abandoned = new Map<number, number>();
  for (const [, before, now] of changed) {
    const left = db.get('SELECT 1 FROM identity WHERE customer = ? LIMIT 1', [before]) !== undefined;
    const target = abandoned.get(before);
    if (!left && (target === undefined || now < target)) abandoned.set(before, now);
  }
  moveCustomers(db, [...abandoned]);
}
