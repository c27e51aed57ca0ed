import type { Arms } from './arm.ts';
import { pivotalP } from './pivotal.ts';
import { type Alternative, type Asking, questionOf, questionProblem } from './question.ts';
import { assertNever, computed, notComputed, type Outcome } from './result.ts';
import { summarise } from './summary.ts';

export interface MannWhitneyInput extends Arms<ArrayLike<number>>, Asking {
  /** Of the normal approximation; on unless said otherwise. */
  readonly continuity?: 'corrected' | 'plain' | undefined;
}

export interface MannWhitney {
  /** Pairs in which treatment's value is the higher one, ties counted half: R's W. */
  readonly u: number;
  readonly statistic: number;
  readonly p: number;
  /** The chance that a customer of treatment lies above one of control: u over all pairs. */
  readonly probabilityOfSuperiority: number;
  readonly estimate: number;
  readonly method: string;
}

/** Up to this many pairs, and without ties, the distribution of u is counted. */
const MOST_EXACT = 2500;

/**
 * The Mann–Whitney (1947) rank test, as R's `wilcox.test`: exact without ties up
 * to 2,500 pairs, else normal with the variance corrected for ties. `null`
 * shifts the treatment's values. `estimate` is the probability of superiority.
 * Not computed: an empty arm, values that are all the same.
 */
export function mannWhitney(input: MannWhitneyInput): Outcome<MannWhitney> {
  const question = questionOf(input, 0);
  const problem = questionProblem(question);
  if (problem !== null) return notComputed(problem);
  for (const path of ['control', 'treatment'] as const) {
    const summary = summarise(input[path]);
    if (summary.kind === 'error') return notComputed(`${path}.${summary.reason}`);
  }
  const ranked = rankedArms(input, question.null);
  const { u, ties, n, m } = ranked;
  const pairs = n * m;
  const exact = ties === 0 && pairs <= MOST_EXACT;
  if (!exact && !(ranked.variance > 0)) return notComputed('control.values, treatment.values: all values are the same');
  const corrected = (input.continuity ?? 'corrected') === 'corrected';
  const p = exact ? exactP(u, n, m, question.alternative) : normalP(ranked, corrected, question.alternative);
  return computed({
    u,
    statistic: u,
    p,
    probabilityOfSuperiority: u / pairs,
    estimate: u / pairs,
    method: exact ? 'Mann–Whitney, exact' : `Mann–Whitney, normal${corrected ? ' with continuity correction' : ''}`,
  });
}

interface Ranked {
  readonly u: number;
  /** Σ(t³ − t) over groups of equal values. */
  readonly ties: number;
  readonly n: number;
  readonly m: number;
  readonly variance: number;
}

function rankedArms({ control, treatment }: Arms<ArrayLike<number>>, shift: number): Ranked {
  const n = control.length;
  const m = treatment.length;
  const all = [
    ...Array.from(treatment, (value) => ({ value: value - shift, treated: true })),
    ...Array.from(control, (value) => ({ value, treated: false })),
  ].sort((a, b) => a.value - b.value);
  let rankSum = 0;
  let ties = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]!.value === all[start]!.value) end++;
    const rank = (start + 1 + end) / 2;
    for (let i = start; i < end; i++) if (all[i]!.treated) rankSum += rank;
    const t = end - start;
    ties += t * t * t - t;
    start = end;
  }
  const total = n + m;
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
  return { u: rankSum - (m * (m + 1)) / 2, ties, n, m, variance };
}

function normalP({ u, n, m, variance }: Ranked, corrected: boolean, alternative: Alternative): number {
  const distance = u - (n * m) / 2;
  const correction = corrected ? correctionOf(distance, alternative) : 0;
  return pivotalP((distance - correction) / Math.sqrt(variance), null, { alternative });
}

function correctionOf(distance: number, alternative: Alternative): number {
  switch (alternative) {
    case 'two-sided':
      return Math.sign(distance) * 0.5;
    case 'greater':
      return 0.5;
    case 'less':
      return -0.5;
    default:
      return assertNever(alternative);
  }
}

function exactP(u: number, n: number, m: number, alternative: Alternative): number {
  const chances = uDistribution(n, m);
  const atMost = (k: number) => chances.subarray(0, k + 1).reduce((sum, chance) => sum + chance, 0);
  // The distribution is symmetric: P(U ≥ u) = P(U ≤ nm − u).
  switch (alternative) {
    case 'two-sided':
      return Math.min(1, 2 * Math.min(atMost(u), atMost(n * m - u)));
    case 'greater':
      return atMost(n * m - u);
    case 'less':
      return atMost(u);
    default:
      return assertNever(alternative);
  }
}

/** P(U = u) for u = 0 … nm: the product of (1 − x^(m+i))/(1 − x^i), i = 1 … n, over the number of arrangements. */
function uDistribution(n: number, m: number): Float64Array {
  const size = n * m + 1;
  const counts = new Float64Array(size);
  counts[0] = 1;
  // Kept as shares of the arrangements so far, so that nothing overflows.
  for (let i = 1; i <= n; i++) {
    for (let u = size - 1; u >= m + i; u--) counts[u] = counts[u]! - counts[u - m - i]!;
    for (let u = i; u < size; u++) counts[u] = counts[u]! + counts[u - i]!;
    for (let u = 0; u < size; u++) counts[u] = (counts[u]! * i) / (m + i);
  }
  return counts;
}
