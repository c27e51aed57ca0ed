import type { Charter } from '../charter/charter.ts';
import type { LiftResult, MetricResult } from '../lift/lift-result.ts';
import type { Plan } from '../plan/plan.ts';
import type { Assumption } from './assumption.ts';

const DAY = 86_400_000;
/** A shorter pilot says nothing of a year. */
const FEWEST_DAYS = 7;

/** Where a line came from, in the reader's words. */
export type SourceWords = {
  readonly pilotYear: (customers: string, days: string) => string;
  readonly pilotOnce: string;
  readonly holdout: string;
  readonly noLimit: string;
  readonly isMoney: string;
  readonly fromMetric: (metric: string) => string;
  readonly unknownValue: string;
  readonly margin: string;
  readonly lasting: string;
  readonly plan: string;
  readonly notInPlan: string;
  readonly notStated: string;
  readonly charter: string;
  readonly prior: string;
};

export type DerivedFrom = {
  readonly lift: LiftResult;
  readonly metric: MetricResult;
  readonly plan: Plan;
  readonly charter: Charter;
  readonly say: SourceWords;
  readonly count: (n: number) => string;
};

/** The lines as they follow from pilot, plan and charter; what nobody measured is said to be an assumption. */
export function derivedAssumptions({ lift, metric, plan, charter, say, count }: DerivedFrom): readonly Assumption[] {
  const given = plan.arms.find((arm) => arm.id === metric.treatment)?.intervention;
  const planned = (value: number | undefined) =>
    ({ value: value ?? 0, spread: 0.2, source: value === undefined ? say.notInPlan : say.plan }) as const;
  return [
    { id: 'customersPerYear', ...customersPerYear(lift, metric, say, count) },
    { id: 'holdoutShare', value: 0.1, spread: 0, source: say.holdout },
    { id: 'capacity', value: null, spread: 0.1, source: say.noLimit },
    { id: 'valuePerUnit', ...valuePerUnit(lift, metric, say) },
    { id: 'marginShare', value: 0.4, spread: 0.25, source: say.margin },
    { id: 'lasting', value: 0.8, spread: 0.25, source: say.lasting },
    { id: 'costPerContact', ...planned(given?.costPerContact) },
    { id: 'offerCost', ...planned(given?.offerCost) },
    { id: 'peopleCost', value: 0, spread: 0.2, source: say.notStated },
    { id: 'toolCost', value: 0, spread: 0.2, source: say.notStated },
    { id: 'setupCost', value: charter.budget.amount, spread: 0.2, source: say.charter },
    { id: 'priorSd', value: 0.2, spread: 0, source: say.prior },
  ];
}

type Line = Omit<Assumption, 'id'>;

function customersPerYear(
  lift: LiftResult,
  metric: MetricResult,
  say: SourceWords,
  count: (n: number) => string,
): Line {
  const { eligible } = lift.flow;
  const [first, last] = [metric.course[0], metric.course.at(-1)];
  const days = first && last ? (Date.parse(last.at) - Date.parse(first.at)) / DAY : 0;
  if (days < FEWEST_DAYS) return { value: eligible, spread: 0.2, source: say.pilotOnce };
  const value = Math.round((eligible / days) * 365);
  return { value, spread: 0.2, source: say.pilotYear(count(eligible), count(Math.round(days))) };
}

/** What one more success brings in: known where the plan also measures money over the same window. */
function valuePerUnit(lift: LiftResult, metric: MetricResult, say: SourceWords): Line {
  if (metric.unit === 'money') return { value: 1, spread: 0, source: say.isMoney };
  const revenue = lift.metrics.find(
    (one) =>
      one.unit === 'money' &&
      one.kind === 'sum' &&
      one.treatment === metric.treatment &&
      one.windowDays === metric.windowDays,
  );
  const perCustomer = revenue?.arms.find((arm) => arm.id === metric.treatment)?.mean ?? null;
  const rate = metric.arms.find((arm) => arm.id === metric.treatment)?.mean ?? null;
  if (metric.unit !== 'rate' || revenue === undefined || perCustomer === null || rate === null || rate <= 0) {
    return { value: null, spread: 0.1, source: say.unknownValue };
  }
  return { value: perCustomer / rate, spread: 0.1, source: say.fromMetric(revenue.name) };
}
