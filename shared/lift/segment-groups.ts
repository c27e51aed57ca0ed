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
  const cells = cellsOf(trait, units);
  const labelOf = labelling(cells, words);
  const labels: string[] = [];
  const numbers = new Map<string, number>();
  const of = Int8Array.from(units.arm, (arm, row) => {
    if (arm < 0) return -1;
    const label = labelOf(cells[row] ?? null);
    const known = numbers.get(label);
    if (known !== undefined) return known;
    numbers.set(label, labels.length);
    return labels.push(label) - 1;
  });
  const order = inOrder(labels, words);
  const places = labels.map((label) => order.indexOf(label));
  return { labels: order, of: of.map((i) => (i < 0 ? i : (places[i] ?? -1))) };
}

type Cell = number | string | null;
type Words = Parameters<typeof segmentGroups>[3];

function cellsOf({ customer, value }: TraitColumns, units: UnitTable): Cell[] {
  const cells = new Array<Cell>(units.index.ids.length).fill(null);
  for (let i = 0; i < customer.length; i++) {
    const row = units.index.row(customer[i] ?? 0);
    if (row >= 0 && (units.arm[row] ?? -1) >= 0) cells[row] = value[i] ?? null;
  }
  return cells;
}

function labelling(cells: readonly Cell[], words: Words): (cell: Cell) => string {
  const counts = new Map<Cell, number>();
  for (const cell of cells) if (cell !== null) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const levels = [...counts.keys()];
  if (levels.length <= MOST_GROUPS) return (cell) => (cell === null ? words.unknown : String(cell));
  if (levels.every((level) => typeof level === 'number')) return byThirds(cells, words);
  const kept = new Set(
    levels
      .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (String(a) < String(b) ? -1 : 1))
      .slice(0, MOST_GROUPS - 1),
  );
  return (cell) => (cell === null ? words.unknown : kept.has(cell) ? String(cell) : words.other);
}

function byThirds(cells: readonly Cell[], words: Words): (cell: Cell) => string {
  const sorted = Float64Array.from(cells.filter((cell) => typeof cell === 'number')).sort();
  const low = sorted[Math.floor(sorted.length / 3)] ?? 0;
  const high = sorted[Math.floor((2 * sorted.length) / 3)] ?? 0;
  return (cell) => {
    if (typeof cell !== 'number') return words.unknown;
    if (cell <= low) return `${words.upTo} ${low}`;
    return cell <= high ? `${low} ${words.to} ${high}` : `${words.above} ${high}`;
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
