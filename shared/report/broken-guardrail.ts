import type { MetricResult } from '../lift/lift-result.ts';
import { breached } from '../lift/margin.ts';
import { deciding } from '../lift/peeking.ts';
import type { Story } from './story.ts';

/** The first guardrail of the headline's treatment that got worse by more than its margin for certain; else null. */
export function brokenGuardrail({ lift, planState, primary }: Story): MetricResult | null {
  const planned = new Map(planState.plan.metrics.map((metric) => [metric.id, metric]));
  const broken = lift.metrics.find((result) => {
    const metric = planned.get(result.id);
    return (
      result.role === 'guardrail' &&
      result.treatment === primary?.treatment &&
      metric !== undefined &&
      breached(metric, deciding(result).absolute)
    );
  });
  return broken ?? null;
}
