import type { AssumptionId } from './assumption.ts';

/** The values a year is reckoned from; `gain` is the improvement per customer, in the metric's own unit. */
export type YearInputs = Readonly<Record<Exclude<AssumptionId, 'priorSd'>, number>> & { readonly gain: number };

/** The first year of a full rollout. */
export type Year = {
  readonly treated: number;
  /** Margin the intervention adds, before its costs. */
  readonly added: number;
  readonly running: number;
  readonly costs: number;
  readonly net: number;
  /** Months until the set-up is earned back; infinite where it never is. */
  readonly payback: number;
};

/**
 * One year: customers without the holdout, each better by `gain`, worth its margin, for as much of the effect as
 * lasts; less contacts, offers, people, tools and the set-up.
 */
export function yearOf(inputs: YearInputs): Year {
  const treated = inputs.customersPerYear * (1 - inputs.holdoutShare);
  const added = treated * marginPerCustomer(inputs);
  const running = treated * (inputs.costPerContact + inputs.offerCost) + inputs.peopleCost + inputs.toolCost;
  const costs = running + inputs.setupCost;
  const monthly = (added - running) / 12;
  return { treated, added, running, costs, net: added - costs, payback: paybackOf(inputs.setupCost, monthly) };
}

function marginPerCustomer({ gain, valuePerUnit, marginShare, lasting }: YearInputs): number {
  return gain * valuePerUnit * marginShare * lasting;
}

function paybackOf(setup: number, monthly: number): number {
  if (monthly <= 0) return Number.POSITIVE_INFINITY;
  return setup / monthly;
}

/** The improvement per customer at which the first year earns exactly what it costs; null where none would. */
export function breakEvenGain(inputs: YearInputs): number | null {
  const { treated, costs } = yearOf(inputs);
  const worthOfOne = treated * marginPerCustomer({ ...inputs, gain: 1 });
  return worthOfOne > 0 ? costs / worthOfOne : null;
}
