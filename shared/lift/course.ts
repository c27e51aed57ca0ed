import { type ArmSample, at } from './arm-sample.ts';
import { atMost, type Comparison } from './comparison.ts';
import { estimate } from './estimate.ts';
import type { CoursePoint } from './lift-result.ts';
import { decidingEnds, type Looking } from './peeking.ts';
import { DAY } from './trigger-moment.ts';

const MOST_POINTS = 24;

/**
 * The lift as it would have stood on earlier days, counting only customers whose window had closed by then. At most
 * 24 points, evenly spread from the first closing to the last; none for a metric without a window. Under an
 * always-valid plan the intervals are the always-valid ones of that day; under planned looks there is a point for each
 * look so far, with its own bound, and nothing between.
 */
export function course({ by, looking, cap, samples }: Comparison): CoursePoint[] {
  const { control, treatment } = atMost(samples, cap);
  const closes = [...bounds(control), ...bounds(treatment)];
  if (closes.length < 4) return [];
  const sortedControl = byClosing(control);
  const sortedTreatment = byClosing(treatment);
  return moments(looking, Math.min(...closes), Math.max(...closes)).map(({ at, looking: then }) => {
    const found = { control: closedBy(sortedControl, at), treatment: closedBy(sortedTreatment, at) };
    const arms = estimate(by.metric.kind, found.control, found.treatment, by.asked);
    return {
      at: new Date(at).toISOString(),
      control: { n: arms.control.n, mean: arms.control.mean },
      treatment: { n: arms.treatment.n, mean: arms.treatment.mean },
      absolute: decidingEnds(by, then, found).absolute,
    };
  });
}

function moments(looking: Looking, first: number, last: number): { at: number; looking: Looking }[] {
  if (looking.kind === 'planned') {
    return looking.bounds.map(({ at }, i) => ({ at, looking: { ...looking, bounds: looking.bounds.slice(0, i + 1) } }));
  }
  const days = Math.ceil((last - first) / DAY);
  const steps = Math.max(1, Math.min(MOST_POINTS, days));
  return Array.from({ length: steps }, (_, i) => ({
    at: i === steps - 1 ? last : first + ((last - first) * (i + 1)) / steps,
    looking,
  }));
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

/** Control stands in several comparisons, and is put in order for the first of them. */
const ordered = new WeakMap<Float64Array, WeakMap<Float64Array, ArmSample>>();

function byClosing(sample: ArmSample): ArmSample {
  const ofValues = ordered.get(sample.values) ?? new WeakMap<Float64Array, ArmSample>();
  ordered.set(sample.values, ofValues);
  const known = ofValues.get(sample.closes);
  if (known !== undefined) return known;
  const order = ascending(sample.closes);
  const found = {
    rows: order.map((i) => sample.rows[i]!),
    values: at(sample.values, order),
    per: sample.per && at(sample.per, order),
    closes: at(sample.closes, order),
  };
  ofValues.set(sample.closes, found);
  return found;
}

/** The places of values from the lowest to the highest, of equal ones the first first: where each value begins is counted out. */
function ascending(values: Float64Array): Int32Array {
  const sorted = values.slice().sort();
  const next = new Map<number, number>();
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) next.set(sorted[i]!, i);
  const order = new Int32Array(values.length);
  for (let i = 0; i < order.length; i++) {
    const place = next.get(values[i]!) ?? 0;
    order[place] = i;
    next.set(values[i]!, place + 1);
  }
  return order;
}

/** The first customers of each ordered sample, by how many. */
const beginnings = new WeakMap<ArmSample, Map<number, ArmSample>>();

function closedBy(sorted: ArmSample, at: number): ArmSample {
  let low = 0;
  let high = sorted.closes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted.closes[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const known = beginnings.get(sorted) ?? new Map<number, ArmSample>();
  beginnings.set(sorted, known);
  const found = known.get(low) ?? {
    rows: sorted.rows.subarray(0, low),
    values: sorted.values.subarray(0, low),
    per: sorted.per?.subarray(0, low) ?? null,
    closes: sorted.closes.subarray(0, low),
  };
  known.set(low, found);
  return found;
}
