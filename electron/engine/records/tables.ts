import type { WritableDb } from '#engine/store/db.ts';

/** The tables whose rows stand for something that came in: each has customer, identity, source and line. */
export const RECORD_TABLES = ['activity', 'trait', 'feedback', 'arm_named'] as const;

/** An index is cheaper made once over a full table than kept while it fills, from this share of new rows on. */
const WORTH_IT = 0.5;
const FEW = 1000;

/**
 * Takes the indexes of `tables` away where many rows are coming beside those already there; the function it gives
 * makes them again, in the same transaction.
 */
export function setIndexesAside(db: WritableDb, tables: readonly string[], rowsComing: number): () => void {
  const aside: { name: string; sql: string }[] = [];
  for (const table of tables) {
    const rows = db.get<{ n: number }>(`SELECT coalesce(max(rowid), 0) AS n FROM ${table}`)?.n ?? 0;
    if (rowsComing < FEW || rowsComing < rows * WORTH_IT) continue;
    aside.push(
      ...db.all<{ name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
        [table],
      ),
    );
  }
  for (const { name } of aside) db.run(`DROP INDEX ${name}`);
  return () => {
    for (const { sql } of aside) db.run(sql);
  };
}
