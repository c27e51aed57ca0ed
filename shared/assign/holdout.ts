import type { Plan } from '../plan/plan.ts';
import type { Assigned, Candidate } from './allocate.ts';
import { hashUnit } from './draw.ts';

/** What stands in place of an arm for a customer kept out of everything. No arm can be called so. */
export const HELD_OUT = '(holdout)';

/** The share of the eligible customers that the plan keeps out of everything; 0 where it keeps nobody out. */
export function holdoutShare({ allocation }: Pick<Plan, 'allocation'>): number {
  return allocation.method === 'imported' ? 0 : (allocation.holdout ?? 0);
}

/**
 * The holdout, drawn before the arms are: each candidate by a hash of the seed and its own key, so that it is the same
 * whatever was imported first and whoever comes later. Whoever is left goes on to be drawn into the arms.
 */
export function drawHoldout(
  candidates: readonly Candidate[],
  share: number,
  seed: number,
): { readonly heldOut: readonly Assigned[]; readonly left: readonly Candidate[] } {
  const isOut = candidates.map(({ key }) => hashUnit('holdout', seed, key) < share);
  return {
    heldOut: candidates
      .filter((_, i) => isOut[i] === true)
      .map(({ customer, stratum }) => ({ customer, arm: HELD_OUT, stratum })),
    left: candidates.filter((_, i) => isOut[i] !== true),
  };
}
