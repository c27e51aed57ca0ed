import type { DateOrder } from './mapping.ts';

const NUMBERS = /^\s*'?(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
/** A place that takes so many years more than another is the day: days run to 31, and few exports hold so many years. */
const FAR_WIDER = 20;

/**
 * Settles what 03/04 means from a whole column, since only a 13 tells, and what 26-03-01 means: fed cell by cell.
 * Columns of one file share their order.
 */
export class DateOrderWitness {
  /** The first cell that could be two different days. */
  either: string | null = null;
  /** By order: the first cell that it makes no day of. */
  readonly #against = new Map<DateOrder, string>();
  /** The years of two digits, if they stand first and if they stand last. */
  readonly #first = new Set<number>();
  readonly #last = new Set<number>();
  #seen = false;

  see(cell: string): void {
    const found = NUMBERS.exec(cell);
    if (found === null) return;
    const [first, second, last] = [Number(found[1]), Number(found[3]), Number(found[4])];
    const readings = new Map<DateOrder, string>();
    if (isDay(second, first)) readings.set('dmy', `${last} ${second} ${first}`);
    if (isDay(first, second)) readings.set('mdy', `${last} ${first} ${second}`);
    if (mayBeginWithYear(found)) {
      this.#first.add(centuryYear(first));
      this.#last.add(centuryYear(last));
      if (isDay(second, last)) readings.set('ymd', `${first} ${second} ${last}`);
    }
    if (readings.size === 0) return;
    this.#seen = true;
    if (new Set(readings.values()).size > 1) this.either ??= cell;
    for (const order of ORDERS) if (!readings.has(order) && !this.#against.has(order)) this.#against.set(order, cell);
  }

  /** The orders that make a day of every cell seen. */
  get possible(): readonly DateOrder[] {
    return this.#seen ? ORDERS.filter((order) => !this.#against.has(order)) : [];
  }

  /** The order all cells agree on; null while none has told, or where they contradict each other. */
  get order(): DateOrder | null {
    const [only, ...others] = this.possible;
    if (only === undefined) return null;
    return others.length === 0 ? only : this.#likely();
  }

  /** Whether nothing that may follow could change the order. */
  get isCertain(): boolean {
    return this.#seen && this.possible.length <= 1;
  }

  /** Whether some cell cannot be read without knowing the order, and the order is not known. */
  get isAmbiguous(): boolean {
    return this.either !== null && this.order === null;
  }

  /** A cell that cannot have the month first and one that cannot have the day first, where no order suits all. */
  get contradiction(): readonly [string, string] | null {
    if (!this.#seen || this.possible.length > 0) return null;
    return [this.#against.get('mdy')!, this.#against.get('dmy')!];
  }

  /**
   * Days are many and scattered, the years of an export are few and follow each other: of the first and the last place
   * the one that cannot well be the year is the day.
   */
  #likely(): DateOrder | null {
    if (!this.possible.includes('ymd')) return null;
    const [first, last] = [spread(this.#first), spread(this.#last)];
    const firstIsYear = first.closed && (!last.closed || last.span - first.span >= FAR_WIDER);
    const lastIsYear = last.closed && (!first.closed || first.span - last.span >= FAR_WIDER);
    if (firstIsYear) return 'ymd';
    const yearLast = this.possible.filter((order) => order !== 'ymd');
    return lastIsYear && yearLast.length === 1 ? yearLast[0]! : null;
  }
}

const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

/** Two digits, two digits, two digits, and not parted by points: those are written with the day first. */
function mayBeginWithYear([, first, divider, , last]: RegExpExecArray): boolean {
  return first?.length === 2 && last?.length === 2 && divider !== '.';
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** 00–69 are this century, 70–99 the last. */
function centuryYear(two: number): number {
  return two < 70 ? 2000 + two : 1900 + two;
}

type Spread = {
  /** How many years from the first to the last. */
  readonly span: number;
  /** Whether none between them is missing. */
  readonly closed: boolean;
};

function spread(years: ReadonlySet<number>): Spread {
  const span = Math.max(...years) - Math.min(...years) + 1;
  return { span, closed: span === years.size };
}
