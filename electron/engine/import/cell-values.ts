import { readBoolean } from '#shared/records/cell/boolean.ts';
import { DateReader } from '#shared/records/cell/date.ts';
import { currencyNamed, type Decimal, isDollar, readNumber } from '#shared/records/cell/number.ts';
import { ZoneClock } from '#shared/records/cell/zone.ts';
import type { DateOrder } from '#shared/records/mapping.ts';
import { converted, type Rates } from '#shared/records/rates.ts';
import { cellReason } from '#shared/records/reason.ts';
import { CellCache } from './cell-cache.ts';
import type { Cells } from './cells.ts';
import type { RowPlan, ScoreSlot, TraitSlot } from './compile.ts';
import { plainMoment, plainNumber } from './plain-cell.ts';

/** What the cells of one file mean. `currency` is what amounts without a code are in, null where nobody said. */
export type CellFormat = {
  readonly decimal: Decimal;
  readonly dateOrder: DateOrder | null;
  readonly timeZone: string;
  readonly currency: string | null;
  /** What one of another currency is worth in the pilot's. */
  readonly rates: Rates;
};

/** What an amount was before it was converted. */
export type ConvertedFrom = { readonly amount: number; readonly currency: string; readonly rate: number };

const DAY = 86_400_000;
const DOLLAR = 36;
/** How long a plain date without a time is. */
const DAY_ONLY = 10;
/** Cells whose currency is remembered. */
const REMEMBERED = 1000;
/** Exports write '01234 and '+49…, so that a spreadsheet leaves codes and numbers alone. */
const SPREADSHEET_GUARD = /^'(?=[\d+=@-])/;

/**
 * The typed cells of the row at hand. Each method gives the value, or null after having put the reason into `fault`;
 * an empty cell is null without a fault.
 */
export class CellValues {
  fault: string | null = null;
  /** Whether the date read last had no time. */
  dayOnly = false;
  readonly #dates: DateReader;
  readonly #clock: ZoneClock;
  readonly #decimal: Decimal;
  readonly #zone: string;
  readonly #names: readonly string[];
  readonly #currencyColumn: number;
  readonly #fileCurrency: string | null;
  readonly #stated = new CellCache(REMEMBERED, namedIn);
  readonly #signs = new CellCache(REMEMBERED, currencyNamed);
  /** What the amount read last was converted from; null where it was not. */
  convertedFrom: ConvertedFrom | null = null;
  readonly #rates: Rates;
  /** The currency of the pilot, once one is known. */
  currency: string | null;
  /** Whether `$` was taken for US dollars, since nothing said which dollars. */
  assumedDollars = false;

  constructor(plan: RowPlan, format: CellFormat, pilotCurrency: string | null) {
    this.#clock = new ZoneClock(format.timeZone);
    this.#dates = new DateReader(format.dateOrder, this.#clock);
    this.#decimal = format.decimal;
    this.#zone = format.timeZone;
    this.#names = plan.names;
    this.#currencyColumn = plan.currency;
    this.#fileCurrency = format.currency;
    this.#rates = format.rates;
    this.currency = pilotCurrency ?? format.currency;
  }

  /** The zone that times without an offset are read in, and how many of them it was in doubt about. */
  get oddHours(): { readonly zone: string; readonly twice: number; readonly skipped: number } {
    return { zone: this.#zone, ...this.#clock.odd };
  }

  /** Milliseconds since 1970 UTC. */
  date(row: Cells, column: number): number | null {
    if (row.isEmpty(column)) return null;
    const local = plainMoment(row.bytes, row.from(column), row.to(column));
    if (!Number.isNaN(local)) {
      this.dayOnly = row.to(column) - row.from(column) === DAY_ONLY;
      return this.#clock.toUtc(local);
    }
    const cell = row.text(column);
    const at = this.#dates.read(cell);
    this.dayOnly = this.#dates.dayOnly;
    if (!Number.isNaN(at)) return at;
    if (cell.trim() === '') return null;
    this.fault ??= cellReason(this.#dates.fault === 'ambiguous' ? 'ambiguous-date' : 'bad-date', this.#names[column]!);
    return null;
  }

  number(row: Cells, column: number): number | null {
    if (row.isEmpty(column)) return null;
    const plain = this.#decimal === '.' ? plainNumber(row.bytes, row.from(column), row.to(column)) : Number.NaN;
    if (!Number.isNaN(plain)) return plain;
    const cell = row.text(column);
    const value = readNumber(cell, this.#decimal);
    if (!Number.isNaN(value)) return value;
    if (cell.trim() === '') return null;
    this.fault ??= cellReason('bad-number', this.#names[column]!);
    return null;
  }

  /** An amount in the pilot's currency, converted where there is a rate; the first amount that names one settles it. */
  amount(row: Cells, column: number): number | null {
    const value = this.number(row, column);
    if (value === null) return null;
    const stated = this.#currencyColumn < 0 ? null : this.#stated.of(row, this.#currencyColumn);
    if (stated !== null && stated === this.currency) return value;
    const named = stated ?? this.#signs.of(row, column) ?? this.#fileCurrency ?? this.#dollars(row, column);
    if (named === null || named === this.currency) return value;
    if (this.currency === null) {
      this.currency = named;
      return value;
    }
    const rate = Object.hasOwn(this.#rates, named) ? this.#rates[named] : undefined;
    if (rate !== undefined) {
      this.convertedFrom = { amount: value, currency: named, rate };
      return converted(value, rate);
    }
    this.fault ??= cellReason('other-currency', this.#names[stated === null ? column : this.#currencyColumn]!);
    return null;
  }

  /** What `$` means here: the pilot's dollars, or those of the United States. */
  #dollars(row: Cells, column: number): string | null {
    if (!row.has(column, DOLLAR)) return null;
    if (this.currency === null) this.assumedDollars = true;
    return this.currency !== null && isDollar(this.currency) ? this.currency : 'USD';
  }

  /** A trait as it is stored: numbers as they are, yes and no as 1 and 0, dates as ISO text. */
  trait(row: Cells, { column, header, type }: TraitSlot): number | string | null {
    if (row.isEmpty(column)) return null;
    const cell = row.text(column);
    switch (type) {
      case 'text': {
        const text = cell.trim().replace(SPREADSHEET_GUARD, '');
        return text === '' ? null : text;
      }
      case 'number':
        return this.number(row, column);
      case 'boolean': {
        const truth = readBoolean(cell);
        if (truth === null && cell.trim() !== '') this.fault ??= cellReason('bad-boolean', header);
        return truth === null ? null : Number(truth);
      }
      case 'date': {
        const at = this.date(row, column);
        return at === null ? null : this.#dateText(at);
      }
    }
  }

  score(row: Cells, { column, header, low, high }: ScoreSlot): number | null {
    const value = this.number(row, column);
    if (value === null) return null;
    if (value >= low && value <= high) return value;
    this.fault ??= cellReason('score-off-scale', header);
    return null;
  }

  #dateText(at: number): string {
    if (!this.dayOnly) return new Date(at).toISOString();
    const local = this.#zone === 'UTC' ? at : at + DAY / 2;
    return new Date(local).toISOString().slice(0, 10);
  }
}

function namedIn(cell: string): string | null {
  const text = cell.trim();
  if (text === '') return null;
  return /^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : (currencyNamed(text) ?? text);
}
