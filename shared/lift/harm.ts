import type { Plan } from '../plan/plan.ts';
import type { LiftInput } from './lift-input.ts';
import type { MetricResult } from './lift-result.ts';
import { rule } from './verdict.ts';

/** A treatment that does harm by the intervals that decide, and why: a guardrail breached, or the primary worse. */
export type Harm = { readonly arm: string; readonly because: string };

/** Every treatment a look found to do harm; each is asked alone, so that a better one hides no other. */
export function harms(plan: Plan, metrics: readonly MetricResult[], words: Pick<LiftInput, 'text' | 'format'>): Harm[] {
  return plan.arms.flatMap((arm) => {
    if (arm.role !== 'treatment') return [];
    const alone = { ...plan, arms: plan.arms.filter((other) => other.role === 'control' || other.id === arm.id) };
    const { harm, because } = rule(alone, metrics, 'before', words);
    return harm ? [{ arm: arm.id, because }] : [];
  });
}
