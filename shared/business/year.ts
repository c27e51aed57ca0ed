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
 * One year: customers without the holdout, as many as can be served, each better by `gain`, worth its margin; less
 * contacts, offers, people, tools and the set-up. The effect decays at a steady rate from its full size to the share
 * `lasting` after a year.
 */
export function yearOf(inputs: YearInputs): Year {
  const treated = Math.min(inputs.customersPerYear * (1 - inputs.holdoutShare), inputs.capacity);
  const atFirst = treated * marginPerCustomer(inputs);
  const added = atFirst * averageLeft(inputs.lasting);
  const running = treated * (inputs.costPerContact + inputs.offerCost) + inputs.peopleCost + inputs.toolCost;
  const costs = running + inputs.setupCost;
  const payback = 12 * yearsToEarn(inputs.setupCost, { atFirst, lasting: inputs.lasting, running });
  return { treated, added, running, costs, net: added - costs, payback };
}

function marginPerCustomer({ gain, valuePerUnit, marginShare }: YearInputs): number {
  return gain * valuePerUnit * marginShare;
}

/** The mean over a year of an effect that decays exponentially from 1 to `lasting`: (L − 1) ÷ ln L. */
export function averageLeft(lasting: number): number {
  return leftOver(1, lasting);
}

/** The effect added up from now to `years`, in years of its full size. */
function leftOver(years: number, lasting: number): number {
  if (lasting >= 1) return years;
  if (lasting <= 0) return 0;
  return (lasting ** years - 1) / Math.log(lasting);
}

type Stream = { readonly atFirst: number; readonly lasting: number; readonly running: number };

/** Halvings that find a moment to less than an hour. */
const HALVINGS = 40;

/**
 * Years until what came in less what runs reaches the set-up. A decaying effect earns until it falls to what it costs
 * to run; what is not earned by then never is.
 */
function yearsToEarn(setup: number, { atFirst, lasting, running }: Stream): number {
  if (setup <= 0) return 0;
  if (atFirst <= running || lasting <= 0) return Number.POSITIVE_INFINITY;
  if (lasting >= 1) return setup / (atFirst - running);
  const earned = (years: number) => atFirst * leftOver(years, lasting) - running * years;
  // Nothing to run: the effect goes on earning less and less; beyond a thousand years nothing is left of it.
  let [from, to] = [0, running > 0 ? Math.log(running / atFirst) / Math.log(lasting) : 1000];
  if (earned(to) < setup) return Number.POSITIVE_INFINITY;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (from + to) / 2;
    if (earned(middle) < setup) from = middle;
    else to = middle;
  }
  return to;
}

/** The improvement per customer at which the first year earns exactly what it costs; null where none would. */
export function breakEvenGain(inputs: YearInputs): number | null {
  const { treated, costs } = yearOf(inputs);
  const worthOfOne = treated * marginPerCustomer({ ...inputs, gain: 1 }) * averageLeft(inputs.lasting);
  return worthOfOne > 0 ? costs / worthOfOne : null;
}
