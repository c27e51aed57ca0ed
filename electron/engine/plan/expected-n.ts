import type { RecordsReader } from '#shared/lift/records-reader.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { comparedAtDecision, planPower } from '#shared/plan/power.ts';
import { past } from '#shared/rehearse/past.ts';
import { decisiveMetric } from './power.ts';

/**
 * The plan with the N its always-valid interval is tuned to, so that it is tightest where the pilot ends, and that
 * planned looks measure their information by: the
 * customers of a comparison whose outcome is known by the decision, else those needed. Without history it stays open.
 */
export function freezeExpectedN(plan: Plan, records: RecordsReader, now: number): Plan {
  if (plan.analysis.peeking === 'none' || plan.analysis.expectedN !== undefined) return plan;
  const metric = decisiveMetric(plan);
  const found = past(plan, metric, records, now);
  if (found.kind === 'error') return plan;
  const power = planPower(plan, metric, found.history);
  const n = power.kind === 'error' ? null : comparedAtDecision(plan, power);
  return n === null ? plan : { ...plan, analysis: { ...plan.analysis, expectedN: n } };
}

/** An amendment that names no N keeps the sealed one: tuned again after a look, the interval would not be valid. */
export function keepExpectedN(plan: Plan, sealed: Plan): Plan {
  const { expectedN } = sealed.analysis;
  if (plan.analysis.expectedN !== undefined || expectedN === undefined) return plan;
  return { ...plan, analysis: { ...plan.analysis, expectedN } };
}
