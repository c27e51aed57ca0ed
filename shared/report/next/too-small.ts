import type { Story } from '../story.ts';
import { isOpen, neededFor } from './needed.ts';

/**
 * Of a pilot that ended open and held too few customers for its question: how many it had, and how many would see the
 * lift its rule asks for. Null for every other pilot: only of these nothing may be claimed, money least of all.
 */
export function tooFew({ lift, primary, planState }: Story): { had: number; needed: number } | null {
  if (primary === null || lift.verdict !== 'extend' || !isOpen(primary)) return null;
  const needed = neededFor(primary, planState.plan.decision.scaleIf.relativeLiftAtLeast);
  const had = primary.arms.reduce((sum, arm) => sum + arm.n, 0);
  return needed === null || needed <= had ? null : { had, needed };
}
