import { createContext, useContext } from 'react';
import type { Known } from '#shared/api/contract.ts';
import type { Plan } from '#shared/plan/plan.ts';

/** What every part of the form works on. */
export type PlanForm = {
  readonly plan: Plan;
  /** The same, emptied fields left out, once it holds together; null before. */
  readonly sound: Plan | null;
  readonly change: (next: Plan) => void;
  readonly known: Known;
};

export const PlanFormContext = createContext<PlanForm | null>(null);

export function usePlanForm(): PlanForm {
  const form = useContext(PlanFormContext);
  if (form === null) throw new Error('A part of the plan form stands outside of it.');
  return form;
}

export const nothingKnown: Known = { activities: [], traits: [], scores: [], armValues: [], customers: 0 };
