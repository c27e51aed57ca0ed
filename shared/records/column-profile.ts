import { readBoolean } from './cell/boolean.ts';
import { DateReader } from './cell/date.ts';
import { type Decimal, readNumber } from './cell/number.ts';
import { ZoneClock } from './cell/zone.ts';

/** What stands in one column of a sample. Counts are of cells that are not empty. */
export type ColumnProfile = {
  readonly name: string;
  readonly rows: number;
  readonly filled: number;
  /** Up to three different values, as they stand. */
  readonly examples: readonly string[];
  /** How often each value stands there; `null` when there are more than `MANY_VALUES`. */
  readonly values: ReadonlyMap<string, number> | null;
  readonly emails: number;
  readonly phones: number;
  readonly numbers: number;
  readonly integers: number;
  readonly booleans: number;
  readonly dates: number;
  /** Dates that have a time of day, and of those the ones that say their offset. */
  readonly times: number;
  readonly offsets: number;
  readonly codes: number;
  /** Cells of more than one word, and cells of digits that begin with a 0. */
  readonly phrases: number;
  readonly leadingZeros: number;
  readonly smallest: number;
  readonly largest: number;
  readonly meanLength: number;
  /** No value stands there twice. */
  readonly allDifferent: boolean;
};

export const MANY_VALUES = 200;

const EMAIL = /^\s*[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]{2,}\s*$/i;
const PHONE = /^'?\+?\d[\d\s()./-]{6,18}\d$/;
const CODE = /^[A-Z]{3}$/;
const TIME = /\d:\d\d/;
const OFFSET = /(?:Z|UTC|GMT|[+-]\d\d:?\d\d)\s*$/;
const LEADING_ZERO = /^0\d+$/;
const COULD_BE_DATE = /\d/;

/** Looks at every cell of the sample, column by column. Cells that could be two days count as dates. */
export function profileColumns(names: readonly string[], rows: readonly string[][], decimal: Decimal): ColumnProfile[] {
  const dates = new DateReader(null, new ZoneClock('UTC'));
  return names.map((name, column) => profileOf(name, column, rows, decimal, dates));
}

function profileOf(
  name: string,
  column: number,
  rows: readonly string[][],
  decimal: Decimal,
  dates: DateReader,
): ColumnProfile {
  const values = valuesOf(column, rows);
  const counts = new CellCounts(decimal, dates);
  // What a cell is like is found out once for all that are the same.
  for (const [cell, n] of values) counts.see(cell, n);
  const { length, ...count } = counts.sums;
  return {
    name,
    rows: rows.length,
    ...count,
    examples: [...values.keys()].slice(0, 3),
    values: values.size <= MANY_VALUES ? values : null,
    meanLength: count.filled === 0 ? 0 : length / count.filled,
    allDifferent: values.size === count.filled,
  };
}

/** How often each value stands in a column; empty cells are none. */
function valuesOf(column: number, rows: readonly string[][]): Map<string, number> {
  const values = new Map<string, number>();
  for (const row of rows) {
    const cell = (row[column] ?? '').trim();
    if (cell !== '') values.set(cell, (values.get(cell) ?? 0) + 1);
  }
  return values;
}

/** Counts what the cells of one column could be. */
class CellCounts {
  readonly sums = {
    filled: 0,
    emails: 0,
    phones: 0,
    numbers: 0,
    integers: 0,
    booleans: 0,
    dates: 0,
    times: 0,
    offsets: 0,
    codes: 0,
    phrases: 0,
    leadingZeros: 0,
    length: 0,
    smallest: Number.POSITIVE_INFINITY,
    largest: Number.NEGATIVE_INFINITY,
  };
  readonly #decimal: Decimal;
  readonly #dates: DateReader;

  constructor(decimal: Decimal, dates: DateReader) {
    this.#decimal = decimal;
    this.#dates = dates;
  }

  /** A value that stands there `n` times. */
  see(cell: string, n: number): void {
    const { sums } = this;
    sums.filled += n;
    sums.length += cell.length * n;
    if (EMAIL.test(cell)) {
      // It is none of the rest.
      sums.emails += n;
      return;
    }
    const number = readNumber(cell, this.#decimal);
    if (!Number.isNaN(number)) this.#seeNumber(number, n);
    else if (CODE.test(cell)) sums.codes += n;
    if (PHONE.test(cell)) sums.phones += n;
    if (cell.includes(' ')) sums.phrases += n;
    if (LEADING_ZERO.test(cell)) sums.leadingZeros += n;
    if (readBoolean(cell) !== null) sums.booleans += n;
    if (isDate(cell, !Number.isNaN(number), this.#dates)) this.#seeDate(cell, n);
  }

  #seeNumber(number: number, n: number): void {
    const { sums } = this;
    sums.numbers += n;
    if (Number.isInteger(number)) sums.integers += n;
    sums.smallest = Math.min(sums.smallest, number);
    sums.largest = Math.max(sums.largest, number);
  }

  #seeDate(cell: string, n: number): void {
    const { sums } = this;
    sums.dates += n;
    if (!TIME.test(cell)) return;
    sums.times += n;
    if (OFFSET.test(cell)) sums.offsets += n;
  }
}

/** Bare digits are numbers, not dates, whatever else they could be. */
function isDate(cell: string, isNumber: boolean, dates: DateReader): boolean {
  if (isNumber || !COULD_BE_DATE.test(cell)) return false;
  return !Number.isNaN(dates.read(cell)) || dates.fault === 'ambiguous';
}
