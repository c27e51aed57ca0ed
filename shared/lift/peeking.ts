import type { Plan } from '../plan/plan.ts';
import { alwaysValidCriticalValue } from '../stats/confidence-sequence.ts';
import type { Asked } from './estimate.ts';
import type { Interval, MetricResult } from './lift-result.ts';

/** The total n the sequence is tightest at where a plan names none. */
const USUAL_N = 5000;

/**
 * What replaces the fixed critical value under an always-valid plan, after `n` customers analysed in both arms; null
 * under any other plan. ρ is tuned to the sealed planned N, so that the interval is tightest where the pilot ends.
 */
export function alwaysValidCritical(plan: Plan, n: number, asked: Asked): number | null {
  if (plan.analysis.peeking !== 'always-valid' || n === 0) return null;
  return alwaysValidCriticalValue(n, plan.analysis.expectedN ?? USUAL_N, { ...asked, null: 0 });
}

/** The intervals that decide: those the plan's way of looking keeps right; the fixed ones only where nobody peeks. */
export function deciding(metric: MetricResult): { readonly absolute: Interval; readonly relative: Interval } {
  return metric.alwaysValid ?? metric;
}
