import type { WritableDb } from '#engine/store/db.ts';
import { RECORD_TABLES } from './tables.ts';

/** Where a kept row stands. */
export type KeptAt = { readonly source: number; readonly line: number };

/** What a record table's row is made of, in the order in which it is laid aside. */
const COLUMNS = {
  activity: 'kind, at, at_day, amount, currency, reference, properties',
  trait: 'key, value',
  feedback: 'kind, at, at_day, channel, question, score, scale_low, scale_high, verbatim, properties',
  arm_named: 'arm, at, at_day',
} as const;

/**
 * Takes out the records of rows that a newer version, from source `by`, took the place of. Those of other sources are
 * laid aside, to come back when `by` is removed; those of `by` itself are gone for good.
 */
export function layReplacedAside(db: WritableDb, rows: readonly KeptAt[], by: number): void {
  if (rows.length === 0) return;
  db.run(
    'CREATE TEMP TABLE gone (source INTEGER NOT NULL, line INTEGER NOT NULL, PRIMARY KEY (source, line)) WITHOUT ROWID',
  );
  const put = db.prepare('INSERT OR IGNORE INTO gone (source, line) VALUES (?, ?)');
  for (const { source, line } of rows) put.run([source, line]);
  for (const table of RECORD_TABLES) {
    const cells = COLUMNS[table].replaceAll(/\w+/g, 'r.$&');
    db.run(
      `INSERT INTO replaced (source, line, by_source, record_table, key_kind, key_value, record)
       SELECT r.source, r.line, ?, ?, i.kind, i.value, json_array(${cells}) FROM ${table} r JOIN identity i ON i.id = r.identity
       WHERE r.source <> ? AND (r.source, r.line) IN (SELECT source, line FROM gone)`,
      [by, table, by],
    );
    db.run(`DELETE FROM ${table} WHERE (source, line) IN (SELECT source, line FROM gone)`);
  }
  db.run('DROP TABLE gone');
}

/** Puts the records back that rows of `source` had replaced, and forgets those of `source` that others replaced. */
export function putBackReplaced(db: WritableDb, source: number): void {
  db.run(
    `INSERT OR IGNORE INTO identity (kind, value, customer, source, line)
     SELECT key_kind, key_value, 0, source, line FROM replaced WHERE by_source = ?`,
    [source],
  );
  db.run('UPDATE identity SET customer = id WHERE customer = 0');
  db.run('INSERT OR IGNORE INTO customer (id) SELECT customer FROM identity');
  for (const table of RECORD_TABLES) {
    const columns = COLUMNS[table].split(', ');
    const cells = columns.map((_, i) => `json_extract(r.record, '$[${i}]')`).join(', ');
    db.run(
      `INSERT INTO ${table} (customer, identity, ${columns.join(', ')}, source, line)
       SELECT i.customer, i.id, ${cells}, r.source, r.line
       FROM replaced r JOIN identity i ON i.kind = r.key_kind AND i.value = r.key_value
       WHERE r.by_source = ? AND r.record_table = ?`,
      [source, table],
    );
  }
  db.run('DELETE FROM replaced WHERE by_source = ? OR source = ?', [source, source]);
}
