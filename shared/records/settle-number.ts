import type { Decimal } from './cell/number.ts';

/** Which sign stands before the fraction in a file, and whether its cells leave room for doubt. */
export type SettledDecimal = { readonly decimal: Decimal; readonly doubt: string | null };

const NUMBER_LIKE = /^[^\p{L}\d]*[A-Z]{0,3}\s?[(+-]?\d[\d.,\s'’]*\d?\)?-?\s?[^\p{L}\d]*[A-Z]{0,3}$/u;
const THOUSANDS_ONLY = /^\D*\d{1,3}(?:([.,])\d{3})+\D*$/;

type Witness = { comma: number; point: number; unclear: string | null };

/**
 * Settles the decimal sign from all numbers of a sample: `1.299,00` and `12,5` speak for the comma, `1,299.00` and
 * `12.5` for the point. `1.299` and `1,299` could be thousands or a fraction, so they only follow the others.
 */
export function settleDecimal(rows: readonly string[][]): SettledDecimal {
  const columns = witnesses(rows);
  const comma = columns.reduce((sum, each) => sum + each.comma, 0);
  const point = columns.reduce((sum, each) => sum + each.point, 0);
  const decimal: Decimal = comma > point ? ',' : '.';
  if (comma > 0 && point > 0) {
    return {
      decimal,
      doubt: `Some numbers are written with a decimal comma, some with a point; they are read with a ${decimal === ',' ? 'comma' : 'point'}.`,
    };
  }
  const unclear = columns.find((each) => each.unclear !== null && each.comma + each.point === 0)?.unclear ?? null;
  if (unclear === null || point > 0 || (comma > 0 && unclear.includes(','))) return { decimal, doubt: null };
  const as = unclear.includes(decimal) ? 'a fraction' : 'thousands';
  return { decimal, doubt: `${unclear} could be thousands or a fraction; it is read as ${as}.` };
}

function witnesses(rows: readonly string[][]): Witness[] {
  const columns: Witness[] = [];
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) {
      const raw = row[i]!;
      if (raw.length > 24 || (!raw.includes(',') && !raw.includes('.'))) continue;
      const cell = raw.trim();
      if (!NUMBER_LIKE.test(cell) || isClockOrDate(cell)) continue;
      columns[i] ??= { comma: 0, point: 0, unclear: null };
      const speaksFor = decimalOf(cell);
      if (speaksFor === ',') columns[i]!.comma++;
      else if (speaksFor === '.') columns[i]!.point++;
      else if (speaksFor === 'unclear') columns[i]!.unclear ??= cell;
    }
  }
  return columns.filter((each) => each !== undefined);
}

function decimalOf(cell: string): Decimal | 'unclear' | null {
  const lastComma = cell.lastIndexOf(',');
  const lastPoint = cell.lastIndexOf('.');
  if (lastComma >= 0 && lastPoint >= 0) return lastComma > lastPoint ? ',' : '.';
  const mark = lastComma >= 0 ? ',' : '.';
  const thousands = THOUSANDS_ONLY.exec(cell);
  if (cell.split(mark).length > 2) return thousands === null ? null : mark === ',' ? '.' : ',';
  return thousands !== null && !/^\D*0/.test(cell) ? 'unclear' : mark;
}

/** 12.03.2024 and 10.15.30 are no numbers. */
function isClockOrDate(cell: string): boolean {
  return /^\d{1,4}([.,])\d{1,2}\1\d{1,4}$/.test(cell);
}
