import type { Arms, MeanArm } from './arm.ts';
import { welch } from './mean-difference.ts';
import { estimatedArms } from './outcome-arms.ts';
import { pivotal } from './pivotal.ts';
import { computed, type Finding, notComputed, type Outcome } from './result.ts';

export interface EquivalenceInput extends Arms<MeanArm> {
  /** Lowest and highest difference that counts as none. */
  readonly margin: readonly [number, number];
  /** Of each of the two tests; 0.05. */
  readonly alpha?: number | undefined;
}

export interface Equivalence extends Finding {
  readonly margin: readonly [number, number];
  readonly equivalent: boolean;
}

/**
 * Whether the difference of means lies inside the margin: two one-sided Welch
 * tests (Schuirmann 1987). `p` and `statistic` are those of the weaker one; the
 * interval is the two-sided one at 1 − 2α.
 * Not computed: a margin that is not low < high, alpha of 0.5 or more, arms without variance.
 */
export function equivalence(input: EquivalenceInput): Outcome<Equivalence> {
  const alpha = input.alpha ?? 0.05;
  const [low, high] = input.margin;
  if (!(alpha > 0 && alpha < 0.5)) return notComputed('alpha: must lie between 0 and 0.5');
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
    return notComputed('margin: must be [low, high] with low below high');
  }
  const arms = estimatedArms({ kind: 'means', arms: input });
  if (arms.kind === 'error') return arms;
  const pivot = {
    estimate: arms.treatment.mean - arms.control.mean,
    ...welch(input),
    method: 'Two one-sided Welch t tests',
  };
  const above = pivotal(pivot, { level: 1 - alpha, alternative: 'greater', null: low });
  const below = pivotal(pivot, { level: 1 - alpha, alternative: 'less', null: high });
  const weaker = (above.p ?? 1) >= (below.p ?? 1) ? above : below;
  return computed({
    ...pivotal(pivot, { level: 1 - 2 * alpha, alternative: 'two-sided', null: 0 }),
    p: weaker.p,
    statistic: weaker.statistic,
    margin: input.margin,
    equivalent: weaker.p !== null && weaker.p < alpha,
  });
}
