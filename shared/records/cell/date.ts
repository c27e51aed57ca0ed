import type { DateOrder } from '../mapping.ts';
import { monthNumber, writtenDate } from './month.ts';
import { clockTime, NO_CLOCK } from './time.ts';
import type { ZoneClock } from './zone.ts';

/** What became of one cell: a moment, or why there is none. */
export type DateFault = 'bad' | 'ambiguous';

const DIGITS = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:[T ,]+(.+))?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** Seconds since 1970, with or without a fraction; or milli-, or microseconds. */
const EPOCH = /^\d{10}(?:\.\d{1,9}|\d{3}|\d{6})?$/;
/** No longer cell is a date; the patterns would take the square of its length to find that out. */
const LONGEST = 100;
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Reads the dates of one column. `order` settles what 03/04 means, and 26-03-01; where it is null (or `ymd`, with the
 * year last) a cell that could be two days is `ambiguous`. Between points the year of two digits stands last. Dates that do not exist are `bad`, as are years before 1900 or
 * after 2199. Times without an offset are the zone's clock time.
 *
 * `read` gives milliseconds since 1970 UTC or NaN; `dayOnly` and `fault` then tell more about the cell just read, so
 * that a million cells need no million objects.
 */
export class DateReader {
  readonly #order: DateOrder | null;
  readonly #clock: ZoneClock;
  dayOnly = false;
  fault: DateFault = 'bad';

  constructor(order: DateOrder | null, clock: ZoneClock) {
    this.#order = order;
    this.#clock = clock;
  }

  read(text: string): number {
    this.dayOnly = false;
    this.fault = 'bad';
    const fast = this.#isoFast(text);
    return Number.isNaN(fast) ? this.#readAny(unguarded(text)) : fast;
  }

  /** `2026-03-01`, alone or followed by ` 10:22:05` and perhaps ` -0500`: most cells of most exports. */
  #isoFast(text: string): number {
    const length = text.length;
    if (length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN;
    const day = midnight(four(text, 0), two(text, 5), two(text, 8));
    if (Number.isNaN(day)) return Number.NaN;
    if (length === 10) {
      this.dayOnly = true;
      return this.#clock.toUtc(day);
    }
    if (length < 19 || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return Number.NaN;
    const divider = text.charCodeAt(10);
    if (divider !== 32 && divider !== 84) return Number.NaN;
    const hour = two(text, 11);
    const minute = two(text, 14);
    const second = two(text, 17);
    if (!(hour < 24 && minute < 60 && second < 60)) return Number.NaN;
    const local = day + hour * 3_600_000 + minute * 60_000 + second * 1000;
    if (length === 19) return this.#clock.toUtc(local);
    if (length === 20 && text.charCodeAt(19) === 90) return local;
    if (length !== 25 || text.charCodeAt(19) !== 32) return Number.NaN;
    const sign = text.charCodeAt(20);
    const offset = two(text, 21) * 60 + two(text, 23);
    if ((sign !== 43 && sign !== 45) || !(offset <= 14 * 60)) return Number.NaN;
    return sign === 43 ? local - offset * 60_000 : local + offset * 60_000;
  }

  #readAny(text: string): number {
    if (text.length > LONGEST) return Number.NaN;
    const digits = DIGITS.exec(text);
    if (digits !== null) return this.#readDigits(digits[1]!, digits[2]!, digits[3]!, digits[4]!, digits[5]);
    const compact = COMPACT.exec(text);
    if (compact !== null) {
      const [, year, month, day, hour, minute, second, zone] = compact;
      const clock = hour === undefined ? undefined : `${hour}:${minute}:${second ?? '00'}${zone ?? ''}`;
      return this.#at(midnight(+year!, +month!, +day!), clock);
    }
    if (EPOCH.test(text)) return sinceEpoch(text);
    const written = writtenDate(text);
    if (written === null) return Number.NaN;
    return this.#at(midnight(written.year, monthNumber(written.month), written.day), written.rest);
  }

  #readDigits(a: string, divider: string, b: string, c: string, rest: string | undefined): number {
    if (a.length === 4 && c.length <= 2) return this.#at(midnight(+a, +b, +c), rest);
    if (a.length > 2 || c.length === 3 || c.length === 1) return Number.NaN;
    if (c.length === 2 && this.#order === 'ymd') return this.#at(midnight(century(a), +b, +c), rest);
    const year = c.length === 4 ? +c : century(c);
    const dayFirst = midnight(year, +b, +a);
    const monthFirst = midnight(year, +a, +b);
    if (this.#order === 'dmy') return this.#at(dayFirst, rest);
    if (this.#order === 'mdy') return this.#at(monthFirst, rest);
    const mayBeginWithYear = a.length === 2 && c.length === 2 && divider !== '.' && this.#order === null;
    const yearFirst = mayBeginWithYear ? midnight(century(a), +b, +c) : Number.NaN;
    const [day, ...others] = new Set([dayFirst, monthFirst, yearFirst].filter((each) => !Number.isNaN(each)));
    if (others.length === 0) return this.#at(day ?? Number.NaN, rest);
    this.fault = 'ambiguous';
    return Number.NaN;
  }

  #at(day: number, rest: string | undefined): number {
    if (Number.isNaN(day)) return Number.NaN;
    if (rest === undefined || rest === '') {
      this.dayOnly = true;
      return this.#clock.toUtc(day);
    }
    const time = clockTime(rest);
    if (time === NO_CLOCK) return Number.NaN;
    const local = day + time.milliseconds;
    return time.offsetMinutes === null ? this.#clock.toUtc(local) : local - time.offsetMinutes * 60_000;
  }
}

function sinceEpoch(digits: string): number {
  if (digits.length === 13 && !digits.includes('.')) return Number(digits);
  return digits.length === 16 && !digits.includes('.')
    ? Math.floor(Number(digits) / 1000)
    : Math.floor(Number(digits) * 1000);
}

/** Without the apostrophe that keeps spreadsheets from making a date of it. */
function unguarded(text: string): string {
  return text.trim().replace(/^'(?=\d)/, '');
}

/** The first day of the clock face of a date as UTC milliseconds; NaN when there is no such day. */
function midnight(year: number, month: number, day: number): number {
  if (!(year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN;
  if (day > MONTH_DAYS[month - 1]!) return Number.NaN;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return Number.NaN;
  return Date.UTC(year, month - 1, day);
}

/** 00–69 are this century, 70–99 the last. */
function century(two: string): number {
  const year = Number(two);
  return year < 70 ? 2000 + year : 1900 + year;
}

function two(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

function four(text: string, at: number): number {
  return two(text, at) * 100 + two(text, at + 2);
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}
