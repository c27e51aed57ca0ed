import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';
import { logBinomial } from './binomial.ts';

/** Above this a + b the library's incomplete beta loses digits (3e-6 at 1e8); the continued fraction does not. */
const LARGE = 50_000;

/** P(B ≤ x) for B ~ Beta(a, b), a and b > 0. */
export function betaLower(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (a + b <= LARGE) return betainc(x, a, b, true, false);
  return x <= a / (a + b) ? continuedFraction(x, 1 - x, a, b) : 1 - continuedFraction(1 - x, x, b, a);
}

/** P(B > x) for B ~ Beta(a, b), without the cancellation of 1 − P(B ≤ x). */
export function betaUpper(x: number, a: number, b: number): number {
  if (x <= 0) return 1;
  if (x >= 1) return 0;
  if (a + b <= LARGE) return betainc(x, a, b, true, true);
  return x <= a / (a + b) ? 1 - continuedFraction(x, 1 - x, a, b) : continuedFraction(1 - x, x, b, a);
}

/** The x with P(B ≤ x) = p for B ~ Beta(a, b). */
export function betaQuantile(p: number, a: number, b: number): number {
  return betaincinv(p, a, b, false);
}

/** The x with P(B > x) = p for B ~ Beta(a, b). */
export function betaUpperQuantile(p: number, a: number, b: number): number {
  return betaincinv(p, a, b, true);
}

/** DLMF 8.17.22 by the modified Lentz method, for x at or below the mean; y is 1 − x with all its digits. */
function continuedFraction(x: number, y: number, a: number, b: number): number {
  const front = Math.exp(logBinomial(a, a + b, x, y)) * (b / (a + b));
  const tiny = 1e-300;
  let c = 1;
  // 1 − (a + b)x/(a + 1), from whichever of x and y is the smaller.
  let d = x < 0.5 ? 1 - ((a + b) * x) / (a + 1) : (1 - b + (a + b) * y) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let value = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-15) break;
  }
  return front * value;
}
