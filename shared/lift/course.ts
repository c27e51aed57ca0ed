import type { Plan } from '../plan/plan.ts';
import type { ArmSample } from './arm-sample.ts';
import { type Estimator, headlineEstimate } from './headline-estimate.ts';
import type { CoursePoint } from './lift-result.ts';
import { alwaysValidCritical } from './peeking.ts';
import { DAY } from './trigger-moment.ts';

const MOST_POINTS = 24;

/**
 * The lift as it would have stood on earlier days, counting only customers whose window had closed by then. At most
 * 24 points, evenly spread from the first closing to the last; none for a metric without a window. Under an
 * always-valid plan the intervals are the always-valid ones of that day.
 */
export function course(plan: Plan, by: Estimator, control: ArmSample, treatment: ArmSample): CoursePoint[] {
  const closes = [...bounds(control), ...bounds(treatment)];
  if (closes.length < 4) return [];
  const first = Math.min(...closes);
  const last = Math.max(...closes);
  const days = Math.ceil((last - first) / DAY);
  const steps = Math.max(1, Math.min(MOST_POINTS, days));
  const sortedControl = byClosing(control);
  const sortedTreatment = byClosing(treatment);
  return Array.from({ length: steps }, (_, i) => {
    const at = i === steps - 1 ? last : first + ((last - first) * (i + 1)) / steps;
    const [c, t] = [closedBy(sortedControl, at), closedBy(sortedTreatment, at)];
    const { shown } = headlineEstimate(by, c, t);
    const critical = alwaysValidCritical(plan, shown.control.n + shown.treatment.n, by.asked);
    return {
      at: new Date(at).toISOString(),
      control: { n: shown.control.n, mean: shown.control.mean },
      treatment: { n: shown.treatment.n, mean: shown.treatment.mean },
      absolute: critical === null ? shown.absolute : shown.at(critical).absolute,
    };
  });
}

function bounds({ closes }: ArmSample): number[] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const at of closes) {
    if (at < low) low = at;
    if (at > high) high = at;
  }
  return low <= high ? [low, high] : [];
}

function byClosing(sample: ArmSample): ArmSample {
  const order = Array.from(sample.closes.keys()).sort((a, b) => (sample.closes[a] ?? 0) - (sample.closes[b] ?? 0));
  const pick = (column: Float64Array) => Float64Array.from(order, (i) => column[i] ?? Number.NaN);
  return {
    rows: Int32Array.from(order, (i) => sample.rows[i] ?? -1),
    values: pick(sample.values),
    per: sample.per && pick(sample.per),
    closes: pick(sample.closes),
  };
}

function closedBy(sorted: ArmSample, at: number): ArmSample {
  let low = 0;
  let high = sorted.closes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted.closes[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return {
    rows: sorted.rows.subarray(0, low),
    values: sorted.values.subarray(0, low),
    per: sorted.per?.subarray(0, low) ?? null,
    closes: sorted.closes.subarray(0, low),
  };
}
