import type { MeanArm } from './arm.ts';
import { computed, notComputed, type Outcome } from './result.ts';

/**
 * n, mean and standard deviation of a sample, in two passes with a compensated
 * sum (Neumaier 1974) and the corrected sum of squares (Chan, Golub & LeVeque
 * 1983): values of 1e9 that differ in the last digits keep their spread.
 *
 * `values` may be any array of numbers. With one value the sd is 0.
 * Not computed: an empty sample, a value that is no finite number.
 */
export function summarise(values: ArrayLike<number>): Outcome<MeanArm> {
  const n = values.length;
  if (n === 0) return notComputed('values: at least one value is needed');
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let lost = 0;
  let zeros = false;
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    // Nothing is added, and outcomes are 0 for most customers.
    if (value === 0) {
      zeros = true;
      continue;
    }
    if (!Number.isFinite(value)) return notComputed(`values[${i}]: must be a number`);
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  if (zeros) [lowest, highest] = [Math.min(0, lowest), Math.max(0, highest)];
  if (lowest === highest) return computed({ n, mean: lowest, sd: 0 });
  const mean = (sum + lost) / n;
  let squares = 0;
  let rest = 0;
  for (let i = 0; i < n; i++) {
    const deviation = values[i]! - mean;
    squares += deviation * deviation;
    rest += deviation;
  }
  const sd = Math.sqrt(Math.max(0, squares - (rest * rest) / n) / (n - 1));
  if (!Number.isFinite(mean) || !Number.isFinite(sd)) return notComputed('values: too large to be added up');
  return computed({ n, mean, sd });
}

const summaries = new WeakMap<ArrayLike<number>, Outcome<MeanArm>>();

/** The same for values that never change again: summed up at the first asking only. */
export function summariseOnce(values: Float64Array): Outcome<MeanArm> {
  const known = summaries.get(values) ?? summarise(values);
  summaries.set(values, known);
  return known;
}

/** The sum of `values` with the rounding errors carried along. */
export function compensatedSum(values: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** The covariance (divisor n − 1) of two samples of the same length with known means. */
export function covariance(a: ArrayLike<number>, meanA: number, b: ArrayLike<number>, meanB: number): number {
  return sumOfProducts(a, meanA, b, meanB) / (a.length - 1);
}

/** The sum of products of two samples' deviations from their means. */
export function sumOfProducts(a: ArrayLike<number>, meanA: number, b: ArrayLike<number>, meanB: number): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - meanA) * (b[i]! - meanB);
  return sum;
}
