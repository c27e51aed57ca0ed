import type { Formatter } from '#shared/format/formatter.ts';
import { DateReader } from '#shared/records/cell/date.ts';
import { readNumber } from '#shared/records/cell/number.ts';
import { ZoneClock } from '#shared/records/cell/zone.ts';
import type { DateOrder, Mapping } from '#shared/records/mapping.ts';
import type { Guess } from '#shared/records/source.ts';

/** One cell of the file, and what each way of reading makes of it. */
export type Example = {
  readonly cell: string;
  readonly readings: readonly { readonly way: string; readonly as: string }[];
};

function cellsOf(guess: Guess, mapping: Mapping, isOne: (to: string) => boolean): readonly string[] {
  return guess.columns
    .filter(({ header }) => isOne(mapping.columns[header]?.to ?? 'ignore'))
    .flatMap(({ values }) => values)
    .filter((value) => value.trim() !== '');
}

/** What a date of the file is in an order. */
export function readDate(cell: string, dateOrder: DateOrder, format: Formatter): string {
  const at = new DateReader(dateOrder, new ZoneClock('UTC')).read(cell);
  return Number.isNaN(at) ? 'no day that exists' : format.date(new Date(at).toISOString().slice(0, 10));
}

/** Two digits, two digits, two digits. */
const YEAR_MAY_BE_FIRST = /^\s*\d{2}([-/])\d{2}\1\d{2}(?!\d)/;

/** A date of the file read with the day first, with the month first and where it may be with the year first; the most telling cell is chosen. */
export function dateExample(guess: Guess, mapping: Mapping, format: Formatter): Example | null {
  const examples = cellsOf(guess, mapping, (to) => to === 'at').map((cell) => ({
    cell,
    readings: [
      { way: 'day first', as: readDate(cell, 'dmy', format) },
      { way: 'month first', as: readDate(cell, 'mdy', format) },
      ...(YEAR_MAY_BE_FIRST.test(cell) ? [{ way: 'year first', as: readDate(cell, 'ymd', format) }] : []),
    ],
  }));
  return examples.find(({ readings }) => readings[0]?.as !== readings[1]?.as) ?? examples[0] ?? null;
}

/** What a number of the file is with this decimal sign. */
export function readAmount(cell: string, decimal: '.' | ',', format: Formatter): string {
  const amount = readNumber(cell, decimal);
  if (Number.isNaN(amount)) return 'not a number';
  return Number.isInteger(amount) ? format.count(amount) : format.number(amount, 2);
}

/** An amount of the file read with a decimal point and with a decimal comma. */
export function decimalExample(guess: Guess, mapping: Mapping, format: Formatter): Example | null {
  const cells = cellsOf(guess, mapping, (to) => to === 'amount');
  const cell = cells.find((one) => /[.,]/.test(one)) ?? cells[0];
  if (cell === undefined) return null;
  return {
    cell,
    readings: [
      { way: 'decimal point', as: readAmount(cell, '.', format) },
      { way: 'decimal comma', as: readAmount(cell, ',', format) },
    ],
  };
}
