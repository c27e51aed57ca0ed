import type { ReadableDb, WritableDb } from '#engine/store/db.ts';
import { insertRows } from '#engine/store/insert-rows.ts';
import { RECORD_TABLES } from '../records/tables.ts';
import { type Joined, joinKeys } from './join-keys.ts';
import { readMatching } from './matching-value.ts';

/** Rows that point to a person through one of its keys. */
const PERSONAL = [...RECORD_TABLES, 'assignment'] as const;

/**
 * Works out anew from keys, rows and cuts who is one person, and lets records, arms and customers follow. Every record
 * and every assignment hangs on a key, so none is lost whatever is joined or parted.
 */
export function rejoin(db: WritableDb): Joined {
  const joined = joinKeys(db, readMatching(db));
  moveKeys(db, joined);
  db.run('DELETE FROM identity_shared');
  for (const [identity, people] of joined.shared) {
    db.run('INSERT INTO identity_shared (identity, people) VALUES (?, ?)', [identity, people]);
  }
  return joined;
}

/**
 * After an import: the joins that its rows made are right already where matching is as usual; they are worked out
 * anew where that is not enough. Null when nothing had to be.
 */
export function rejoinAfterImport(db: WritableDb, source: number): Joined | null {
  const linked = db.get('SELECT 1 FROM identity_link WHERE source = ? AND a <> b LIMIT 1', [source]) !== undefined;
  if (!linked && joinsByRowsAlone(db)) return null;
  const joined = rejoin(db);
  followKeys(db, source);
  return joined;
}

/** True where two keys named in one row are always one person. */
function joinsByRowsAlone(db: ReadableDb): boolean {
  const { mode, ignorePlusTag, providerRules, country } = readMatching(db);
  if (mode === 'strict' || ignorePlusTag || providerRules || country !== null) return false;
  const asked = 'SELECT 1 FROM identity_cut UNION ALL SELECT 1 FROM identity_shared LIMIT 1';
  return db.get(asked) === undefined;
}

function moveKeys(db: WritableDb, { customerOf, before }: Joined): void {
  db.run('CREATE TEMP TABLE moved (identity INTEGER PRIMARY KEY, before INTEGER NOT NULL, customer INTEGER NOT NULL)');
  const moved = insertRows(db, 'INSERT INTO moved (identity, before, customer)', 3);
  for (let id = 1; id < customerOf.length; id++) {
    if (customerOf[id] !== before[id]) moved.add([id, before[id]!, customerOf[id]!]);
  }
  if (moved.flush() > 0) {
    for (const table of PERSONAL) {
      db.run(
        `UPDATE ${table} SET customer = (SELECT m.customer FROM moved m WHERE m.identity = ${table}.identity)
         WHERE customer IN (SELECT before FROM moved) AND identity IN (SELECT identity FROM moved)`,
      );
    }
    db.run(
      `UPDATE identity SET customer = (SELECT m.customer FROM moved m WHERE m.identity = identity.id)
       WHERE id IN (SELECT identity FROM moved)`,
    );
    db.run('INSERT OR IGNORE INTO customer (id) SELECT customer FROM moved');
    db.run(
      `DELETE FROM customer WHERE id IN (SELECT before FROM moved)
         AND NOT EXISTS (SELECT 1 FROM identity i WHERE i.customer = customer.id)`,
    );
  }
  db.run('DROP TABLE moved');
}

/** While rows come in, the joins are those of the rows; what was decided otherwise holds from here on. */
function followKeys(db: WritableDb, source: number): void {
  for (const table of RECORD_TABLES) {
    db.run(
      `UPDATE ${table} SET customer = (SELECT i.customer FROM identity i WHERE i.id = ${table}.identity)
       WHERE source = ? AND customer <> (SELECT i.customer FROM identity i WHERE i.id = ${table}.identity)`,
      [source],
    );
  }
}
