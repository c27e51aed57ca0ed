import type { ReadableDb } from '#engine/store/db.ts';
import type { Removal } from '#shared/records/removal.ts';
import { duplicateLines } from './duplicate-lines.ts';
import { sourceNumber } from './source-id.ts';
import { RECORD_TABLES } from './tables.ts';

/** What `removeSource` would do to a source; nothing is changed. */
export function removalOf(db: ReadableDb, id: string): Removal {
  const source = sourceNumber(db, id);
  const count = (from: string, ...params: number[]) => db.get<{ n: number }>(`SELECT count(*) AS n ${from}`, params)!.n;
  const gone = count(`FROM (${ONLY_HERE})`, source);
  return {
    activities: count('FROM activity WHERE source = ?', source),
    answers: count('FROM feedback WHERE source = ?', source),
    armsNamed: count('FROM arm_named WHERE source = ?', source),
    traits: count('FROM trait WHERE source = ?', source),
    quarantined: count('FROM quarantine WHERE source = ?', source),
    customersGone: gone,
    customersStay: count('FROM customer') - gone,
    comeBack: count('FROM (SELECT DISTINCT source, line FROM replaced WHERE by_source = ?)', source),
    sameElsewhere: sameElsewhere(db, source),
  };
}

/** Customers none of whose keys is named by another source, an assignment, or a row that comes back. */
const ONLY_HERE = `
  WITH named AS (
    ${RECORD_TABLES.map((table) => `SELECT identity FROM ${table} WHERE source <> ?1`).join(' UNION ')}
    UNION SELECT identity FROM assignment
    UNION SELECT a FROM identity_link WHERE source <> ?1
    UNION SELECT b FROM identity_link WHERE source <> ?1
    UNION SELECT i.id FROM replaced r JOIN identity i ON i.kind = r.key_kind AND i.value = r.key_value WHERE r.by_source = ?1
  )
  SELECT customer FROM identity GROUP BY customer HAVING max(id IN (SELECT identity FROM named)) = 0`;

function sameElsewhere(db: ReadableDb, source: number): number {
  let rows = 0;
  for (const [bytes] of db.iterate('SELECT duplicate_rows FROM source WHERE id <> ? AND duplicate_rows IS NOT NULL', [
    source,
  ])) {
    for (const line of duplicateLines(bytes as Uint8Array)) if (line.source === source) rows++;
  }
  return rows;
}
