import type { Metric } from '../plan/plan.ts';

/** What a lift does to a treatment's outcomes: it turns customers of a rate, shifts means and scores, scales totals. */
export type Planting =
  | {
      readonly kind: 'turn';
      /** Whose conversion turns, and to what: 1 from 0, or 0 from 1. */
      readonly from: 0 | 1;
      readonly chance: number;
    }
  | { readonly kind: 'shift'; readonly by: number }
  | { readonly kind: 'scale'; readonly by: number };

/** @param plantedLift relative, towards the better side */
export function plantingOf(metric: Metric, values: Float64Array, plantedLift: number): Planting {
  const lift = metric.better === 'higher' ? plantedLift : -plantedLift;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  switch (metric.kind) {
    case 'conversion':
      return lift >= 0
        ? { kind: 'turn', from: 0, chance: (mean * lift) / (1 - mean) }
        : { kind: 'turn', from: 1, chance: -lift };
    case 'mean':
    case 'nps':
      return { kind: 'shift', by: lift * Math.abs(mean) };
    case 'count':
    case 'sum':
    case 'ratio':
      return { kind: 'scale', by: 1 + lift };
  }
}
