import { describe, expect, it } from 'vitest';
import type { Assumption } from '#shared/business/assumption.ts';
import { editedAssumptions } from '#shared/business/assumption.ts';
import { businessCaseOf } from '#shared/business/business-case.ts';
import { tranchesOf } from '#shared/business/rollout.ts';
import { headlineMetric, worthOf } from '#shared/business/worth.ts';
import { yearOf } from '#shared/business/year.ts';
import { formatter } from '#shared/format/formatter.ts';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { stories } from '../report/stories.ts';

const format = formatter({ locale: 'en-GB', timeZone: 'UTC', currency: 'USD' });

function worth(lift: LiftResult, edited: readonly Assumption[] = []) {
  const { charter, planState } = stories.win;
  return worthOf(
    { lift, metric: headlineMetric(lift), plan: planState.plan, charter, edited },
    catalogueOf('en'),
    format,
  );
}

function computed(lift: LiftResult, edited: readonly Assumption[] = []) {
  const { business } = worth(lift, edited);
  if (business.kind !== 'computed') throw new Error(business.reason);
  return business;
}

const line = (id: Assumption['id'], value: number, spread = 0): Assumption => ({ id, value, spread, source: 'a test' });
/** Nothing uncertain but the lift. */
const certain = [
  line('customersPerYear', 100_000),
  line('holdoutShare', 0.1),
  line('capacity', 1e9),
  line('valuePerUnit', 50),
  line('marginShare', 0.4),
  line('lasting', 1),
  line('costPerContact', 0.02),
  line('offerCost', 0),
  line('peopleCost', 1000),
  line('toolCost', 500),
  line('setupCost', 18_000),
  line('priorSd', 0),
];

describe('the first year of a rollout', () => {
  it('is customers × gain × value × margin, less contacts, people, tools and set-up', () => {
    const values = Object.fromEntries(certain.map((one) => [one.id, one.value])) as Parameters<typeof yearOf>[0];
    const year = yearOf({ ...values, gain: 0.03 });
    expect(year.treated).toBe(90_000);
    expect(year.added).toBeCloseTo(90_000 * 0.03 * 50 * 0.4, 6);
    expect(year.costs).toBeCloseTo(90_000 * 0.02 + 1500 + 18_000, 6);
    expect(year.net).toBeCloseTo(54_000 - 21_300, 6);
    expect(year.payback).toBeCloseTo(18_000 / ((54_000 - 3300) / 12), 6);
    expect(yearOf({ ...values, gain: 0 }).payback).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a year with an effect that wears off', () => {
  const values = Object.fromEntries(certain.map((one) => [one.id, one.value])) as Parameters<typeof yearOf>[0];

  it('brings in the mean of an exponential decay, and pays back when what came in has reached the set-up', () => {
    // ∫₀¹ 0.5ᵗ dt = 0.5 ÷ ln 2 = 0.721348; by small steps of the same integral.
    const year = yearOf({ ...values, lasting: 0.5, gain: 0.03 });
    expect(year.added).toBeCloseTo(54_000 * 0.721_347_52, 3);
    const steps = 120_000;
    let [earned, month] = [0, 0];
    while (earned < 18_000) {
      month += 12 / steps;
      earned += (54_000 * 0.5 ** (month / 12) - 3300) / steps;
    }
    expect(year.payback).toBeCloseTo(month, 2);
  });

  it('never pays back where the effect wears off before the set-up is earned', () => {
    expect(yearOf({ ...values, lasting: 0.01, gain: 0.008 }).payback).toBe(Number.POSITIVE_INFINITY);
    expect(yearOf({ ...values, lasting: 0, gain: 0.03 }).payback).toBe(Number.POSITIVE_INFINITY);
  });

  it('serves no more customers than the team can', () => {
    expect(yearOf({ ...values, capacity: 10_000, gain: 0.03 }).treated).toBe(10_000);
  });
});

describe('the steps of a rollout', () => {
  it('add up to a year, keep a holdout, and cost set-up only once', () => {
    const steps = tranchesOf(certain, 12_000);
    expect(steps.map(({ share }) => share)).toEqual([0.25, 0.5, 1]);
    expect(steps.reduce((sum, { weeks }) => sum + weeks, 0)).toBe(52);
    for (const { treated, holdout } of steps) expect(holdout / (treated + holdout)).toBeCloseTo(0.1, 3);
    // 100,000 customers a year are 480.8 a week on a quarter: 12,000 need 25 weeks, more than the 13 a step may take.
    expect(steps[0]).toMatchObject({ weeks: 13, treated: Math.round((100_000 / 52) * 0.25 * 13 * 0.9) });
    const contacts = (treated: number) => treated * 0.02;
    expect(steps[0]?.cost.lower).toBeCloseTo(contacts(5625) + (1500 * 13) / 52 + 18_000, 0);
    expect(steps[1]?.cost.upper).toBeCloseTo(
      contacts(steps[1]?.treated ?? 0) + (1500 * (steps[1]?.weeks ?? 0)) / 52,
      0,
    );
  });

  it('are none where nobody comes, and shorter where fewer customers show the lift', () => {
    expect(tranchesOf([line('customersPerYear', 0)], 100)).toEqual([]);
    expect(tranchesOf(certain, 100)[0]?.weeks).toBe(4);
  });
});

describe('the business case', () => {
  it('gives with only the lift uncertain the range of the lift itself, in money', () => {
    const business = computed(stories.win.lift, certain);
    const { absolute } = stories.win.lift.metrics[0] ?? { absolute: { estimate: 0, lower: 0, upper: 0 } };
    const net = (gain: number) => 90_000 * gain * 20 - 21_300;
    // 10,000 draws know the end of a range to about 3 % of its width.
    const width = net(absolute.upper ?? 0) - net(absolute.lower ?? 0);
    expect(Math.abs((business.firstYear.lower ?? 0) - net(absolute.lower ?? 0)) / width).toBeLessThan(0.03);
    expect(Math.abs((business.firstYear.upper ?? 0) - net(absolute.upper ?? 0)) / width).toBeLessThan(0.03);
    expect(Math.abs((business.firstYear.middle ?? 0) - net(absolute.estimate ?? 0)) / width).toBeLessThan(0.03);
    expect(business.breakEven?.absolute).toBeCloseTo(21_300 / (90_000 * 20), 10);
    expect(business.drivers.map((one) => one.id)).toEqual(['lift']);
  });

  it('shrinks the lift toward no effect, the more the less is known', () => {
    const close = computed(stories.win.lift).shrunken;
    const measured = computed(stories.win.lift).measured;
    expect(close.mean).toBeLessThan(measured);
    const doubtful = computed(stories.win.lift, [line('priorSd', 0.05)]).shrunken;
    expect(doubtful.mean).toBeLessThan(close.mean);
    expect(doubtful.mean).toBeGreaterThan(0);
  });

  it('is the same whenever it is computed, and never gives money without a range around it', () => {
    const one = computed(stories.win.lift);
    expect(computed(stories.win.lift)).toEqual(one);
    for (const { lower, middle, upper } of [one.addedPer1000, one.per1000, one.firstYear]) {
      expect(lower).toBeLessThan(middle ?? Number.NaN);
      expect(middle).toBeLessThan(upper ?? Number.NaN);
    }
  });

  it('turns the sign of a metric that is better lower', () => {
    const [primary] = stories.win.lift.metrics;
    if (primary === undefined) throw new Error('no metric');
    const flipped = businessCaseOf({ ...primary, better: 'lower' }, 'scale', certain);
    expect(flipped).toMatchObject({ kind: 'computed', measured: -(primary.absolute.estimate ?? 0) });
  });

  it('says there is no payback where the middle course never earns the set-up back', () => {
    const { paybackMonths, chanceItPays, firstYear } = computed(stories.none.lift, certain);
    expect(paybackMonths.middle).toBeNull();
    expect(firstYear.middle).toBeLessThan(0);
    expect(chanceItPays).toBeLessThan(0.5);
  });

  it('reckons nothing from a broken comparison, too few customers, or a value nobody stated', () => {
    expect(worth(stories.invalid.lift).business).toEqual({ kind: 'none', reason: 'invalid' });
    expect(worth(stories.small.lift).business).toEqual({ kind: 'none', reason: 'withheld' });
    const [primary] = stories.win.lift.metrics;
    const alone = { ...stories.win.lift, metrics: primary === undefined ? [] : [primary] };
    expect(worth(alone).business).toEqual({ kind: 'none', reason: 'no-value' });
    expect(worth(alone, [line('valuePerUnit', 70)]).business.kind).toBe('computed');
    expect(worth(stories.win.lift, [line('customersPerYear', 0)]).business).toEqual({
      kind: 'none',
      reason: 'no-customers',
    });
  });

  it('names where every line comes from', () => {
    const { assumptions } = worth(stories.win.lift, [line('marginShare', 0.3)]);
    expect(assumptions.every((one) => one.source !== '')).toBe(true);
    expect(assumptions.find((one) => one.id === 'marginShare')).toMatchObject({ value: 0.3, source: 'a test' });
    expect(assumptions.find((one) => one.id === 'costPerContact')).toMatchObject({ value: 0.02, source: 'the plan' });
  });

  it('refuses a share above the whole and a line named twice', () => {
    expect(editedAssumptions.safeParse([line('marginShare', 1.1)]).success).toBe(false);
    expect(editedAssumptions.safeParse([line('toolCost', 1), line('toolCost', 2)]).success).toBe(false);
    expect(editedAssumptions.safeParse(certain).success).toBe(true);
  });

  it('tells three scenarios around the base, each line at its bad or good end', () => {
    const { scenarios, firstYear } = computed(stories.win.lift);
    const [low, base, high] = scenarios;
    expect(scenarios.map(({ id }) => id)).toEqual(['low', 'base', 'high']);
    expect(low?.firstYear).toBeLessThan(firstYear.lower ?? 0);
    expect(high?.firstYear).toBeGreaterThan(firstYear.upper ?? 0);
    expect(base?.firstYear).toBeGreaterThan(low?.firstYear ?? 0);
    const cost = (one: typeof low) => one?.lines.find(({ id }) => id === 'costPerContact')?.value ?? 0;
    expect(cost(low)).toBeGreaterThan(cost(high));
  });
});
