import type { Arm, Metric, Plan } from '../plan/plan.ts';
import type { Alternative } from '../stats/question.ts';
import type { Adjustment } from './adjustment.ts';
import { type Figures, figuresOf } from './arm-figures.ts';
import { type ArmSample, armSample, capped } from './arm-sample.ts';
import type { ClusterColumn } from './cluster.ts';
import type { Asked, Ends, Estimate } from './estimate.ts';
import type { Estimator } from './headline-estimate.ts';
import { type MissingByArm, missingByArm } from './missing.ts';
import type { OutcomeColumn } from './outcome.ts';
import { decidingEnds, type Looking, lookingOf } from './peeking.ts';
import type { Sight } from './timetable.ts';
import type { UnitTable } from './unit-table.ts';

/** One metric, one treatment against control: whom it compares, and how the plan has it estimated. */
export type Comparison = {
  readonly metric: Metric;
  readonly arm: Arm;
  /** Indices into the plan's arms. */
  readonly control: number;
  readonly treatment: number;
  readonly by: Estimator;
  readonly looking: Looking;
  readonly missing: MissingByArm;
  /** The frozen cap, or null. */
  readonly cap: number | null;
  /** Control and treatment before the cap. */
  readonly samples: Samples;
};

export type Samples = { readonly control: ArmSample; readonly treatment: ArmSample };

/** A metric's comparisons, one a treatment. */
export function comparisonsOf(
  plan: Plan,
  metric: Metric,
  units: UnitTable,
  outcome: OutcomeColumn,
  adjustment: Adjustment | null,
  cluster: ClusterColumn,
  sight: Sight,
): Comparison[] {
  const control = plan.arms.findIndex((arm) => arm.role === 'control');
  const base = armSample(units, outcome, control);
  return plan.arms.flatMap((arm, treatment) => {
    if (arm.role === 'control') return [];
    const allocation = ratioOf(arm.weight, plan.arms[control]?.weight ?? 1);
    // Neither is adjusted, so that no sums over covariates are wanted.
    const adjusts = metric.kind !== 'ratio' && cluster === null;
    const by: Estimator = {
      metric,
      allocation,
      adjustment: adjusts ? adjustment : null,
      cluster,
      asked: askedOf(plan, metric),
    };
    const samples = { control: base, treatment: armSample(units, outcome, treatment) };
    const looking = lookingOf(plan, sight, samples, units, by.asked);
    const missing = missingByArm(units, outcome, { control, treatment }, cluster);
    return [{ metric, arm, missing, control, treatment, by, looking, cap: metric.cap?.amount ?? null, samples }];
  });
}

/** Both arms with everything above the cap brought down to it. */
export function atMost({ control, treatment }: Samples, cap: number | null): Samples {
  const within = (sample: ArmSample) => (cap === null ? sample : { ...sample, values: capped(sample.values, cap) });
  return { control: within(control), treatment: within(treatment) };
}

/** The figures of both arms that a comparison's estimator starts from. */
export function figuresOn({ adjustment }: Pick<Estimator, 'adjustment'>, { control, treatment }: Samples): Figures {
  return { control: figuresOf(control, adjustment), treatment: figuresOf(treatment, adjustment) };
}

/** The intervals that decide on other samples of the same comparison: the plan's estimator and its way of looking. */
export function decidingOn({ by, looking }: Comparison, samples: Samples): Ends & Pick<Estimate, 'p'> {
  return decidingEnds(by, looking, figuresOn(by, samples));
}

/**
 * Intervals of a corrected family stand at α / m, so that all of them together are right at the planned level. A
 * guardrail's interval has both ends, also in a one-sided plan: one shows that it holds, the other that it is breached.
 */
export function askedOf(plan: Plan, metric: Metric): Asked {
  const { level, sides, correction } = plan.analysis;
  const primaries = plan.metrics.filter((other) => other.role === 'primary').length;
  const treatments = plan.arms.filter((arm) => arm.role === 'treatment').length;
  const m = metric.role === 'primary' && (correction ?? 'none') === 'holm' ? primaries * treatments : 1;
  const oneSided: Alternative = metric.better === 'higher' ? 'greater' : 'less';
  return {
    level: m === 1 ? level : 1 - (1 - level) / m,
    alternative: sides === 2 || metric.role === 'guardrail' ? 'two-sided' : oneSided,
  };
}

function ratioOf(a: number, b: number): number {
  return Math.max(a, b) / Math.min(a, b);
}
