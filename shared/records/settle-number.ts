import type { Decimal } from './cell/number.ts';

/**
 * Which sign stands before the fraction in a file, and whether its cells leave room for doubt; `unclear` is a cell that
 * could be thousands or a fraction where no other tells, and its column.
 */
export type SettledDecimal = {
  readonly decimal: Decimal;
  readonly doubt: string | null;
  readonly unclear: { readonly cell: string; readonly column: number } | null;
};

const NUMBER_LIKE = /^[^\p{L}\d]*[A-Z]{0,3}\s?[(+-]?\d[\d.,\s'’]*\d?\)?-?\s?[^\p{L}\d]*[A-Z]{0,3}$/u;
const THOUSANDS_ONLY = /^\D*\d{1,3}(?:([.,])\d{3})+\D*$/;

type Witness = { comma: number; point: number; unclear: string | null };

/**
 * Settles the decimal sign from all numbers of a sample: `1.299,00` and `12,5` speak for the comma, `1,299.00` and
 * `12.5` for the point. `1.299` and `1,299` could be thousands or a fraction, so they only follow the others.
 */
export function settleDecimal(rows: readonly string[][]): SettledDecimal {
  const columns = witnesses(rows);
  const comma = columns.reduce((sum, each) => sum + (each?.comma ?? 0), 0);
  const point = columns.reduce((sum, each) => sum + (each?.point ?? 0), 0);
  const decimal: Decimal = comma > point ? ',' : '.';
  if (comma > 0 && point > 0) {
    return {
      decimal,
      doubt: `Some numbers are written with a decimal comma, some with a point; they are read with a ${decimal === ',' ? 'comma' : 'point'}.`,
      unclear: null,
    };
  }
  const column = columns.findIndex(
    (each) => each !== undefined && each.unclear !== null && each.comma + each.point === 0,
  );
  const cell = columns[column]?.unclear ?? null;
  if (cell === null || point > 0 || (comma > 0 && cell.includes(','))) return { decimal, doubt: null, unclear: null };
  const as = cell.includes(decimal) ? 'a fraction' : 'thousands';
  return {
    decimal,
    doubt: `${cell} could be thousands or a fraction; it is read as ${as}.`,
    unclear: { cell, column },
  };
}

/** By place; columns without a comma or a point have none. */
function witnesses(rows: readonly string[][]): (Witness | undefined)[] {
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
  return Array.from(columns);
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
