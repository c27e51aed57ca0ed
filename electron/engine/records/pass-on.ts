import type { WritableDb } from '#engine/store/db.ts';
import { insertRows } from '#engine/store/insert-rows.ts';
import type { PassingOn } from './passing-on.ts';
import { passDigestsOn } from './row-digests.ts';
import { RECORD_TABLES } from './tables.ts';

/**
 * Makes the rows of a source that others hold too rows of those: records, joins, names of keys, versions laid aside,
 * digests and sums. What is left under the source may go.
 */
export function passOn(db: WritableDb, source: number, { heirs, others, stillReplaced }: PassingOn): void {
  db.run('CREATE TEMP TABLE heir (at INTEGER PRIMARY KEY, source INTEGER NOT NULL, line INTEGER NOT NULL)');
  const put = insertRows(db, 'INSERT INTO heir (at, source, line)', 3);
  for (const [at, { source: id, line }] of heirs) put.add([at, id, line]);
  if (put.flush() > 0) {
    passRecordsOn(db, source);
    passDigestsOn(db, source, heirs);
    passCountsOn(db, others);
  }
  db.run('DROP TABLE heir');
  keepReplaced(db, source, stillReplaced);
}

function passRecordsOn(db: WritableDb, source: number): void {
  for (const table of [...RECORD_TABLES, 'replaced', 'identity']) {
    db.run(
      `UPDATE ${table} SET source = heir.source, line = heir.line FROM heir
       WHERE ${table}.source = ? AND heir.at = ${table}.line`,
      [source],
    );
  }
  // A source's own older versions do not come back.
  db.run('DELETE FROM replaced WHERE source = by_source');
  // A key that stands for a row is named by where that row stands.
  db.run(
    `UPDATE identity SET value = 's' || source || ' line ' || line
     WHERE kind = 'row' AND source <> ?1 AND value LIKE 's' || ?1 || ' line %'`,
    [source],
  );
  db.run(
    `INSERT OR IGNORE INTO identity_link (a, b, source, line)
     SELECT l.a, l.b, heir.source, heir.line FROM identity_link l JOIN heir ON heir.at = l.line WHERE l.source = ?`,
    [source],
  );
}

/** Duplicates that became the row itself are kept now; the others are the same as the heir. */
function passCountsOn(db: WritableDb, others: PassingOn['others']): void {
  for (const { id, kept, left } of others) {
    db.run('UPDATE source SET kept = kept + ?1, duplicates = duplicates - ?1, duplicate_rows = ?2 WHERE id = ?3', [
      kept,
      left.bytes(),
      id,
    ]);
  }
}

function keepReplaced(db: WritableDb, source: number, rows: PassingOn['stillReplaced']): void {
  if (rows.length === 0) return;
  db.run(
    'CREATE TEMP TABLE newer (source INTEGER NOT NULL, line INTEGER NOT NULL, by INTEGER NOT NULL, PRIMARY KEY (source, line)) WITHOUT ROWID',
  );
  const put = insertRows(db, 'INSERT INTO newer (source, line, by)', 3);
  for (const { source: id, line, by } of rows) put.add([id, line, by]);
  put.flush();
  db.run(
    `UPDATE replaced SET by_source = newer.by FROM newer
     WHERE by_source = ? AND newer.source = replaced.source AND newer.line = replaced.line`,
    [source],
  );
  db.run('DROP TABLE newer');
}
