import type { RecordsReader, TraitColumns } from './records-reader.ts';
import type { UnitTable } from './unit-table.ts';

/** Customers told apart by a trait. */
export type SegmentGroups = {
  readonly labels: readonly string[];
  /** Index into `labels`, one a row of the unit table; −1 for customers outside the pilot. */
  readonly of: Int8Array;
};

/** More groups than this are too thin to compare; the rarest share one. */
const MOST_GROUPS = 8;

/**
 * The groups of a trait. Words: the commonest levels, the rest together. Numbers: each by itself where they are few,
 * else three groups of equal size. Customers without the trait are a group of their own.
 */
export function segmentGroups(
  trait: string,
  units: UnitTable,
  records: RecordsReader,
  words: {
    readonly other: string;
    readonly unknown: string;
    readonly upTo: string;
    readonly to: string;
    readonly above: string;
  },
): SegmentGroups {
  const known = grouped.get(units)?.get(trait);
  if (known !== undefined) return known;
  const found = groupsOf(records.trait(trait), units, words);
  grouped.set(units, (grouped.get(units) ?? new Map<string, SegmentGroups>()).set(trait, found));
  return found;
}

/** By trait: every comparison tells the same customers apart by it. */
const grouped = new WeakMap<UnitTable, Map<string, SegmentGroups>>();

function groupsOf(trait: TraitColumns, units: UnitTable, words: Words): SegmentGroups {
  const levelOf = levelsByRow(trait, units);
  const labelOf = labelling(levelOf, trait.levels, words);
  const labels: string[] = [];
  const places = new Map<string, number>();
  const placeOf = new Int32Array(trait.levels.length + 1).fill(-1);
  const of = new Int8Array(levelOf.length).fill(-1);
  for (let row = 0; row < of.length; row++) {
    if (units.arm[row]! < 0) continue;
    const slot = levelOf[row]! + 1;
    if (placeOf[slot]! < 0) {
      const label = labelOf(levelOf[row]!);
      if (!places.has(label)) places.set(label, labels.push(label) - 1);
      placeOf[slot] = places.get(label) ?? -1;
    }
    of[row] = placeOf[slot]!;
  }
  const order = inOrder(labels, words);
  const ranks = labels.map((label) => order.indexOf(label));
  for (let row = 0; row < of.length; row++) if (of[row]! >= 0) of[row] = ranks[of[row]!]!;
  return { labels: order, of };
}

type Level = number | string | null;
type Words = Parameters<typeof segmentGroups>[3];
const NO_LEVEL = -1;

/** The level of every customer in an arm, by its place among the trait's; −1 where it is not known. */
function levelsByRow({ customer, code, levels }: TraitColumns, units: UnitTable): Int32Array {
  const of = new Int32Array(units.arm.length).fill(NO_LEVEL);
  const known = levels.map((level) => level !== null);
  for (let i = 0; i < customer.length; i++) {
    const row = units.index.row(customer[i]!);
    if (row >= 0 && units.arm[row]! >= 0 && known[code[i]!]) of[row] = code[i]!;
  }
  return of;
}

function labelling(levelOf: Int32Array, levels: readonly Level[], words: Words): (level: number) => string {
  const counts = new Int32Array(levels.length);
  for (let row = 0; row < levelOf.length; row++) if (levelOf[row]! !== NO_LEVEL) counts[levelOf[row]!]! += 1;
  const seen = [...counts.keys()].filter((level) => counts[level]! > 0);
  const name = (level: number) => String(levels[level]);
  if (seen.length <= MOST_GROUPS) return (level) => (level === NO_LEVEL ? words.unknown : name(level));
  if (seen.every((level) => typeof levels[level] === 'number')) return byThirds(levelOf, levels, words);
  const kept = new Set(
    seen.sort((a, b) => counts[b]! - counts[a]! || (name(a) < name(b) ? -1 : 1)).slice(0, MOST_GROUPS - 1),
  );
  return (level) => (level === NO_LEVEL ? words.unknown : kept.has(level) ? name(level) : words.other);
}

function byThirds(levelOf: Int32Array, levels: readonly Level[], words: Words): (level: number) => string {
  const sorted = Float64Array.from(
    levelOf.filter((level) => level !== NO_LEVEL),
    (level) => Number(levels[level]),
  ).sort();
  const low = sorted[Math.floor(sorted.length / 3)] ?? 0;
  const high = sorted[Math.floor((2 * sorted.length) / 3)] ?? 0;
  return (level) => {
    const value = levels[level];
    if (typeof value !== 'number') return words.unknown;
    if (value <= low) return `${words.upTo} ${low}`;
    return value <= high ? `${low} ${words.to} ${high}` : `${words.above} ${high}`;
  };
}

/** Numbers by size, words by code unit; what was left over comes last. */
function inOrder(labels: readonly string[], { other, unknown, upTo, above }: Words): string[] {
  const last = (label: string) => {
    if (label === unknown) return 3;
    if (label === other) return 2;
    return label.startsWith(`${above} `) ? 1 : label.startsWith(`${upTo} `) ? -1 : 0;
  };
  return labels.toSorted((a, b) => {
    const [x, y] = [Number(a), Number(b)];
    if (last(a) !== last(b)) return last(a) - last(b);
    if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
    return a < b ? -1 : 1;
  });
}
