import { writeDate } from './date.ts';
import { digitsOf, digitsOfRange } from './digits.ts';
import { usableLocale, usableTimeZone } from './locale.ts';
import { currencyDigits, writeNumber } from './number.ts';
import { writePValue } from './p-value.ts';
import { NOTHING, type Sign, UNIT_SPACE } from './sign.ts';
import { ENGLISH_FIGURE_WORDS, type FigureWords } from './words.ts';

/** What a metric is counted in: a rate is a fraction of customers. */
export type Unit = 'rate' | 'money' | 'number';

/** A figure that may not exist. */
type Figure = number | null;

/**
 * Writes every figure the user reads. `null`, and whatever is not finite, becomes "–".
 * Rates, lifts, levels and points take fractions (0.031 is 3.1 % or 3.1 points).
 */
export type Formatter = {
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string | null;
  /** "12,418" */
  count(value: Figure): string;
  /** "3.1", "0.31", "1,204"; two significant digits below 1. */
  number(value: Figure, digits?: number): string;
  /** "+3.1" */
  signedNumber(value: Figure, digits?: number): string;
  /** A rate: "14.6 %", "0.31 %". */
  percent(rate: Figure, digits?: number): string;
  /** A relative lift: "+27 %", "−2.4 %"; tenths only below 10 %. */
  lift(relative: Figure, digits?: number): string;
  /** A confidence level, or any round share: "95 %", "97.5 %". */
  level(share: Figure): string;
  /** A difference of rates: "+3.1 points". */
  points(difference: Figure, digits?: number): string;
  /** The size of a difference of rates without sign and unit, as in "3.1 more in every 100". */
  inHundred(difference: Figure, digits?: number): string;
  /** "$ 9.12"; from 1,000 on without cents. `currency` defaults to the formatter's own. */
  money(amount: Figure, currency?: string | null): string;
  signedMoney(amount: Figure, currency?: string | null): string;
  /** "p = 0.93", "p < 0.001" */
  pValue(p: Figure): string;
  /** An arm's mean in its unit: "14.6 %", "$ 9.12", "1.2". */
  value(mean: Figure, unit: Unit): string;
  /** An absolute lift in its unit: "+3.1 points", "+$ 1.75", "+0.2". */
  change(difference: Figure, unit: Unit): string;
  /** A difference somebody named, such as a margin: "0.5 points", "$ 400", without needless decimals. */
  given(difference: Figure, unit: Unit): string;
  /** Both ends of an absolute lift: "+1.4 to +4.8 points". An end that does not exist is said. */
  changeRange(lower: Figure, upper: Figure, unit: Unit): string;
  /** Both ends of a relative lift: "+12 to +43 %". */
  liftRange(lower: Figure, upper: Figure): string;
  /** Both ends of a mean: "13.8 to 15.4 %". */
  valueRange(lower: Figure, upper: Figure, unit: Unit): string;
  /** "12 December 2026" */
  date(iso: string | null): string;
  /** "12 Dec 2026" */
  dateShort(iso: string | null): string;
  /** "12 Dec" */
  day(iso: string | null): string;
  /** "12 Dec 2026, 14:03", in the formatter's time zone. */
  dateTime(iso: string | null): string;
  /** "38 MB" */
  bytes(value: Figure): string;
};

export type FormatterSettings = {
  readonly locale: string;
  readonly timeZone: string;
  /** Three letters; null: amounts are written as bare numbers. */
  readonly currency: string | null;
  readonly words?: FigureWords;
};

const KNOWN_CURRENCY = /^[A-Z]{3}$/;

/** The one maker of formatters. An unknown locale becomes en-GB and an unknown time zone UTC, instead of an error. */
export function formatter(settings: FormatterSettings): Formatter {
  const locale = usableLocale(settings.locale);
  const timeZone = usableTimeZone(settings.timeZone);
  const words = settings.words ?? ENGLISH_FIGURE_WORDS;

  const write = (value: number, digits: number, sign: Sign, unit: string) =>
    writeNumber(locale, value, { digits, sign, unit });
  const orNothing = (value: Figure, text: (value: number) => string): string =>
    value === null || !Number.isFinite(value) ? NOTHING : text(value);

  const currencyOf = (currency: string | null | undefined): string | null => {
    const code = currency === undefined ? settings.currency : currency;
    return code !== null && KNOWN_CURRENCY.test(code) ? code : null;
  };
  const writeMoney = (amount: Figure, currency: string | null, sign: Sign, digits: number | null) =>
    orNothing(amount, (value) => {
      if (currency === null) return write(value, digits ?? (Math.abs(value) >= 1000 ? 0 : 2), sign, 'none');
      return write(value, digits ?? (Math.abs(value) >= 1000 ? 0 : currencyDigits(currency)), sign, currency);
    });
  const withPoints = (text: string) => (text === NOTHING ? text : `${text}${UNIT_SPACE}${words.points}`);
  const named = (text: string) => (text === '1' ? `1${UNIT_SPACE}${words.point}` : withPoints(text));
  const liftDigits = (relative: number) => (Math.abs(relative) >= 0.0995 ? 0 : 1);

  /** Ends share their digits, and the unit stands once at the end where the locale puts it behind. */
  const ends = (lower: Figure, upper: Figure, one: (value: number) => string, last: (value: number) => string) => {
    if (lower === null && upper === null) return NOTHING;
    if (lower === null) return words.noLowerLimit(last(upper as number));
    if (upper === null) return words.noUpperLimit(last(lower));
    return words.range(one(lower), last(upper));
  };
  const scaledEnds = (lower: Figure, upper: Figure, sign: Sign, last: (value: number, digits: number) => string) => {
    const [low, high] = [times100(lower), times100(upper)];
    const digits = digitsOfRange(low, high);
    return ends(
      lower,
      upper,
      (value) => write(value * 100, digits, sign, 'none'),
      (value) => last(value, digits),
    );
  };
  const plainEnds = (lower: Figure, upper: Figure, unit: Unit, sign: Sign) => {
    const currency = unit === 'money' ? currencyOf(undefined) : null;
    if (unit === 'money') {
      const one = (value: number) => writeMoney(value, currency, sign, null);
      return ends(lower, upper, one, one);
    }
    const one = (value: number) => write(value, digitsOfRange(lower, upper), sign, 'none');
    return ends(lower, upper, one, one);
  };

  const self: Formatter = {
    locale,
    timeZone,
    currency: settings.currency,
    count: (value) => orNothing(value, (n) => write(n, 0, 'plain', 'none')),
    number: (value, digits) => orNothing(value, (n) => write(n, digits ?? integerOr(n), 'plain', 'none')),
    signedNumber: (value, digits) => orNothing(value, (n) => write(n, digits ?? integerOr(n), 'signed', 'none')),
    percent: (rate, digits) =>
      orNothing(rate, (r) => write(r, digits ?? (r === 1 ? 0 : digitsOf(r * 100)), 'plain', 'percent')),
    lift: (relative, digits) => orNothing(relative, (r) => write(r, digits ?? liftDigits(r), 'signed', 'percent')),
    level: (share) => orNothing(share, (s) => write(s, decimalsNeeded(s * 100), 'plain', 'percent')),
    points: (difference, digits) =>
      withPoints(orNothing(difference, (d) => write(d * 100, digits ?? digitsOf(d * 100), 'signed', 'none'))),
    inHundred: (difference, digits) =>
      orNothing(difference, (d) => write(Math.abs(d * 100), digits ?? digitsOf(d * 100), 'plain', 'none')),
    money: (amount, currency) => writeMoney(amount, currencyOf(currency), 'plain', null),
    signedMoney: (amount, currency) => writeMoney(amount, currencyOf(currency), 'signed', null),
    pValue: (p) => orNothing(p, (value) => writePValue(locale, value)),
    value(mean, unit) {
      if (unit === 'rate') return self.percent(mean);
      return unit === 'money' ? self.money(mean) : self.number(mean);
    },
    change(difference, unit) {
      if (unit === 'rate') return self.points(difference);
      return unit === 'money' ? self.signedMoney(difference) : self.signedNumber(difference);
    },
    given: (difference, unit) =>
      orNothing(difference, (d) => {
        if (unit === 'rate') return named(write(d * 100, decimalsNeeded(d * 100), 'plain', 'none'));
        if (unit === 'money') return writeMoney(d, currencyOf(undefined), 'plain', Number.isInteger(d) ? 0 : null);
        return write(d, decimalsNeeded(d), 'plain', 'none');
      }),
    changeRange: (lower, upper, unit) =>
      unit === 'rate'
        ? scaledEnds(lower, upper, 'signed', (value, digits) => self.points(value, digits))
        : plainEnds(lower, upper, unit, 'signed'),
    liftRange: (lower, upper) => scaledEnds(lower, upper, 'signed', (value, digits) => self.lift(value, digits)),
    valueRange: (lower, upper, unit) =>
      unit === 'rate'
        ? scaledEnds(lower, upper, 'plain', (value, digits) => self.percent(value, digits))
        : plainEnds(lower, upper, unit, 'plain'),
    date: (iso) => dateOrNothing(iso, 'full'),
    dateShort: (iso) => dateOrNothing(iso, 'short'),
    day: (iso) => dateOrNothing(iso, 'day'),
    dateTime: (iso) => dateOrNothing(iso, 'time'),
    bytes: (value) => orNothing(value, (n) => writeBytes(n, (size, digits) => write(size, digits, 'plain', 'none'))),
  };
  return self;

  function dateOrNothing(iso: string | null, style: 'full' | 'short' | 'day' | 'time'): string {
    return iso === null ? NOTHING : (writeDate(locale, timeZone, iso, style) ?? NOTHING);
  }
}

function times100(value: Figure): Figure {
  return value === null ? null : value * 100;
}

function integerOr(value: number): number {
  return Number.isInteger(value) ? 0 : digitsOf(value);
}

/** 95 needs none, 97.5 one, 99.17 (a corrected level) two. */
function decimalsNeeded(percentage: number): number {
  return [0, 1].find((digits) => Math.abs(percentage - Number(percentage.toFixed(digits))) < 1e-9) ?? 2;
}

function writeBytes(bytes: number, write: (size: number, digits: number) => string): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${write(size, unit > 0 && size < 9.95 ? 1 : 0)}${UNIT_SPACE}${units[unit]}`;
}
