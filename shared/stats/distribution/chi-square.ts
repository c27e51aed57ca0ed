import gammainc from '@stdlib/math-base-special-gammainc';
import { deviancePart, stirlingError } from './binomial.ts';

/** Above these degrees of freedom the library's incomplete gamma is wrong near the centre. */
const LARGE = 1000;

/** P(X > x) for a chi-square X with df > 0 degrees of freedom. */
export function chiSquareUpper(x: number, df: number): number {
  if (x <= 0) return 1;
  return df <= LARGE ? gammainc(x / 2, df / 2, true, true) : largeUpper(x / 2, df / 2);
}

/** Regularised upper incomplete gamma for large a: series below the mean, Lentz's continued fraction above. */
function largeUpper(x: number, a: number): number {
  const front = Math.exp(-stirlingError(a) - deviancePart(a, x)) / Math.sqrt(2 * Math.PI * a);
  if (x < a) {
    let term = 1;
    let sum = 1;
    for (let k = 1; term > sum * 1e-17; k++) {
      term *= x / (a + k);
      sum += term;
    }
    return 1 - front * sum;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < 1_000_000; k++) {
    const an = -k * (k - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-15) break;
  }
  return front * a * value;
}
