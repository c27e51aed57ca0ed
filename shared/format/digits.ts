/**
 * How many digits after the point a figure deserves. A rate of 14.6 % is not known to 14.5938 %: below 1 two decimals,
 * of the very small two significant digits, of larger ones fewer decimals.
 */
export function digitsOf(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || size >= 1000) return 0;
  if (size >= 1) return 1;
  if (size >= 0.05) return 2;
  return Math.min(2 - 1 - Math.floor(Math.log10(size)), 6);
}

/**
 * Digits for both ends of a range, by its width: an interval from −2 to +41 does not need tenths, one from 1.4 to 4.8
 * does. Ends that do not exist (`null`) do not count; zero wide ranges are treated as a single figure.
 */
export function digitsOfRange(lower: number | null, upper: number | null): number {
  if (lower === null || upper === null) return Math.abs(lower ?? upper ?? 0) >= 10 ? 0 : 1;
  const width = Math.abs(upper - lower);
  if (width === 0) return digitsOf(lower);
  if (width >= 20) return 0;
  if (width >= 0.5) return 1;
  return Math.min(1 - Math.floor(Math.log10(width)), 6);
}
