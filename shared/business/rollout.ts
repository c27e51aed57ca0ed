import { z } from 'zod';
import type { Assumption, AssumptionId } from './assumption.ts';

/** One measured step of a rollout; customers are counted over its whole length. Money is a range, never one figure. */
export const tranche = z.object({
  /** Of the customers who come, in a step. */
  share: z.number(),
  weeks: z.int(),
  treated: z.int(),
  holdout: z.int(),
  cost: z.object({ lower: z.number(), upper: z.number() }),
});
export type Tranche = z.infer<typeof tranche>;

const WEEKS_A_YEAR = 52;
/** The first step reaches a quarter of those who come, the next half, then all. */
const SHARES = [0.25, 0.5, 1] as const;
/** A step shorter than this measures a good week; a longer first one lets novelty pass for an effect. */
const FEWEST_WEEKS = 4;
const MOST_WEEKS = 13;

/**
 * A year's rollout in three steps, each with a holdout that is drawn by chance and kept.
 *
 * @param needed customers, treated and held out together, that show the lift again; null where that cannot be said
 */
export function tranchesOf(assumptions: readonly Assumption[], needed: number | null): Tranche[] {
  const line = (id: AssumptionId) => assumptions.find((one) => one.id === id);
  const value = (id: AssumptionId) => line(id)?.value ?? 0;
  const aWeek = value('customersPerYear') / WEEKS_A_YEAR;
  const held = value('holdoutShare');
  if (!(aWeek > 0) || held >= 1) return [];
  const capacity = line('capacity')?.value ?? Number.POSITIVE_INFINITY;
  let before = 0;
  return SHARES.map((share, i) => {
    const last = i === SHARES.length - 1;
    const wanted = needed === null ? FEWEST_WEEKS : Math.ceil(needed / (aWeek * share));
    const weeks = last ? WEEKS_A_YEAR - before : Math.max(FEWEST_WEEKS, Math.min(MOST_WEEKS, wanted));
    before += weeks;
    const customers = aWeek * share * weeks;
    const served = (capacity * weeks) / WEEKS_A_YEAR;
    const treated = Math.min(customers * (1 - held), served);
    const cost = (place: -1 | 1) => {
      const at = (id: AssumptionId) => value(id) * (1 + place * (line(id)?.spread ?? 0));
      const running = treated * (at('costPerContact') + at('offerCost'));
      const fixed = ((at('peopleCost') + at('toolCost')) * weeks) / WEEKS_A_YEAR;
      return running + fixed + (i === 0 ? at('setupCost') : 0);
    };
    return {
      share,
      weeks,
      treated: Math.round(treated),
      holdout: Math.round(customers * held),
      cost: { lower: cost(-1), upper: cost(1) },
    };
  });
}
