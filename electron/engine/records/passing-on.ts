import type { ReadableDb } from '#engine/store/db.ts';
import { BYTES_PER_DUPLICATE, duplicateLines } from './duplicate-lines.ts';
import type { KeptAt } from './replaced.ts';
import { eachDigest } from './row-digests.ts';

/** What becomes of the rows of a source that is taken out, and of those it had replaced. */
export type PassingOn = {
  /** By line in the source that goes: the row of another source that says the same, and takes its place. */
  readonly heirs: ReadonlyMap<number, KeptAt>;
  /** Rows it had replaced that stay so: another source has that version, or one that is newer still. */
  readonly stillReplaced: readonly (KeptAt & { readonly by: number })[];
  /** Rows of other sources that were only counted as duplicates, where it cannot be told that they say the same. */
  readonly onlyCounted: number;
};

type Other = { id: number; duplicates: number; same: Uint8Array | null; keyed: number; alike: number };

/**
 * Works out what stays of a source when it is taken out: its rows that other sources hold too, each passed on to the
 * first of them. Not a row of an earlier source with a row key: mended after the newer version was there, it counts as
 * the same without saying the same.
 */
export function passingOn(db: ReadableDb, source: number): PassingOn {
  const heirs = new Map<number, KeptAt>();
  let onlyCounted = 0;
  const others = db.all<Other>(
    `SELECT id, duplicates, duplicate_rows AS same, coalesce(json_array_length(mapping, '$.rowKey'), 0) > 0 AS keyed,
       layout = (SELECT layout FROM source WHERE id = ?1) AS alike
     FROM source WHERE id <> ?1 AND duplicates > 0 ORDER BY id`,
    [source],
  );
  for (const { id, duplicates, same, keyed, alike } of others) {
    const saysTheSame = id > source || keyed === 0;
    for (const { line, source: of, of: there } of duplicateLines(same ?? new Uint8Array(0))) {
      if (of !== source) continue;
      if (!saysTheSame) onlyCounted++;
      else if (!heirs.has(there)) heirs.set(there, { source: id, line });
    }
    if (alike === 1 && id > source) onlyCounted += duplicates - (same?.length ?? 0) / BYTES_PER_DUPLICATE;
  }
  return { heirs, stillReplaced: stillReplaced(db, source, heirs), onlyCounted };
}

/** A row laid aside comes back only where no other source has a later version of it. */
function stillReplaced(
  db: ReadableDb,
  source: number,
  heirs: ReadonlyMap<number, KeptAt>,
): (KeptAt & { readonly by: number })[] {
  const aside = db.all<{ source: number; line: number }>(
    'SELECT DISTINCT source, line FROM replaced WHERE by_source = ?',
    [source],
  );
  if (aside.length === 0) return [];
  const rows = new Map<string, KeptAt[]>();
  for (const old of new Set(aside.map((row) => row.source))) {
    const lines = new Set(aside.flatMap((row) => (row.source === old ? [row.line] : [])));
    eachDigest(db, old, (key, line) => {
      if (lines.has(line)) rows.set(key, [...(rows.get(key) ?? []), { source: old, line }]);
    });
  }
  const by = new Map<string, number>();
  const settle = (key: string, newer: number) => {
    if (rows.has(key)) by.set(key, Math.min(newer, by.get(key) ?? newer));
  };
  eachDigest(db, source, (key, line) => {
    const heir = heirs.get(line);
    if (heir !== undefined) settle(key, heir.source);
  });
  const later = db.all<{ id: number }>(
    'SELECT id FROM source WHERE id > ?1 AND layout = (SELECT layout FROM source WHERE id = ?1)',
    [source],
  );
  for (const { id } of later) eachDigest(db, id, (key) => settle(key, id));
  return [...by].flatMap(([key, newer]) => rows.get(key)!.map((row) => ({ ...row, by: newer })));
}
