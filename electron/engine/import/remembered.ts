import { sourceId } from '#engine/records/source-id.ts';
import type { ReadableDb, WritableDb } from '#engine/store/db.ts';
import { layoutOf, normalisedHeader } from '#shared/records/layout.ts';
import { type Mapping, mapping as mappingSchema } from '#shared/records/mapping.ts';
import {
  columnChanges,
  mappingWithout,
  type SeenColumn,
  type SeenFile,
  seeColumns,
  seenFile,
  whatChanged,
} from '#shared/records/refresh.ts';
import { renameColumns } from '#shared/records/rename-columns.ts';
import type { Since } from '#shared/records/source.ts';
import type { Look } from './look.ts';
import type { Settled } from './settle.ts';

/** The mapping of an earlier file of the same silo, with what changed since, in sentences. */
export type Remembered = {
  readonly mapping: Mapping;
  readonly preset: string | null;
  readonly changes: readonly string[];
  /** Columns that were empty last time, so that nobody could say what they are, and are filled now. */
  readonly filledNow: readonly string[];
};

type Row = { value: string; preset: string | null; seen: string | null };
type Earlier = { readonly mapping: Mapping; readonly preset: string | null; readonly seen: SeenFile | null };

/** So many of the columns a file had must be there still, and no more be new, for it to be the same silo's; one always may. */
const SAME_SILO = 0.8;
/** These differ from week to week by what they are. */
const ALWAYS_NEW = new Set(['identity', 'at', 'reference', 'verbatim']);

/**
 * The mapping used last for a file with these columns; where none had just these, the one of the file that shares
 * most of them and whose mapping needs none of the missing ones. `preset` is what the file is recognised as; a
 * preset deals with columns that come and go itself. Null where nothing fits.
 */
export function rememberedMapping(db: ReadableDb, look: Look, preset: string | null): Remembered | null {
  const same = db.get<Row>('SELECT value, preset, seen FROM mapping WHERE layout = ?', [look.signature]);
  const earlier = same === undefined ? nearest(db, look, preset) : read(same);
  if (earlier === null) return null;
  const mapping = renameColumns(earlier.mapping, look.names);
  if (earlier.seen === null) return { mapping, preset: earlier.preset, changes: [], filledNow: [] };
  const skip = new Set([...alwaysNew(mapping), ...unused(mapping, look.names)]);
  const now = seeColumns(look.names, look.rows, mapping.format?.decimal ?? '.');
  return {
    mapping,
    preset: earlier.preset,
    changes: whatChanged(earlier.seen.columns, now, skip),
    filledNow: earlier.preset === null ? filledNow(mapping, earlier.seen.columns, now) : [],
  };
}

function filledNow(mapping: Mapping, before: readonly SeenColumn[], now: readonly SeenColumn[]): string[] {
  const wereEmpty = new Set(before.filter(({ empty }) => empty === 1).map(({ name }) => normalisedHeader(name)));
  const isUsed = (name: string) => Object.hasOwn(mapping.columns, name) && mapping.columns[name]!.to !== 'ignore';
  return now
    .filter(({ name, empty }) => empty < 1 && wereEmpty.has(normalisedHeader(name)) && !isUsed(name))
    .map(({ name }) => name);
}

/** The columns by which rows of this file are recognised again: those of the first file of its silo. */
export function originOf(db: ReadableDb, look: Look, mapping: Mapping, preset: string | null): readonly string[] {
  const same = db.get<Row>('SELECT value, preset, seen FROM mapping WHERE layout = ?', [look.signature]);
  const earlier = same === undefined ? nearest(db, look, preset) : read(same);
  const keyed = mapping.rowKey !== undefined && String(earlier?.mapping.rowKey) === String(mapping.rowKey);
  return keyed ? (earlier?.seen?.origin ?? look.names) : look.names;
}

/** The latest import of this silo; null where it was taken out again. */
export function lastOf(
  db: ReadableDb,
  look: Look,
  mapping: Mapping,
  preset: string | null,
): Omit<Since, 'changes'> | null {
  const layout = layoutOf(originOf(db, look, mapping, preset), mapping);
  const last = db.get<{ id: number; file: string; imported_at: number; rows_read: number }>(
    'SELECT id, file, imported_at, rows_read FROM source WHERE layout = ? ORDER BY id DESC LIMIT 1',
    [layout],
  );
  if (last === undefined) return null;
  const { id, file, imported_at, rows_read } = last;
  return { source: sourceId(id), file, importedAt: new Date(imported_at).toISOString(), rowsRead: rows_read };
}

/** Keeps a mapping, written as JSON, for next week's file of the same layout. */
export function remember(
  db: WritableDb,
  { look, mapping, preset }: Pick<Settled, 'look' | 'mapping' | 'preset'>,
  written: string,
  origin: readonly string[],
): void {
  db.run(
    `INSERT INTO mapping (layout, value, preset, used_at, seen) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (layout) DO UPDATE SET value = excluded.value, preset = excluded.preset, used_at = excluded.used_at,
       seen = excluded.seen`,
    [look.signature, written, preset?.id ?? null, Date.now(), seenOf(look, mapping, origin)],
  );
}

/** What is kept of a file beside its mapping. */
function seenOf(look: Look, mapping: Mapping, origin: readonly string[]): string {
  const personal = alwaysNew(mapping);
  const seen: SeenFile = {
    origin: [...origin],
    columns: seeColumns(look.names, look.rows, mapping.format?.decimal ?? '.').map((column) =>
      personal.has(column.name) ? { ...column, quartiles: null, shares: null } : column,
    ),
  };
  return JSON.stringify(seen);
}

function alwaysNew(mapping: Mapping): Set<string> {
  const names = Object.entries(mapping.columns).flatMap(([name, { to }]) => (ALWAYS_NEW.has(to) ? [name] : []));
  return new Set([...names, ...(mapping.rowKey ?? [])]);
}

/** Columns nothing is made of: what moves in them moves nothing here. */
function unused(mapping: Mapping, names: readonly string[]): string[] {
  const used = new Set([
    ...Object.entries(mapping.columns).flatMap(([name, { to }]) => (to === 'ignore' ? [] : [name])),
    ...(mapping.activities ?? []).flatMap(({ at, amount, when }) => [at, amount, when?.column]),
    ...Object.keys(mapping.continuation?.items ?? {}),
  ]);
  return names.filter((name) => !used.has(name));
}

function nearest(db: ReadableDb, look: Look, preset: string | null): Earlier | null {
  if (preset !== null) return null;
  let best: Earlier | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const row of db.all<Row>(
    'SELECT value, preset, seen FROM mapping WHERE seen IS NOT NULL ORDER BY used_at DESC',
  )) {
    const earlier = read(row);
    if (earlier === null || earlier.seen === null || earlier.preset !== null) continue;
    const names = earlier.seen.columns.map(({ name }) => name);
    const { added, missing } = columnChanges(names, look.names);
    const mapping = mappingWithout(earlier.mapping, missing);
    const differing = added.length + missing.length;
    const few = Math.max(1, names.length * (1 - SAME_SILO));
    if (mapping === null || differing >= fewest || missing.length > few) continue;
    // A file that still has every column has grown; one that lost some and has many new ones is another.
    if (added.length > (missing.length === 0 ? names.length : few)) continue;
    best = { ...earlier, mapping };
    fewest = differing;
  }
  return best;
}

function read({ value, preset, seen }: Row): Earlier | null {
  const mapping = mappingSchema.safeParse(JSON.parse(value));
  const file = seenFile.safeParse(seen === null ? null : JSON.parse(seen));
  return mapping.success ? { mapping: mapping.data, preset, seen: file.success ? file.data : null } : null;
}
