import { readBoolean } from '#shared/records/cell/boolean.ts';
import { DateReader } from '#shared/records/cell/date.ts';
import { currencyNamed, type Decimal, isDollar, readNumber } from '#shared/records/cell/number.ts';
import { ZoneClock } from '#shared/records/cell/zone.ts';
import type { DateOrder } from '#shared/records/mapping.ts';
import { cellReason } from '#shared/records/reason.ts';
import type { RowPlan, ScoreSlot, TraitSlot } from './compile.ts';

/** What the cells of one file mean. `currency` is what amounts without a code are in, null where nobody said. */
export type CellFormat = {
  readonly decimal: Decimal;
  readonly dateOrder: DateOrder | null;
  readonly timeZone: string;
  readonly currency: string | null;
};

const DAY = 86_400_000;
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
  readonly #decimal: Decimal;
  readonly #zone: string;
  readonly #names: readonly string[];
  readonly #currencyColumn: number;
  readonly #fileCurrency: string | null;
  /** The currency of the pilot, once one is known. */
  currency: string | null;
  /** Whether `$` was taken for US dollars, since nothing said which dollars. */
  assumedDollars = false;

  constructor(plan: RowPlan, format: CellFormat, pilotCurrency: string | null) {
    this.#dates = new DateReader(format.dateOrder, new ZoneClock(format.timeZone));
    this.#decimal = format.decimal;
    this.#zone = format.timeZone;
    this.#names = plan.names;
    this.#currencyColumn = plan.currency;
    this.#fileCurrency = format.currency;
    this.currency = pilotCurrency ?? format.currency;
  }

  /** Milliseconds since 1970 UTC. */
  date(row: readonly string[], column: number): number | null {
    const cell = row[column]!;
    if (cell === '') return null;
    const at = this.#dates.read(cell);
    this.dayOnly = this.#dates.dayOnly;
    if (!Number.isNaN(at)) return at;
    if (cell.trim() === '') return null;
    this.fault ??= cellReason(this.#dates.fault === 'ambiguous' ? 'ambiguous-date' : 'bad-date', this.#names[column]!);
    return null;
  }

  number(row: readonly string[], column: number): number | null {
    const cell = row[column]!;
    if (cell === '') return null;
    const value = readNumber(cell, this.#decimal);
    if (!Number.isNaN(value)) return value;
    if (cell.trim() === '') return null;
    this.fault ??= cellReason('bad-number', this.#names[column]!);
    return null;
  }

  /** An amount in the pilot's currency; the first amount that names one settles it. */
  amount(row: readonly string[], column: number): number | null {
    const value = this.number(row, column);
    if (value === null) return null;
    const stated = this.#currencyColumn < 0 ? '' : row[this.#currencyColumn]!;
    if (stated !== '' && stated === this.currency) return value;
    const named = namedIn(stated) ?? currencyNamed(row[column]!) ?? this.#fileCurrency ?? this.#dollars(row[column]!);
    if (named === null || named === this.currency) return value;
    if (this.currency === null) {
      this.currency = named;
      return value;
    }
    this.fault ??= cellReason('other-currency', this.#names[stated === '' ? column : this.#currencyColumn]!);
    return null;
  }

  /** What `$` means here: the pilot's dollars, or those of the United States. */
  #dollars(cell: string): string | null {
    if (!cell.includes('$')) return null;
    if (this.currency === null) this.assumedDollars = true;
    return this.currency !== null && isDollar(this.currency) ? this.currency : 'USD';
  }

  /** A trait as it is stored: numbers as they are, yes and no as 1 and 0, dates as ISO text. */
  trait(row: readonly string[], { column, header, type }: TraitSlot): number | string | null {
    const cell = row[column]!;
    if (cell === '') return null;
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

  score(row: readonly string[], { column, header, low, high }: ScoreSlot): number | null {
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
