import { type Figures, figuresUpToGroup } from './arm-figures.ts';
import type { ArmSample } from './arm-sample.ts';
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
  const points = moments(looking, Math.min(...closes), Math.max(...closes));
  const ends = points.map(({ at }) => at);
  const upTo = (sample: ArmSample) =>
    figuresUpToGroup(sample, by.adjustment, firstEndOnce(sample.closes, ends), ends.length);
  const [ofControl, ofTreatment] = [upTo(control), upTo(treatment)];
  return points.map(({ at, looking: then }, i) => {
    const found: Figures = { control: ofControl[i]!, treatment: ofTreatment[i]! };
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

/** By the closings: control's are the same in every comparison. */
const known = new WeakMap<Float64Array, Map<string, Int16Array>>();

function firstEndOnce(closes: Float64Array, ends: readonly number[]): Int16Array {
  const ofCloses = known.get(closes) ?? new Map<string, Int16Array>();
  known.set(closes, ofCloses);
  const name = ends.join();
  const found = ofCloses.get(name) ?? firstEnd(closes, ends);
  ofCloses.set(name, found);
  return found;
}

/** Of each closing the first of some ascending ends that it does not come after; −1 where there is none. */
function firstEnd(closes: Float64Array, ends: readonly number[]): Int16Array {
  const found = new Int16Array(closes.length).fill(-1);
  const last = ends.length - 1;
  for (let i = 0; i < closes.length; i++) {
    const at = closes[i]!;
    if (!(at <= ends[last]!)) continue;
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at <= ends[middle]!) high = middle;
      else low = middle + 1;
    }
    found[i] = low;
  }
  return found;
}
