import type { ReadableDb } from '#engine/store/db.ts';
import type { Removal } from '#shared/records/removal.ts';
import { type PassingOn, passingOn } from './passing-on.ts';
import { sourceNumber } from './source-id.ts';
import { RECORD_TABLES } from './tables.ts';

/** What `removeSource` would do to a source; nothing is changed. */
export function removalOf(db: ReadableDb, id: string): Removal {
  const source = sourceNumber(db, id);
  const passing = passingOn(db, source);
  const count = (from: string, ...params: (number | string)[]) =>
    db.get<{ n: number }>(`SELECT count(*) AS n ${from}`, params)!.n;
  /** Keys of rows that stay. */
  const staying = new Set<number>();
  const going = (table: (typeof RECORD_TABLES)[number]) => {
    let n = 0;
    for (const [line, identity] of db.iterate(`SELECT line, identity FROM ${table} WHERE source = ?`, [source])) {
      if (passing.heirs.has(line as number)) staying.add(identity as number);
      else n++;
    }
    return n;
  };
  const [activities, answers] = [going('activity'), going('feedback')];
  const [armsNamed, traits] = [going('arm_named'), going('trait')];
  for (const [line, a, b] of db.iterate('SELECT line, a, b FROM identity_link WHERE source = ?', [source])) {
    if (passing.heirs.has(line as number)) staying.add(a as number).add(b as number);
  }
  const still = JSON.stringify(passing.stillReplaced.map(({ source: from, line }) => [from, line]));
  const gone = count(`FROM (${ONLY_HERE})`, source, JSON.stringify([...staying]), still);
  return {
    activities,
    answers,
    armsNamed,
    traits,
    quarantined: count('FROM quarantine WHERE source = ?', source),
    customersGone: gone,
    customersStay: count('FROM customer') - gone,
    comeBack:
      count('FROM (SELECT DISTINCT source, line FROM replaced WHERE by_source = ?)', source) -
      passing.stillReplaced.length,
    heldElsewhere: byFile(db, passing),
    onlyCounted: passing.onlyCounted,
  };
}

/**
 * Customers none of whose keys is named by another source, an assignment, a row that another source holds too (keys in
 * ?2) or one that comes back (not those in ?3).
 */
const ONLY_HERE = `
  WITH still AS MATERIALIZED (SELECT value ->> 0 AS source, value ->> 1 AS line FROM json_each(?3)),
  named AS (
    ${RECORD_TABLES.map((table) => `SELECT identity FROM ${table} WHERE source <> ?1`).join(' UNION ')}
    UNION SELECT identity FROM assignment
    UNION SELECT a FROM identity_link WHERE source <> ?1
    UNION SELECT b FROM identity_link WHERE source <> ?1
    UNION SELECT value FROM json_each(?2)
    UNION SELECT i.id FROM replaced r JOIN identity i ON i.kind = r.key_kind AND i.value = r.key_value
      WHERE r.by_source = ?1 AND (r.source, r.line) NOT IN (SELECT source, line FROM still)
  )
  SELECT customer FROM identity GROUP BY customer HAVING max(id IN (SELECT identity FROM named)) = 0`;

function byFile(db: ReadableDb, { others }: PassingOn): { file: string; rows: number }[] {
  const files = new Map(
    db.all<{ id: number; file: string }>('SELECT id, file FROM source').map(({ id, file }) => [id, file] as const),
  );
  return others.flatMap(({ id, kept }) => (kept === 0 ? [] : [{ file: files.get(id)!, rows: kept }]));
}
