import { z } from 'zod';
import { headlineMetric } from '../../business/worth.ts';
import { type Interval, type LiftResult, liftResult, type MetricResult } from '../../lift/lift-result.ts';
import { differenceOfEstimates, type Estimated } from '../../stats/difference-of-estimates.ts';

/** One side: a pilot at one of its looks. */
export const comparedSide = z.object({ pilot: z.string(), name: z.string(), look: z.int(), lift: liftResult });
export type ComparedSide = z.infer<typeof comparedSide>;

const estimated = z.object({ estimate: z.number(), lower: z.number(), upper: z.number() });

/** The difference of the relative lifts, with its interval; or why there is none. */
export const comparedLifts = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('computed'), level: z.number(), difference: estimated }),
  z.object({
    kind: z.literal('none'),
    reason: z.enum(['same-customers', 'same-data', 'unusable-one', 'unusable-other', 'other-level']),
  }),
]);
export type ComparedLifts = z.infer<typeof comparedLifts>;

export const comparison = z.object({ sides: z.tuple([comparedSide, comparedSide]), lifts: comparedLifts });
export type Comparison = z.infer<typeof comparison>;

/** The headline metric of a side. */
export function headlineOf({ lift }: ComparedSide): MetricResult | null {
  return headlineMetric(lift);
}

/** Sets two sides beside each other; a difference is computed only where both lifts are, and are independent. */
export function compare(one: ComparedSide, other: ComparedSide): Comparison {
  return { sides: [one, other], lifts: liftsOf(one, other) };
}

function liftsOf(one: ComparedSide, other: ComparedSide): ComparedLifts {
  if (one.pilot === other.pilot) return { kind: 'none', reason: 'same-customers' };
  if (one.lift.fingerprint === other.lift.fingerprint) return { kind: 'none', reason: 'same-data' };
  const [a, b] = [usable(one.lift), usable(other.lift)];
  if (a === null) return { kind: 'none', reason: 'unusable-one' };
  if (b === null) return { kind: 'none', reason: 'unusable-other' };
  if (a.level !== b.level) return { kind: 'none', reason: 'other-level' };
  return { kind: 'computed', level: a.level, difference: differenceOfEstimates(a.relative, b.relative) };
}

/** The relative lift for a single look, where it may be used and both its ends are known. */
function usable(lift: LiftResult): { readonly level: number; readonly relative: Estimated } | null {
  const metric = headlineMetric(lift);
  if (lift.verdict === 'invalid' || metric === null || metric.withheld !== null) return null;
  const relative = whole(metric.relative);
  return relative === null ? null : { level: metric.level, relative };
}

function whole({ estimate, lower, upper }: Interval): Estimated | null {
  return estimate === null || lower === null || upper === null ? null : { estimate, lower, upper };
}
