import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { computeLift } from '#shared/lift/compute-lift.ts';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { madeUpRecords } from '../../fixtures/made-up-records.ts';

const plan: Plan = {
  hypothesis: '',
  population: { everyone: true },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'promo', role: 'treatment', weight: 1 },
  ],
  allocation: { method: 'imported', from: {}, cluster: { trait: 'store' } },
  metrics: [{ id: 'sales', role: 'primary', kind: 'mean', of: { trait: 'sales' }, better: 'higher' }],
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'sales', relativeLiftAtLeast: 0.1 }, decideBy: '2026-10-01' },
};

const N = 600;
const customers = Array.from({ length: N }, (_, i) => i + 1);
const block = (i: number) => Math.floor(i / 20);
/** 40 stores of 5, 15 or 20 customers; those of tests/fixtures/stats/clusters.R. */
const storeOf = (i: number) => (i % 20 > 14 && block(i) % 3 === 0 ? 30 + block(i) / 3 : block(i));
const treated = (i: number) => block(i) % 2 === 1;
const sales = (i: number) => 20 + ((i * 7919) % 101) / 10 + ((storeOf(i) * 31) % 17) / 2 + (treated(i) ? 1.5 : 0);

type Made = {
  readonly n?: number;
  readonly armOf?: (i: number) => boolean;
  readonly store?: (i: number) => number;
  readonly plan?: Plan;
};

function look({ n = N, armOf = treated, store = storeOf, plan: asked = plan }: Made = {}): LiftResult {
  const taken = customers.slice(0, n);
  return computeLift(
    {
      plan: asked,
      sha256: 'seal',
      amendments: 0,
      asOf: Date.parse('2026-10-02'),
      looks: 1,
      currency: null,
      fingerprint: '',
      text: catalogueOf('en').lift,
      format: formatter({ locale: 'en-GB', timeZone: 'UTC', currency: null }),
    },
    madeUpRecords({
      customers: taken,
      arms: taken.map((customer, i) => ({ customer, arm: armOf(i) ? 'promo' : 'control', at: '2026-09-01' })),
      traits: {
        sales: taken.map((id, i): [number, number] => [id, sales(i)]),
        bought: taken.map((id, i): [number, number] => [id, (i * 31) % 10 < 4 ? 1 : 0]),
        store: taken.map((id, i): [number, number] => [id, store(i)]),
      },
    }),
  );
}

const check = (result: LiftResult, id: string) => result.checks.find((one) => one.id === id);

describe('a plan that assigns clusters', () => {
  it('is judged by CR2 with Satterthwaite’s degrees of freedom', () => {
    const [metric] = look().metrics;
    // R 4: tests/fixtures/stats/clusters.R
    expect(metric?.absolute.estimate).toBeCloseTo(1.90433333333, 9);
    expect(metric?.absolute.lower).toBeCloseTo(0.039161620717, 9);
    expect(metric?.absolute.upper).toBeCloseTo(3.76950504595, 9);
    expect(metric?.p).toBeCloseTo(0.0456446806799, 9);
    expect(metric?.method).toContain('CR2');
    expect(metric?.relative.estimate).toBeCloseTo(1.90433333333 / (metric?.arms[0]?.mean ?? 0), 9);
  });

  it('says less than one that takes the same customers for independent', () => {
    const alone: Plan = { ...plan, allocation: { method: 'imported', from: {} } };
    const width = ({ metrics: [metric] }: LiftResult) => (metric?.absolute.upper ?? 0) - (metric?.absolute.lower ?? 0);
    expect(width(look())).toBeGreaterThan(2 * width(look({ plan: alone })));
    const open: Plan = { ...plan, analysis: { ...plan.analysis, peeking: 'always-valid', expectedN: 600 } };
    const always = look({ plan: open }).metrics[0]?.alwaysValid?.absolute;
    expect((always?.upper ?? 0) - (always?.lower ?? 0)).toBeGreaterThan(width(look()));
  });

  it('is withheld under 10 clusters an arm, in words', () => {
    const [metric] = look({ n: 240 }).metrics;
    expect(metric?.absolute).toMatchObject({ lower: null, upper: null });
    expect(metric?.withheld).toContain('8 clusters, and 10 are needed');
    expect(look({ n: 240 }).verdict).toBe('extend');
  });

  it('counts clusters for the sample ratio: stores of unlike sizes are no mismatch, missing stores are', () => {
    const uneven = look({ armOf: (i) => storeOf(i) % 2 === 1 });
    expect(check(uneven, 'srm')).toMatchObject({ severity: 'ok' });
    expect(check(uneven, 'srm')?.sentence).toContain('20 / 20 (counted by store)');
    // 40 stores of 15 customers: 38 to 2 is a mismatch.
    const broken = look({ store: (i) => Math.floor(i / 15), armOf: (i) => i >= 570 });
    expect(check(broken, 'srm')).toMatchObject({ severity: 'fail' });
  });

  it('flags an imported assignment that splits a cluster', () => {
    expect(check(look(), 'split-clusters')).toMatchObject({ severity: 'ok' });
    const split = check(look({ armOf: (i) => (i === 0 ? true : treated(i)) }), 'split-clusters');
    expect(split).toMatchObject({ severity: 'warning' });
    expect(split?.sentence).toContain('1 cluster (store) has');
  });

  it('judges rates and ratios by cluster too', () => {
    const metrics: Plan['metrics'] = [
      ...plan.metrics,
      { id: 'bought', role: 'secondary', kind: 'conversion', of: { trait: 'bought' }, better: 'higher' },
      {
        id: 'perBuyer',
        role: 'secondary',
        kind: 'ratio',
        of: { trait: 'sales' },
        per: { trait: 'bought' },
        better: 'higher',
      },
    ];
    const [, rate, ratio] = look({ plan: { ...plan, metrics } }).metrics;
    expect([rate?.method, rate?.pExact]).toEqual([expect.stringContaining('CR2'), null]);
    expect(rate?.arms[0]?.n).toBe(300);
    expect(ratio?.method).toContain('by cluster');
    expect(ratio?.absolute.lower).not.toBeNull();
  });
});
