import { z } from 'zod';
import { type Decimal, readNumber } from './cell/number.ts';
import { normalisedHeader } from './layout.ts';
import type { Mapping } from './mapping.ts';

/** What stood in one column: how much is empty, the middle of its numbers, and the shares of its values where few. */
const seenColumn = z.object({
  name: z.string(),
  rows: z.int(),
  empty: z.number(),
  quartiles: z.tuple([z.number(), z.number(), z.number()]).nullable(),
  shares: z.record(z.string(), z.number()).nullable(),
});
export type SeenColumn = z.infer<typeof seenColumn>;

/** What a file looked like when its mapping was used. `origin` are the columns its rows are recognised again by. */
export const seenFile = z.object({ origin: z.array(z.string()), columns: z.array(seenColumn) });
export type SeenFile = z.infer<typeof seenFile>;

const FEW_VALUES = 20;
/** Fewer rows tell nothing of a distribution. */
const ENOUGH = 30;
/** A value that fewer rows hold could tell of a person, and is not kept. */
const TELLS_OF_NOBODY = 5;
const EMPTY_MOVED = 0.1;
const SHARE_MOVED = 0.2;

/** Sums up the columns of the rows looked at. Empty shares and value shares are of all rows, quartiles of type 7. */
export function seeColumns(names: readonly string[], rows: readonly (readonly string[])[], decimal: Decimal) {
  return names.map((name, column): SeenColumn => {
    const counts = new Map<string, number>();
    const numbers: number[] = [];
    let filled = 0;
    for (const row of rows) {
      const cell = (row[column] ?? '').trim();
      if (cell === '') continue;
      filled++;
      if (counts.size <= FEW_VALUES) counts.set(cell, (counts.get(cell) ?? 0) + 1);
      const number = readNumber(cell, decimal);
      if (!Number.isNaN(number)) numbers.push(number);
    }
    return {
      name,
      rows: rows.length,
      empty: rows.length === 0 ? 0 : 1 - filled / rows.length,
      quartiles: numbers.length >= ENOUGH && numbers.length >= filled * 0.9 ? quartilesOf(numbers) : null,
      shares:
        rows.length >= ENOUGH && filled > 0 && counts.size <= FEW_VALUES
          ? Object.fromEntries(
              [...counts].filter(([, n]) => n >= TELLS_OF_NOBODY).map(([value, n]) => [value, n / rows.length]),
            )
          : null,
    };
  });
}

/** Columns that came and went since last time, by their normalised text. */
export function columnChanges(
  before: readonly string[],
  now: readonly string[],
): { readonly added: string[]; readonly missing: string[] } {
  const had = new Set(before.map(normalisedHeader));
  const has = new Set(now.map(normalisedHeader));
  return {
    added: now.filter((name) => !had.has(normalisedHeader(name))),
    missing: before.filter((name) => !has.has(normalisedHeader(name))),
  };
}

/**
 * The remembered mapping for a file that lacks some of its columns, or null where it needs one of them: only traits,
 * properties, channels and columns left out may be missing, and rows must be known again by their key.
 */
export function mappingWithout(mapping: Mapping, missing: readonly string[]): Mapping | null {
  if (mapping.rowKey === undefined) return null;
  const gone = new Set(missing.map(normalisedHeader));
  const lacks = (name: string | undefined) => name !== undefined && gone.has(normalisedHeader(name));
  const { continuation, activities, rowKey } = mapping;
  const needed = [
    ...rowKey,
    ...(activities ?? []).flatMap(({ at, amount, when }) => [at, amount, when?.column]),
    ...(continuation === undefined
      ? []
      : [continuation.same, ...continuation.empty, ...Object.keys(continuation.items)]),
  ];
  if (needed.some(lacks)) return null;
  const kept = Object.entries(mapping.columns).filter(([name]) => !lacks(name));
  const dropped = Object.entries(mapping.columns).filter(([name]) => lacks(name));
  const mayGo = new Set(['trait', 'property', 'channel', 'ignore']);
  return dropped.every(([, { to }]) => mayGo.has(to)) ? { ...mapping, columns: Object.fromEntries(kept) } : null;
}

/** What changed since the mapping was used last, one plain sentence each. `skip` are columns that change every week. */
export function whatChanged(
  before: readonly SeenColumn[],
  now: readonly SeenColumn[],
  skip: ReadonlySet<string>,
): string[] {
  const { added, missing } = columnChanges(
    before.map(({ name }) => name),
    now.map(({ name }) => name),
  );
  const sentences = [
    ...(added.length === 0
      ? []
      : [
          `New since last time: ${listed(added)}; left out until you say what ${added.length === 1 ? 'it is' : 'they are'}.`,
        ]),
    ...(missing.length === 0 ? [] : [`Missing since last time: ${listed(missing)}.`]),
  ];
  const earlier = new Map(before.map((column) => [normalisedHeader(column.name), column]));
  for (const column of now) {
    const last = earlier.get(normalisedHeader(column.name));
    if (last === undefined || skip.has(column.name) || Math.min(last.rows, column.rows) < ENOUGH) continue;
    const moved = movedSentence(last, column);
    if (moved !== null) sentences.push(moved);
  }
  return sentences;
}

function movedSentence(last: SeenColumn, now: SeenColumn): string | null {
  const name = `"${now.name}"`;
  if (Math.abs(now.empty - last.empty) >= EMPTY_MOVED) {
    return `${name} is empty in ${percent(now.empty)} of the rows; last time in ${percent(last.empty)}.`;
  }
  if (last.quartiles !== null && now.quartiles !== null && apart(last.quartiles, now.quartiles)) {
    return `${name} has moved: its median is ${round(now.quartiles[1])}; last time ${round(last.quartiles[1])}.`;
  }
  if (last.shares === null || now.shares === null) return null;
  let largest: { value: string; was: number; is: number } | null = null;
  for (const value of new Set([...Object.keys(last.shares), ...Object.keys(now.shares)])) {
    const was = last.shares[value] ?? 0;
    const is = now.shares[value] ?? 0;
    if (largest === null || Math.abs(is - was) > Math.abs(largest.is - largest.was)) largest = { value, was, is };
  }
  if (largest === null || Math.abs(largest.is - largest.was) < SHARE_MOVED) return null;
  return `${name} is "${largest.value}" in ${percent(largest.is)} of the rows; last time in ${percent(largest.was)}.`;
}

/** Each median lies outside the middle half of the other week. */
function apart(a: readonly [number, number, number], b: readonly [number, number, number]): boolean {
  const outside = (x: number, [low, , high]: readonly [number, number, number]) => x < low || x > high;
  return outside(a[1], b) && outside(b[1], a);
}

function quartilesOf(numbers: number[]): [number, number, number] {
  const sorted = numbers.sort((a, b) => a - b);
  const at = (q: number) => {
    const place = (sorted.length - 1) * q;
    const low = Math.floor(place);
    const high = Math.min(sorted.length - 1, low + 1);
    return sorted[low]! + (sorted[high]! - sorted[low]!) * (place - low);
  };
  return [at(0.25), at(0.5), at(0.75)];
}

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function round(value: number): string {
  return String(Number(value.toPrecision(4)));
}
