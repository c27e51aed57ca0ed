import type { Plan } from '../plan/plan.ts';
import { alwaysValidCriticalValue } from '../stats/confidence-sequence.ts';
import type { Figures } from './arm-figures.ts';
import type { Samples } from './comparison.ts';
import type { Asked, Ends, Estimate } from './estimate.ts';
import { type Estimator, headlineEstimate } from './headline-estimate.ts';
import type { Interval, MetricResult } from './lift-result.ts';
import { type LookBound, lookBounds } from './look-bound.ts';
import type { Sight } from './timetable.ts';
import type { UnitTable } from './unit-table.ts';

/** The total n the sequence is tightest at where a plan names none. */
const USUAL_N = 5000;

/** By which right a comparison is looked at, and so how wide its interval is. */
export type Looking =
  | { readonly kind: 'once' }
  | { readonly kind: 'always-valid'; readonly expectedN: number }
  /** One bound for each planned look so far at which there was something to see, the present one last. */
  | { readonly kind: 'planned'; readonly bounds: readonly LookBound[] };

/** @param samples whom the comparison holds at this look */
export function lookingOf(plan: Plan, sight: Sight, samples: Samples, units: UnitTable, asked: Asked): Looking {
  if (plan.analysis.peeking === 'always-valid') {
    return { kind: 'always-valid', expectedN: plan.analysis.expectedN ?? USUAL_N };
  }
  if (sight.kind !== 'planned') return { kind: 'once' };
  const bounds = lookBounds(sight.dates, sight.look, enteredOf(samples, units), plan.analysis.expectedN ?? null, asked);
  return { kind: 'planned', bounds };
}

/**
 * The interval that decides, under the plan's way of looking. Always-valid: the fixed critical value replaced by the
 * sequence's, ρ tuned to the sealed planned N, so that it is tightest where the pilot ends. Planned looks: the plan's
 * own estimator at the level that the bound stands for (the significance-level approach of Jennison & Turnbull 2000,
 * section 3.8), which keeps its degrees of freedom.
 */
export function decidingEnds(
  by: Estimator,
  looking: Looking,
  { control, treatment }: Figures,
): Ends & Pick<Estimate, 'p'> {
  const asked = { ...by.asked, level: decidingLevel(by.asked, looking) };
  const { shown } = headlineEstimate({ ...by, asked }, control, treatment);
  const critical = criticalOf(looking, shown.control.n + shown.treatment.n, by.asked);
  return { ...(critical === null ? shown : shown.at(critical)), p: shown.p };
}

/** The level of the interval that decides, before an always-valid critical value takes its place. */
export function decidingLevel(asked: Asked, looking: Looking): number {
  const bound = looking.kind === 'planned' ? looking.bounds.at(-1) : undefined;
  return bound?.level ?? asked.level;
}

/** What replaces the fixed critical value after `n` customers in both arms; null where the level alone decides. */
export function criticalOf(looking: Looking, n: number, asked: Asked): number | null {
  if (looking.kind !== 'always-valid' || n === 0) return null;
  return alwaysValidCriticalValue(n, looking.expectedN, { ...asked, null: 0 });
}

/** How many standard errors an always-valid plan's interval reaches after `n` customers in both arms. */
export function sequenceReach({ analysis }: Plan, n: number, asked: Asked): number {
  return alwaysValidCriticalValue(n, analysis.expectedN ?? USUAL_N, { ...asked, null: 0 });
}

/** The intervals that decide: those the plan's way of looking keeps right; the fixed ones only where nobody peeks. */
export function deciding(metric: MetricResult): { readonly absolute: Interval; readonly relative: Interval } {
  return metric.alwaysValid ?? metric.planned ?? metric;
}

/** From when each customer of both arms counts: its window's end, else its anchor, else always. */
function enteredOf({ control, treatment }: Samples, units: UnitTable): number[] {
  return [control, treatment].flatMap(({ rows, closes }) =>
    Array.from(rows, (row, i) => {
      const at = Number.isNaN(closes[i]) ? units.anchor[row] : closes[i];
      return at === undefined || Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at;
    }),
  );
}
