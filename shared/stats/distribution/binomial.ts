import gammaln from '@stdlib/math-base-special-gammaln';

const LOG_SQRT_TWO_PI = 0.918_938_533_204_672_8;
const LOG_TWO_PI = 2 * LOG_SQRT_TWO_PI;

/**
 * The error of Stirling's formula, log(n!) − log(√(2πn)(n/e)ⁿ), for real n > 0.
 * Differences of log-factorials lose all digits at n = 1e8; this does not.
 * C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
 */
export function stirlingError(n: number): number {
  if (n <= 15) return gammaln(n + 1) - (n + 0.5) * Math.log(n) + n - LOG_SQRT_TWO_PI;
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
}

/** Loader's deviance part x·log(x/m) + m − x, without cancellation where x ≈ m. */
export function deviancePart(x: number, m: number): number {
  if (x === 0) return m;
  if (Math.abs(x - m) < 0.1 * (x + m)) {
    const v = (x - m) / (x + m);
    let sum = (x - m) * v;
    let power = 2 * x * v;
    for (let j = 1; j < 1000; j++) {
      power *= v * v;
      const next = sum + power / (2 * j + 1);
      if (next === sum) return next;
      sum = next;
    }
  }
  return x * Math.log(x / m) + m - x;
}

/**
 * Log of the binomial probability of x in n at p (q = 1 − p is passed so that
 * a p near 1 keeps its digits). x and n may be real: the same form serves the beta density.
 */
export function logBinomial(x: number, n: number, p: number, q: number): number {
  if (p === 0) return x === 0 ? 0 : Number.NEGATIVE_INFINITY;
  if (q === 0) return x === n ? 0 : Number.NEGATIVE_INFINITY;
  if (x === 0) return n === 0 ? 0 : p < 0.1 ? n * Math.log1p(-p) : n * Math.log(q);
  if (x === n) return q < 0.1 ? n * Math.log1p(-q) : n * Math.log(p);
  if (x < 0 || x > n) return Number.NEGATIVE_INFINITY;
  const centre =
    stirlingError(n) - stirlingError(x) - stirlingError(n - x) - deviancePart(x, n * p) - deviancePart(n - x, n * q);
  return centre - 0.5 * (LOG_TWO_PI + Math.log(x) + Math.log((n - x) / n));
}
