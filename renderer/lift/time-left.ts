import type { LiftResult } from '#shared/lift/lift-result.ts';
import type { PlanState } from '#shared/plan/plan.ts';

const day = 86_400_000;

/** How far the decision is from the day of the look: "9 days to the decision". */
export function timeLeft(state: PlanState, lift: LiftResult): string {
  if (state.sealed === null) return 'Plan not sealed';
  const days = Math.ceil((Date.parse(state.plan.decision.decideBy) - Date.parse(lift.asOf)) / day);
  if (lift.decided || days <= 0) return 'The day of the decision has come';
  return days === 1 ? '1 day to the decision' : `${days} days to the decision`;
}
