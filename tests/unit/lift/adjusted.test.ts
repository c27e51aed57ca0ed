import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { computeLift } from '#shared/lift/compute-lift.ts';
import type { MetricResult } from '#shared/lift/lift-result.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { cuped, cupedArm } from '#shared/stats/cuped.ts';
import { postStratified } from '#shared/stats/post-stratified.ts';
import { summarise } from '#shared/stats/summary.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { type Event, type MadeUp, madeUpRecords } from '../../fixtures/made-up-records.ts';

const ANCHOR = '2026-09-01T12:00Z';

const plan: Plan = {
  hypothesis: '',
  population: { everyone: true },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'call', role: 'treatment', weight: 1 },
  ],
  allocation: { method: 'imported', from: {} },
  metrics: [
    {
      id: 'spent',
      role: 'primary',
      kind: 'sum',
      of: { activity: 'order', field: 'amount' },
      windowDays: 7,
      better: 'higher',
    },
  ],
  analysis: {
    level: 0.95,
    sides: 2,
    peeking: 'none',
    covariates: [{ id: 'spent_before', kind: 'sum', of: { activity: 'order', field: 'amount' }, daysBefore: 90 }],
  },
  decision: { scaleIf: { metric: 'spent', relativeLiftAtLeast: 0.1 }, decideBy: '2026-10-01' },
};

type Unit = {
  readonly arm: 'control' | 'call';
  readonly y: number;
  readonly x: number | null;
  readonly stratum?: string;
};

/** Customers whose spending after the start follows that before it. */
function units(n: number, seed: number): Unit[] {
  let state = seed;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return Array.from({ length: n }, (_, i) => {
    const x = Math.round(100 * next());
    const arm = i % 2 === 0 ? 'control' : 'call';
    return { arm, x, y: 10 + x + Math.round(20 * next()) + (arm === 'call' ? 5 : 0), stratum: x > 50 ? 'high' : 'low' };
  });
}

function look(members: readonly Unit[], over: Partial<Plan> = {}, more: Partial<MadeUp> = {}): MetricResult {
  const order = (at: string, customer: number, value: number | null): Event[] =>
    value === null ? [] : [{ customer, at, value }];
  const records = madeUpRecords({
    customers: members.map((_, i) => i + 1),
    arms: members.map(({ arm, stratum }, i) => ({ customer: i + 1, arm, at: ANCHOR, stratum: stratum ?? '' })),
    activities: {
      order: members.flatMap((unit, i) => [
        ...order('2026-08-20T00:00Z', i + 1, unit.x),
        ...order('2026-09-03T00:00Z', i + 1, unit.y),
      ]),
    },
    ...more,
  });
  const result = computeLift(
    {
      plan: { ...plan, ...over },
      sha256: 'seal',
      amendments: 0,
      asOf: Date.parse('2026-10-02'),
      looks: 1,
      currency: null,
      fingerprint: '',
      text: catalogueOf('en').lift,
      format: formatter({ locale: 'en-GB', timeZone: 'UTC', currency: null }),
    },
    records,
  ).metrics[0];
  if (result === undefined) throw new Error('the plan has a metric');
  return result;
}

const side = (members: readonly Unit[], arm: Unit['arm']) => members.filter((unit) => unit.arm === arm);

describe('a metric with covariates', () => {
  it('is headed by CUPED’s figures, with the raw ones beside', () => {
    const members = units(400, 7);
    const arm = (id: Unit['arm']) => {
      const found = cupedArm(
        side(members, id).map((unit) => unit.y),
        [side(members, id).map((unit) => unit.x ?? 0)],
      );
      if (found.kind === 'error') throw new Error(found.reason);
      return found;
    };
    const expected = cuped({ control: arm('control'), treatment: arm('call') });
    if (expected.kind === 'error') throw new Error(expected.reason);
    const found = look(members);
    expect(found.absolute.estimate).toBeCloseTo(expected.estimate, 10);
    expect(found.absolute.lower).toBeCloseTo(expected.lower ?? 0, 10);
    expect(found.relative.upper).toBeCloseTo(expected.relative.upper ?? 0, 10);
    expect(found.unadjusted?.absolute.lower).toBeCloseTo(expected.unadjusted.lower ?? 0, 10);
    expect(found.unadjusted?.varianceReduction).toBeCloseTo(expected.varianceReduction, 10);
    expect(found.unadjusted?.varianceReduction).toBeGreaterThan(0.9);
  });

  it('counts nothing from the anchor on as known before: an order of that day without a time is left out', () => {
    const members = units(200, 3);
    const late = members.flatMap((unit, i): Event[] => [
      { customer: i + 1, at: '2026-09-01', value: 1000 * i },
      { customer: i + 1, at: '2026-09-03T00:00Z', value: unit.y },
    ]);
    expect(look(members, {}, { activities: { order: late } }).notAdjusted).toBe('not-possible');
  });

  it('fills a missing trait with the mean and says that it was missing by a covariate of its own', () => {
    const members = units(400, 11);
    const known = members.flatMap((unit, i): [number, number][] => (i % 5 === 0 ? [] : [[i + 1, unit.x ?? 0]]));
    const found = look(members, { analysis: { ...plan.analysis, covariates: ['size'] } }, { traits: { size: known } });
    const mean = known.reduce((sum, [, x]) => sum + x, 0) / known.length;
    const by = new Map(known);
    const arm = (id: Unit['arm']) => {
      const rows = members.flatMap((unit, i) => (unit.arm === id ? [{ y: unit.y, x: by.get(i + 1) }] : []));
      const made = cupedArm(
        rows.map((row) => row.y),
        [rows.map((row) => row.x ?? mean), rows.map((row) => (row.x === undefined ? 1 : 0))],
      );
      if (made.kind === 'error') throw new Error(made.reason);
      return made;
    };
    const expected = cuped({ control: arm('control'), treatment: arm('call') });
    if (expected.kind === 'error') throw new Error(expected.reason);
    expect(found.absolute.lower).toBeCloseTo(expected.lower ?? 0, 9);
  });

  it('leaves out a covariate that follows from the others', () => {
    const members = units(300, 5);
    const double = members.map((unit, i): [number, number] => [i + 1, 2 * (unit.x ?? 0)]);
    const both = { ...plan.analysis, covariates: [...(plan.analysis.covariates ?? []), 'double'] };
    const found = look(members, { analysis: both }, { traits: { double } });
    expect(found.absolute.lower).toBeCloseTo(look(members).absolute.lower ?? 0, 9);
  });

  it('is not adjusted where a conversion has fewer than 10 conversions to expect in the smaller arm', () => {
    const members = units(400, 13);
    const bought = (every: number) =>
      members.map((unit, i): [number, number] => [i + 1, i % every === 0 && (unit.x ?? 0) > 20 ? 1 : 0]);
    const conversion: Partial<Plan> = {
      metrics: [{ id: 'spent', role: 'primary', kind: 'conversion', of: { trait: 'bought' }, better: 'higher' }],
    };
    const few = look(members, conversion, { traits: { bought: bought(27) } });
    expect([few.notAdjusted, few.unadjusted]).toEqual(['few-conversions', null]);
    expect(look(members, conversion, { traits: { bought: bought(3) } }).unadjusted).not.toBeNull();
  });
});

describe('a stratified assignment', () => {
  const stratified: Partial<Plan> = {
    allocation: { method: 'stratified', seed: 1, strata: ['value'] },
    analysis: { level: 0.95, sides: 2, peeking: 'none' },
  };

  it('is post-stratified with the strata’s shares', () => {
    const members = units(400, 17);
    const strata = ['high', 'low'].map((name) => {
      const of = (arm: Unit['arm']) => {
        const found = summarise(side(members, arm).flatMap((unit) => (unit.stratum === name ? [unit.y] : [])));
        if (found.kind === 'error') throw new Error(found.reason);
        return found;
      };
      return { control: of('control'), treatment: of('call') };
    });
    const expected = postStratified({ strata });
    if (expected.kind === 'error') throw new Error(expected.reason);
    const found = look(members, stratified);
    expect(found.absolute.estimate).toBeCloseTo(expected.estimate ?? 0, 10);
    expect(found.absolute.lower).toBeCloseTo(expected.lower ?? 0, 10);
    expect(found.absolute.upper).toBeCloseTo(expected.upper ?? 0, 10);
  });

  it('merges strata with fewer than two customers in an arm', () => {
    const members = units(400, 19).map((unit, i) => (i === 0 ? { ...unit, stratum: 'alone' } : unit));
    expect(look(members, stratified).unadjusted).not.toBeNull();
  });
});

describe('adjusted figures', () => {
  const seeds = fc.integer({ min: 1, max: 1_000_000 });

  it('turn round when the arms are swapped', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const members = units(200, seed);
        const swapped = members.map((unit): Unit => ({ ...unit, arm: unit.arm === 'call' ? 'control' : 'call' }));
        const [one, other] = [look(members), look(swapped)];
        expect(other.absolute.lower).toBeCloseTo(-(one.absolute.upper ?? 0), 8);
        expect(1 + (other.relative.estimate ?? 0)).toBeCloseTo(1 / (1 + (one.relative.estimate ?? 0)), 8);
      }),
      { numRuns: 20 },
    );
  });

  it('grow with the money they are counted in', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(0.5, 3, 100), (seed, factor) => {
        const members = units(200, seed);
        const cap = { percentile: 90, amount: 95 };
        const [metric] = plan.metrics;
        if (metric === undefined) throw new Error('the plan has a metric');
        const one = look(members, { metrics: [{ ...metric, cap }] });
        const scaled = members.map((unit) => ({ ...unit, y: unit.y * factor }));
        const other = look(scaled, { metrics: [{ ...metric, cap: { ...cap, amount: 95 * factor } }] });
        expect(other.absolute.lower).toBeCloseTo(factor * (one.absolute.lower ?? 0), 6);
        expect(other.relative.lower).toBeCloseTo(one.relative.lower ?? 0, 8);
      }),
      { numRuns: 20 },
    );
  });

  it('grow surer, and stay in place, when every customer is there twice', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const members = units(200, seed);
        const [one, other] = [look(members), look([...members, ...members])];
        const width = ({ absolute }: MetricResult) => (absolute.upper ?? 0) - (absolute.lower ?? 0);
        expect(other.absolute.estimate).toBeCloseTo(one.absolute.estimate ?? 0, 8);
        expect(width(other)).toBeLessThan(width(one) * 0.75);
      }),
      { numRuns: 20 },
    );
  });

  it('do not depend on the order in which events were read', () => {
    const members = units(200, 23);
    const events = members.flatMap((unit, i): Event[] => [
      { customer: i + 1, at: '2026-08-20T00:00Z', value: unit.x ?? 0 },
      { customer: i + 1, at: '2026-09-03T00:00Z', value: unit.y },
    ]);
    const backwards = look(members, {}, { activities: { order: events.toReversed() } });
    expect(backwards.absolute).toEqual(look(members).absolute);
  });
});
