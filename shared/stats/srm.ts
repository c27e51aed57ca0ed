import { chiSquareUpper } from './distribution/chi-square.ts';
import { computed, notComputed, type Outcome } from './result.ts';

export interface SrmInput {
  /** Customers seen in each arm. */
  readonly observed: readonly number[];
  /** The planned weights, in any unit. */
  readonly weights: readonly number[];
}

export interface Srm {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  readonly expected: readonly number[];
  readonly method: string;
}

/**
 * Sample-ratio mismatch: Pearson's chi-square of the arms' sizes against the planned weights.
 * Not computed: lists of different lengths, negative or fractional counts, nobody
 * at all, fewer than two arms with weight, somebody in an arm of weight 0.
 */
export function srm({ observed, weights }: SrmInput): Outcome<Srm> {
  if (observed.length !== weights.length) return notComputed('weights: must be as many as observed');
  for (const [i, count] of observed.entries()) {
    if (!Number.isSafeInteger(count) || count < 0)
      return notComputed(`observed[${i}]: must be a whole number of at least 0`);
  }
  for (const [i, weight] of weights.entries()) {
    if (!Number.isFinite(weight) || weight < 0) return notComputed(`weights[${i}]: must be a number of at least 0`);
    if (weight === 0 && observed[i]! > 0) return notComputed(`observed[${i}]: somebody is in an arm whose weight is 0`);
  }
  if (weights.filter((weight) => weight > 0).length < 2) return notComputed('weights: at least two must be above 0');
  const total = observed.reduce((sum, count) => sum + count, 0);
  if (total === 0) return notComputed('observed: nobody is in any arm');
  // In units of the largest, so that no sum of weights is too large for a number.
  const largest = Math.max(...weights);
  const sum = weights.reduce((all, weight) => all + weight / largest, 0);
  const expected = weights.map((weight) => total * (weight / largest / sum));
  const statistic = expected.reduce((all, e, i) => (e === 0 ? all : all + (observed[i]! - e) ** 2 / e), 0);
  const df = expected.filter((e) => e > 0).length - 1;
  return computed({
    statistic,
    df,
    p: chiSquareUpper(statistic, df),
    expected,
    method: 'Chi-square test of the arm sizes',
  });
}
