const POINT = 46;
const MINUS = 45;
const ZERO = 48;
const NINE = 57;
const POWERS = Float64Array.from({ length: 16 }, (_, i) => 10 ** i);

/**
 * A number of digits, perhaps behind a minus and with one point between them, as its bytes; NaN for every other, which
 * `readNumber` may still read. Fifteen digits over a power of ten are divided without a second rounding, so this gives
 * what `Number` gives.
 */
export function plainNumber(bytes: Uint8Array, from: number, to: number): number {
  const negative = bytes[from] === MINUS;
  const start = negative ? from + 1 : from;
  if (to === start || to - from > 15) return Number.NaN;
  let digits = 0;
  let point = -1;
  for (let i = start; i < to; i++) {
    const byte = bytes[i]!;
    if (byte >= ZERO && byte <= NINE) digits = digits * 10 + (byte - ZERO);
    else if (byte === POINT && point < 0 && i > start) point = i;
    else return Number.NaN;
  }
  const value = point < 0 ? digits : digits / POWERS[to - point - 1]!;
  return negative ? -value : value;
}

const COLON = 58;
const DAY = 86_400_000;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** Days before each month of a year that is no leap year. */
const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

/**
 * `2026-03-01` or `2026-03-01 10:22:05`, with a space or a T, as its bytes: what the clock showed, as if it were UTC, in
 * milliseconds since 1970. NaN for every other cell, which `DateReader` may still read.
 */
export function plainMoment(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  if ((length !== 10 && length !== 19) || bytes[from + 4] !== MINUS || bytes[from + 7] !== MINUS) return Number.NaN;
  const year = two(bytes, from) * 100 + two(bytes, from + 2);
  const month = two(bytes, from + 5);
  const day = two(bytes, from + 8);
  if (!(year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day > MONTH_DAYS[month - 1]! + (leap && month === 2 ? 1 : 0)) return Number.NaN;
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 477;
  const days = (year - 1970) * 365 + leapDays + BEFORE_MONTH[month - 1]! + (leap && month > 2 ? 1 : 0) + day - 1;
  if (length === 10) return days * DAY;
  const divider = bytes[from + 10];
  if ((divider !== 32 && divider !== 84) || bytes[from + 13] !== COLON || bytes[from + 16] !== COLON) return Number.NaN;
  const hour = two(bytes, from + 11);
  const minute = two(bytes, from + 14);
  const second = two(bytes, from + 17);
  if (!(hour < 24 && minute < 60 && second < 60)) return Number.NaN;
  return days * DAY + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** Two digits; NaN where one is none. */
function two(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - ZERO;
  const ones = bytes[at + 1]! - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
