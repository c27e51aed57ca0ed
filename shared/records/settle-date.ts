import type { DateOrder } from './mapping.ts';

const TWO_READINGS = /^\s*(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/;

/**
 * Settles what 03/04 means from a whole column, since only a 13 tells: fed cell by cell, until `order` is known.
 * Columns of one file share their order.
 */
export class DateOrderWitness {
  /** A cell whose first number cannot be a month, one whose second cannot, and one that could be both. */
  dayFirst: string | null = null;
  monthFirst: string | null = null;
  either: string | null = null;

  see(cell: string): void {
    const found = TWO_READINGS.exec(cell);
    if (found === null) return;
    const first = Number(found[1]);
    const second = Number(found[3]);
    if (first > 12 && first <= 31 && second <= 12) this.dayFirst ??= cell;
    else if (second > 12 && second <= 31 && first <= 12) this.monthFirst ??= cell;
    else if (first <= 12 && second <= 12) this.either ??= cell;
  }

  /** The order all cells agree on; null while none has told, or where they contradict each other. */
  get order(): DateOrder | null {
    if (this.dayFirst !== null) return this.monthFirst === null ? 'dmy' : null;
    return this.monthFirst === null ? null : 'mdy';
  }

  /** Whether some cell cannot be read without knowing the order, and the order is not known. */
  get isAmbiguous(): boolean {
    return this.either !== null && this.order === null;
  }

  get contradicts(): boolean {
    return this.dayFirst !== null && this.monthFirst !== null;
  }
}
