import type { ReadableDb } from '#engine/store/db.ts';
import { countDuplicates, DuplicateLines, eachDuplicate } from './duplicate-lines.ts';
import { Heirs } from './heirs.ts';
import type { KeptAt } from './replaced.ts';
import { eachDigest } from './row-digests.ts';

/** What becomes of the rows of a source that is taken out, and of those it had replaced. */
export type PassingOn = {
  /** By line in the source that goes: the row of another source that says the same, and takes its place. */
  readonly heirs: Heirs;
  /** What the duplicates of other sources are then: so many rows kept, and those that still are the same as another. */
  readonly others: readonly { readonly id: number; readonly kept: number; readonly left: DuplicateLines }[];
  /** Rows it had replaced that stay so: another source has that version, or one that is newer still. */
  readonly stillReplaced: readonly (KeptAt & { readonly by: number })[];
  /** Rows of other sources that were only counted as duplicates, where it cannot be told that they say the same. */
  readonly onlyCounted: number;
};

type Other = {
  readonly id: number;
  readonly duplicates: number;
  readonly same: Uint8Array | null;
  readonly keyed: number;
  readonly continued: number;
  readonly alike: number;
};

/**
 * Works out what stays of a source when it is taken out: its rows that other sources hold too, each passed on to the
 * first of them. Not a row of an earlier source with a row key: mended after the newer version was there, it counts as
 * the same without saying the same.
 */
export function passingOn(db: ReadableDb, source: number): PassingOn {
  const heirs = new Heirs();
  const others: { id: number; kept: number; left: DuplicateLines }[] = [];
  let onlyCounted = 0;
  const sources = db.all<Other>(
    `SELECT id, duplicates, duplicate_rows AS same, coalesce(json_array_length(mapping, '$.rowKey'), 0) > 0 AS keyed,
       json_type(mapping, '$.continuation') IS NOT NULL AS continued,
       layout = (SELECT layout FROM source WHERE id = ?1) AS alike
     FROM source WHERE id <> ?1 AND duplicates > 0 ORDER BY id`,
    [source],
  );
  for (const other of sources) {
    const rows = other.same ?? new Uint8Array(0);
    if (other.id < source && other.keyed === 1) {
      eachDuplicate(rows, (_, of) => {
        if (of === source) onlyCounted++;
      });
    } else others.push(passedTo(other, source, rows, heirs));
    if (other.alike === 1 && other.id > source) onlyCounted += other.duplicates - countDuplicates(rows);
  }
  return { heirs, others, stillReplaced: stillReplaced(db, source, heirs), onlyCounted };
}

/** Goes through one source's duplicates: whatever has no heir yet becomes its own; the rest is the same as the heir. */
function passedTo(
  { id, continued }: Other,
  source: number,
  rows: Uint8Array,
  heirs: Heirs,
): PassingOn['others'][number] {
  const left = new DuplicateLines();
  let kept = 0;
  /** The line of the record that was passed on last, whose further rows follow it. */
  let open = -1;
  eachDuplicate(rows, (line, of, there) => {
    const isOurs = of === source;
    if (isOurs && !heirs.has(there)) {
      heirs.set(there, id, line);
      open = there;
      kept++;
    } else if (isOurs && continued === 1 && there === open) kept++;
    else {
      open = -1;
      left.add(line, isOurs ? heirs.get(there)! : { source: of, line: there });
    }
  });
  return { id, kept, left };
}

/** A row laid aside comes back only where no other source has a later version of it. */
function stillReplaced(db: ReadableDb, source: number, heirs: Heirs): (KeptAt & { readonly by: number })[] {
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
