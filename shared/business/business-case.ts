import { z } from 'zod';
import type { MetricResult } from '../lift/lift-result.ts';
import { bayesEffect } from '../stats/bayes-effect.ts';
import { type Draws, drawsFrom } from '../stats/chance.ts';
import { normalUpperQuantile } from '../stats/distribution/normal.ts';
import { quantileType7 } from '../stats/quantile.ts';
import { ASSUMPTION_UNIT, type Assumption, type AssumptionId, assumptionId } from './assumption.ts';
import { breakEvenGain, type Year, type YearInputs, yearOf } from './year.ts';

/** A figure of money is never given without the range it may lie in; null: there is no such figure. */
const range = z.object({ middle: z.number().nullable(), lower: z.number().nullable(), upper: z.number().nullable() });
export type MoneyRange = z.infer<typeof range>;

export const driver = z.object({ id: z.union([z.literal('lift'), assumptionId]), low: z.number(), high: z.number() });
export type Driver = z.infer<typeof driver>;

/** Every uncertain line at its unfavourable end together, at its value, and at its favourable end together. */
export const scenario = z.object({
  id: z.enum(['low', 'base', 'high']),
  gain: z.number(),
  lines: z.array(z.object({ id: assumptionId, value: z.number() })),
  firstYear: z.number(),
});
export type Scenario = z.infer<typeof scenario>;

export const businessCase = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none'), reason: z.enum(['invalid', 'withheld', 'no-value', 'no-customers']) }),
  z.object({
    kind: z.literal('computed'),
    metric: z.string(),
    treatment: z.string(),
    level: z.number(),
    draws: z.int(),
    seed: z.int(),
    /** The improvement per customer: as measured, and shrunken toward no effect. */
    measured: z.number(),
    shrunken: z.object({ mean: z.number(), sd: z.number() }),
    addedPer1000: range,
    per1000: range,
    firstYear: range,
    roi: range,
    /** Null: not within any time. `lower` is the soonest. */
    paybackMonths: range,
    breakEven: z.object({ absolute: z.number(), relative: z.number().nullable() }).nullable(),
    chanceItPays: z.number(),
    drivers: z.array(driver),
    scenarios: z.array(scenario),
  }),
]);
export type BusinessCase = z.infer<typeof businessCase>;

const DRAWS = 10_000;
const SEED = 1;

/**
 * From lift to money, by simulation. The improvement is drawn from its posterior under a normal prior around no
 * effect (a winner is picked for looking good: without shrinking it would disappoint), every assumption from a
 * triangle around its value. Ranges are the quantiles of 10,000 seeded draws at the metric's level, middles their
 * median; the drivers move one line at a time over its own range, the others at their values.
 */
export function businessCaseOf(
  metric: MetricResult,
  verdict: string | null,
  assumptions: readonly Assumption[],
): BusinessCase {
  if (verdict === 'invalid') return { kind: 'none', reason: 'invalid' };
  const value = (id: AssumptionId) => assumptions.find((line) => line.id === id)?.value ?? null;
  const control = metric.arms.find((arm) => arm.id !== metric.treatment)?.mean ?? null;
  const effect = effectOf(metric, control, value('priorSd') ?? 0);
  if (effect === null) return { kind: 'none', reason: 'withheld' };
  if (value('valuePerUnit') === null) return { kind: 'none', reason: 'no-value' };
  if ((value('customersPerYear') ?? 0) <= 0 || (value('holdoutShare') ?? 0) >= 1)
    return { kind: 'none', reason: 'no-customers' };
  const { measured, mean, sd } = effect;
  const centre = { ...valuesOf(assumptions), gain: mean };
  const years = simulated(assumptions, effect);
  const tail = (1 - metric.level) / 2;
  const over = (figure: (year: Year) => number) => rangeOf(years, figure, tail);
  const gain = breakEvenGain(centre);
  const sides = metric.better === 'higher' ? 1 : -1;
  return {
    kind: 'computed',
    metric: metric.id,
    treatment: metric.treatment,
    level: metric.level,
    draws: DRAWS,
    seed: SEED,
    measured,
    shrunken: { mean, sd },
    addedPer1000: over((year) => (year.added / year.treated) * 1000),
    per1000: over((year) => (year.net / year.treated) * 1000),
    firstYear: over((year) => year.net),
    roi: yearOf(centre).costs > 0 ? over((year) => year.net / year.costs) : { middle: null, lower: null, upper: null },
    paybackMonths: over((year) => year.payback),
    breakEven:
      gain === null ? null : { absolute: sides * gain, relative: control ? (sides * gain) / Math.abs(control) : null },
    chanceItPays: years.filter((year) => year.net > 0).length / years.length,
    drivers: driversOf(assumptions, centre, normalUpperQuantile(tail) * sd),
    scenarios: scenariosOf(assumptions, centre, normalUpperQuantile(tail) * sd),
  };
}

type Effect = { readonly measured: number; readonly mean: number; readonly sd: number };

/** The improvement, its sign turned so that more is better, from the uncapped figures where the plan caps them. */
function effectOf(metric: MetricResult, control: number | null, priorSd: number): Effect | null {
  const { estimate, lower, upper } = metric.uncapped?.absolute ?? metric.absolute;
  if (metric.withheld !== null || estimate === null || control === null) return null;
  const twoSided = lower !== null && upper !== null;
  const reach = twoSided ? (upper - lower) / 2 : Math.abs(estimate - (lower ?? upper ?? estimate));
  const standardError = reach / normalUpperQuantile(twoSided ? (1 - metric.level) / 2 : 1 - metric.level);
  const measured = metric.better === 'higher' ? estimate : -estimate;
  const sd = priorSd * Math.abs(control);
  const found = bayesEffect({
    estimate: measured,
    standardError,
    prior: sd > 0 ? { mean: 0, sd } : 'flat',
    question: { level: metric.level, alternative: 'two-sided', null: 0 },
  });
  return found.kind === 'computed' ? { measured, ...found.posterior } : null;
}

function valuesOf(assumptions: readonly Assumption[]): Readonly<Record<AssumptionId, number>> {
  const values = assumptionId.options.map((id) => [
    id,
    assumptions.find((line) => line.id === id)?.value ?? unknownAs(id),
  ]);
  return Object.fromEntries(values) as Record<AssumptionId, number>;
}

/** A cost nobody states is none; a capacity nobody states has no end. */
function unknownAs(id: AssumptionId): number {
  return id === 'capacity' ? Number.POSITIVE_INFINITY : 0;
}

function simulated(assumptions: readonly Assumption[], { mean, sd }: Effect): readonly Year[] {
  const draws = drawsFrom(SEED);
  return Array.from({ length: DRAWS }, () => {
    const gain = mean + sd * normalUpperQuantile(Math.max(draws.unit(), Number.EPSILON));
    return yearOf({ ...valuesOf(assumptions.map((line) => drawn(line, draws))), gain });
  });
}

/** From a symmetric triangle over value · (1 ± spread). */
function drawn(line: Assumption, draws: Draws): Assumption {
  return moved(line, draws.unit() + draws.unit() - 1);
}

/** A line at a place of its range: −1 its low end, 1 its high one. A share never exceeds the whole. */
function moved(line: Assumption, place: number): Assumption {
  if (line.value === null) return line;
  const value = line.value * (1 + line.spread * place);
  return { ...line, value: ASSUMPTION_UNIT[line.id] === 'share' ? Math.min(1, value) : value };
}

function rangeOf(years: readonly Year[], figure: (year: Year) => number, tail: number): MoneyRange {
  const sorted = Float64Array.from(years, figure).sort();
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  // An infinite neighbour would make the value between two no number: beyond the last finite one there is none.
  const at = (q: number) => finite(quantileType7(sorted, q));
  return { middle: at(0.5), lower: at(tail), upper: at(1 - tail) };
}

function driversOf(assumptions: readonly Assumption[], centre: YearInputs, reach: number): Driver[] {
  const lift: Driver = {
    id: 'lift',
    low: yearOf({ ...centre, gain: centre.gain - reach }).net,
    high: yearOf({ ...centre, gain: centre.gain + reach }).net,
  };
  const others = assumptions
    .filter((line) => line.id !== 'priorSd' && line.spread > 0 && (line.value ?? 0) > 0)
    .map((line): Driver => {
      const net = (place: number) => yearOf({ ...centre, [line.id]: moved(line, place).value ?? 0 }).net;
      return { id: line.id, low: net(-1), high: net(1) };
    });
  const swing = ({ low, high }: Driver) => Math.abs(high - low);
  return [lift, ...others].sort((a, b) => swing(b) - swing(a));
}

/** All lines at once: rarer than either end of the simulated range, and said so where it is shown. */
function scenariosOf(assumptions: readonly Assumption[], centre: YearInputs, reach: number): Scenario[] {
  const uncertain = assumptions.filter((line) => line.id !== 'priorSd' && line.spread > 0 && (line.value ?? 0) > 0);
  const net = (line: Assumption, place: number) => yearOf({ ...centre, [line.id]: moved(line, place).value ?? 0 }).net;
  return (['low', 'base', 'high'] as const).map((id) => {
    const side = { low: -1, base: 0, high: 1 }[id];
    const lines = uncertain.map((line) => {
      const favourable = net(line, 1) >= net(line, -1) ? 1 : -1;
      return { id: line.id, value: moved(line, side * favourable).value ?? 0 };
    });
    const gain = centre.gain + side * reach;
    const values = Object.fromEntries(lines.map((line) => [line.id, line.value]));
    return { id, gain, lines, firstYear: yearOf({ ...centre, ...values, gain }).net };
  });
}
