import type { ReadableDb } from '../store/db.ts';

/** Activities of a kind whose properties are looked at: what only a later row holds is found when it is asked for. */
const SAMPLED = 500;

/** What activities of a kind carry beside their moment: `amount`, and the properties seen among the first of them. */
export function fieldNames(db: ReadableDb, kind: string): string[] {
  const rows = db.all<{ key: string }>(
    `SELECT DISTINCT field.key FROM (SELECT properties FROM activity WHERE kind = ? AND properties IS NOT NULL LIMIT ${SAMPLED}) AS some, json_each(some.properties) AS field`,
    [kind],
  );
  return ['amount', ...rows.map((row) => row.key).sort()];
}
