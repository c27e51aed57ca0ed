import type { Column } from './column.ts';
import { INTS, SAME, TEXTS, WORDS } from './column-sort.ts';
import type { Texts } from './texts.ts';

/** Below this many, comparing texts is quicker than spreading them out. */
const FEW = 1024;
const DIGIT = 65_536;
/** Bytes of a text that are looked at together. */
const TOGETHER = 6;

/** Whether `rowOrder` knows an order for a column: numbers and texts of which none is missing. */
export function canOrder(column: Column): boolean {
  switch (column.sort) {
    case INTS:
    case SAME:
      return true;
    case WORDS:
      return allThere(column.texts);
    case TEXTS:
      return allThere(column);
    default:
      return false;
  }
}

type Order = Int32Array<ArrayBuffer> | null;

/** The rows in the order of an index over `columns`; rows that are equal there stay in theirs. */
export function rowOrder(columns: readonly Column[], rows: number): Int32Array {
  let order: Order = null;
  for (let k = columns.length - 1; k >= 0; k--) order = sortedBy(columns[k]!, order, rows);
  return order ?? counting(rows);
}

/** 0, 1, 2 and so on. */
function counting(length: number): Int32Array<ArrayBuffer> {
  const numbers = new Int32Array(length);
  for (let i = 0; i < length; i++) numbers[i] = i;
  return numbers;
}

/** A stable sort by one column, so that rows can be sorted by several, the last first. Null is the order they come in. */
function sortedBy(column: Column, order: Order, rows: number): Order {
  switch (column.sort) {
    case INTS:
      return byNumber(column.values, order, rows);
    case WORDS: {
      if (column.texts.count === 1) return order;
      const ranks = ranksOf(column.texts);
      const words = column.values;
      const values = new Int32Array(rows);
      for (let i = 0; i < rows; i++) values[i] = ranks[words[i]!]!;
      return byNumber(values, order, rows);
    }
    case TEXTS: {
      const sorted = order ?? counting(rows);
      sortTexts(column, sorted, 0, rows, 0);
      return sorted;
    }
    default:
      return order;
  }
}

/** Counts, then lays each row in its place; numbers from 0, not much larger than there are rows, as customers' are. */
function byNumber(values: Int32Array, order: Order, rows: number): Int32Array<ArrayBuffer> {
  let largest = 0;
  for (let i = 0; i < rows; i++) if (values[i]! > largest) largest = values[i]!;
  const next = new Int32Array(largest + 2);
  for (let i = 0; i < rows; i++) next[values[i]! + 1]!++;
  for (let value = 1; value < next.length; value++) next[value]! += next[value - 1]!;
  const sorted = new Int32Array(rows);
  if (order === null) for (let i = 0; i < rows; i++) sorted[next[values[i]!]!++] = i;
  else for (let i = 0; i < rows; i++) sorted[next[values[order[i]!]!]!++] = order[i]!;
  return sorted;
}

function ranksOf(texts: Texts): Int32Array {
  const order = Int32Array.from({ length: texts.count }, (_, i) => i).sort((a, b) => compare(texts, a, b));
  const ranks = new Int32Array(texts.count);
  for (let i = 1; i < order.length; i++) {
    ranks[order[i]!] = ranks[order[i - 1]!]! + (compare(texts, order[i]!, order[i - 1]!) === 0 ? 0 : 1);
  }
  return ranks;
}

/**
 * Sorts part of `order` by the texts' bytes, which agree up to `depth`: past what all have in common, by six bytes
 * spread out in three passes, then each group that is still equal by itself.
 */
function sortTexts(texts: Texts, order: Int32Array, from: number, to: number, depth: number): void {
  const part = order.subarray(from, to);
  if (part.length < FEW) {
    part.sort((a, b) => compare(texts, a, b) || a - b);
    return;
  }
  const common = commonPrefix(texts, part, depth);
  if (common === Number.POSITIVE_INFINITY) return;
  const first = digitsAt(texts, part, common);
  const second = digitsAt(texts, part, common + 2);
  const third = digitsAt(texts, part, common + 4);
  const { length } = part;
  const placed = byNumber(first, byNumber(second, byNumber(third, null, length), length), length);
  const rows = part.slice();
  for (let i = 0; i < placed.length; i++) part[i] = rows[placed[i]!]!;
  for (let start = 0; start < placed.length; ) {
    const a = placed[start]!;
    let end = start + 1;
    for (; end < placed.length; end++) {
      const b = placed[end]!;
      if (first[a] !== first[b] || second[a] !== second[b] || third[a] !== third[b]) break;
    }
    if (end - start > 1) sortTexts(texts, order, from + start, from + end, common + TOGETHER);
    start = end;
  }
}

/** Up to which byte the texts agree; infinite where they are all the same. */
function commonPrefix(texts: Texts, rows: Int32Array, depth: number): number {
  const first = rows[0]!;
  const start = texts.startOf(first);
  const length = texts.lengthOf(first);
  let common = length;
  let shortest = length;
  let longest = length;
  for (let i = 1; i < rows.length; i++) {
    const other = texts.startOf(rows[i]!);
    const otherLength = texts.lengthOf(rows[i]!);
    shortest = Math.min(shortest, otherLength);
    longest = Math.max(longest, otherLength);
    common = Math.min(common, otherLength);
    let k = Math.min(depth, common);
    while (k < common && texts.bytes[start + k] === texts.bytes[other + k]) k++;
    common = k;
  }
  return common === shortest && shortest === longest ? Number.POSITIVE_INFINITY : common;
}

/** Two bytes of each text as a number; what is behind its end counts as 0. */
function digitsAt(texts: Texts, rows: Int32Array, place: number): Int32Array {
  const digits = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const start = texts.startOf(rows[i]!);
    const length = texts.lengthOf(rows[i]!);
    const high = place < length ? texts.bytes[start + place]! : 0;
    const low = place + 1 < length ? texts.bytes[start + place + 1]! : 0;
    digits[i] = (high * 256 + low) % DIGIT;
  }
  return digits;
}

function compare(texts: Texts, a: number, b: number): number {
  const { bytes } = texts;
  const from = texts.startOf(a);
  const other = texts.startOf(b);
  const length = texts.lengthOf(a);
  const otherLength = texts.lengthOf(b);
  const common = Math.min(length, otherLength);
  for (let i = 0; i < common; i++) {
    const difference = bytes[from + i]! - bytes[other + i]!;
    if (difference !== 0) return difference;
  }
  return length - otherLength;
}

function allThere(texts: Texts): boolean {
  for (let i = 0; i < texts.count; i++) if (texts.ends[i]! < 0) return false;
  return true;
}
