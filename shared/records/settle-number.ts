import type { Decimal } from './cell/number.ts';

/** Which sign stands before the fraction in a file, and whether its cells leave room for doubt. */
export type SettledDecimal = { readonly decimal: Decimal; readonly doubt: string | null };

const NUMBER_LIKE = /^[^\p{L}\d]*[A-Z]{0,3}\s?[(+-]?\d[\d.,\s'’]*\d?\)?-?\s?[^\p{L}\d]*[A-Z]{0,3}$/u;
const THOUSANDS_ONLY = /^\D*\d{1,3}(?:([.,])\d{3})+\D*$/;

/** Settles the decimal sign from all numbers of a sample: `1.299,00` and `12,5` speak for the comma, `1,299.00` and `12.5` for the point. */
export function settleDecimal(rows: readonly string[][]): SettledDecimal {
  let comma = 0;
  let point = 0;
  let either: string | null = null;
  for (const row of rows) {
    for (const raw of row) {
      if (raw.length > 24 || (!raw.includes(',') && !raw.includes('.'))) continue;
      const cell = raw.trim();
      if (!NUMBER_LIKE.test(cell) || isClockOrDate(cell)) continue;
      const speaksFor = decimalOf(cell);
      if (speaksFor === ',') comma++;
      else if (speaksFor === '.') point++;
      else either ??= cell;
    }
  }
  const decimal: Decimal = comma > point ? ',' : '.';
  if (comma > 0 && point > 0) {
    return {
      decimal,
      doubt: `Some numbers are written with a decimal comma, some with a point; they are read with a ${decimal === ',' ? 'comma' : 'point'}.`,
    };
  }
  if (comma + point === 0 && either !== null && either.includes(',')) {
    return { decimal, doubt: `${either} could be thousands or a fraction; it is read as thousands.` };
  }
  return { decimal, doubt: null };
}

function decimalOf(cell: string): Decimal | null {
  const lastComma = cell.lastIndexOf(',');
  const lastPoint = cell.lastIndexOf('.');
  if (lastComma >= 0 && lastPoint >= 0) return lastComma > lastPoint ? ',' : '.';
  const mark = lastComma >= 0 ? ',' : '.';
  const thousands = THOUSANDS_ONLY.exec(cell);
  if (cell.split(mark).length > 2) return thousands === null ? null : mark === ',' ? '.' : ',';
  if (thousands !== null && !/^\D*0/.test(cell)) return mark === '.' ? '.' : null;
  return mark;
}

/** 12.03.2024 and 10.15.30 are no numbers. */
function isClockOrDate(cell: string): boolean {
  return /^\d{1,4}([.,])\d{1,2}\1\d{1,4}$/.test(cell);
}
