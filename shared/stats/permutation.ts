import type { Arms } from './arm.ts';
import { drawsFrom, resamplingProblem } from './chance.ts';
import { commonest } from './commonest.ts';
import { hypergeometricDraw } from './hypergeometric-draw.ts';
import { type Alternative, type Asking, questionOf, questionProblem } from './question.ts';
import { assertNever, computed, notComputed, type Outcome } from './result.ts';
import { compensatedSum, summarise } from './summary.ts';

export interface PermutationInput extends Arms<ArrayLike<number>>, Asking {
  readonly resamples?: number | undefined;
  readonly seed?: number | undefined;
}

export interface Permutation {
  readonly estimate: number;
  readonly p: number;
  /** Whether all arrangements were counted, instead of a sample of them. */
  readonly exact: boolean;
  /** How many arrangements were looked at. */
  readonly arrangements: number;
  readonly method: string;
}

/** Up to this many arrangements all are counted. */
const MOST_EXACT = 100_000;

/**
 * The permutation test of a difference of means (Fisher 1935). All arrangements
 * are counted when there are at most 100,000; otherwise `resamples` are drawn
 * and p = (b + 1)/(m + 1), which is never 0. Two-sided p counts arrangements
 * whose difference is at least as far from 0.
 * Not computed: an empty arm, values that are all the same.
 */
export function permutation(input: PermutationInput): Outcome<Permutation> {
  const question = questionOf(input, 0);
  const resamples = input.resamples ?? 10_000;
  const seed = input.seed ?? 1;
  const problem = questionProblem(question) ?? resamplingProblem(resamples, seed);
  if (problem !== null) return notComputed(problem);
  const control = summarise(input.control);
  if (control.kind === 'error') return notComputed(`control.${control.reason}`);
  const treatment = summarise(input.treatment);
  if (treatment.kind === 'error') return notComputed(`treatment.${treatment.reason}`);
  const all = centred([...Array.from(input.treatment, (value) => value - question.null), ...Array.from(input.control)]);
  if (all.every((value) => value === 0))
    return notComputed('control.values, treatment.values: all values are the same');
  const pool = { values: all, taken: treatment.n };
  const extreme = extremeness(pool, question.alternative);
  const arrangements = choose(all.length, treatment.n, MOST_EXACT);
  const exact = arrangements <= MOST_EXACT;
  const p = exact
    ? counted(pool, extreme) / arrangements
    : (sampled(pool, extreme, resamples, seed) + 1) / (resamples + 1);
  return computed({
    estimate: treatment.mean - control.mean,
    p,
    exact,
    arrangements: exact ? arrangements : resamples,
    method: exact ? 'Permutation test, all arrangements' : `Permutation test, ${resamples} random arrangements`,
  });
}

/** All values, the treatment's `taken` first. */
interface Pool {
  readonly values: Float64Array;
  readonly taken: number;
}

/** Around their common mean, so that the treatment's sum alone tells the difference. */
function centred(values: readonly number[]): Float64Array {
  const mean = compensatedSum(values) / values.length;
  const same = values.every((value) => value === values[0]);
  return Float64Array.from(values, (value) => (same ? 0 : value - mean));
}

/** Whether a treatment sum is at least as extreme as the one seen, rounding errors forgiven. */
function extremeness({ values, taken }: Pool, alternative: Alternative): (sum: number) => boolean {
  const seen = compensatedSum(values.subarray(0, taken));
  const slack = 1e-11 * values.reduce((sum, value) => sum + Math.abs(value), 0);
  switch (alternative) {
    case 'two-sided':
      return (sum) => Math.abs(sum) >= Math.abs(seen) - slack;
    case 'greater':
      return (sum) => sum >= seen - slack;
    case 'less':
      return (sum) => sum <= seen + slack;
    default:
      return assertNever(alternative);
  }
}

/** n over k, or a number above `limit` once it exceeds it. */
function choose(n: number, k: number, limit: number): number {
  let result = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) {
    result = (result * (n - Math.min(k, n - k) + i)) / i;
    if (result > limit) return limit + 1;
  }
  return Math.round(result);
}

function counted({ values, taken }: Pool, extreme: (sum: number) => boolean): number {
  let count = 0;
  const visit = (from: number, left: number, sum: number) => {
    if (left === 0) {
      if (extreme(sum)) count += 1;
      return;
    }
    for (let i = from; i <= values.length - left; i++) visit(i + 1, left - 1, sum + values[i]!);
  };
  visit(0, taken, 0);
  return count;
}

/**
 * The commonest value (those who spent nothing, say) is not dealt out one by one: how many of the others come into
 * the arm is one draw, and only those are dealt.
 */
function sampled({ values, taken }: Pool, extreme: (sum: number) => boolean, resamples: number, seed: number): number {
  const draws = drawsFrom(seed);
  // Dealing the smaller arm is enough: the centred values add up to 0.
  const fewer = Math.min(taken, values.length - taken);
  const sign = fewer === taken ? 1 : -1;
  const common = commonest(values);
  const others = values.filter((value) => value !== common);
  const dealt = hypergeometricDraw(others.length, values.length - others.length, fewer, draws);
  let count = 0;
  for (let m = 0; m < resamples; m++) {
    const some = dealt();
    let sum = (fewer - some) * common;
    for (let i = 0; i < some; i++) {
      const j = i + draws.index(others.length - i);
      const picked = others[j]!;
      others[j] = others[i]!;
      others[i] = picked;
      sum += picked;
    }
    if (extreme(sign * sum)) count += 1;
  }
  return count;
}
