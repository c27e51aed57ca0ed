import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { computeLift } from '#shared/lift/compute-lift.ts';
import type { Check } from '#shared/lift/lift-result.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { type Event, type MadeUp, madeUpRecords } from '../../fixtures/made-up-records.ts';

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
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'spent', relativeLiftAtLeast: 0.1 }, decideBy: '2026-12-01' },
};

const DAYS = 20;
const PER_DAY = 40;
const armOf = (i: number) => (i % 2 === 0 ? 'control' : 'call');
const dayOf = (i: number) => `2026-09-${String(1 + Math.floor(i / PER_DAY)).padStart(2, '0')}`;
const customers = Array.from({ length: DAYS * PER_DAY }, (_, i) => i + 1);

type Made = { readonly armOf: (i: number) => string; readonly orders: readonly Event[]; readonly plan: Plan };

function checks(over: Partial<Made> = {}, more: Partial<MadeUp> = {}): Check[] {
  const arm = over.armOf ?? armOf;
  const records = madeUpRecords({
    customers,
    arms: customers.map((customer, i) => ({ customer, arm: arm(i), at: `${dayOf(i)}T12:00Z`, stratum: '' })),
    activities: { order: [...(over.orders ?? spent())] },
    ...more,
  });
  return computeLift(
    {
      plan: over.plan ?? plan,
      sha256: 'seal',
      amendments: 0,
      asOf: Date.parse('2026-12-02'),
      looks: 1,
      currency: 'USD',
      fingerprint: '',
      text: catalogueOf('en').lift,
      format: formatter({ locale: 'en-GB', timeZone: 'UTC', currency: 'USD' }),
    },
    records,
  ).checks;
}

/** Every customer orders once, an hour after the start. */
function spent(amount = (i: number) => 10 + (i % 7)): Event[] {
  return customers.map((customer, i) => ({ customer, at: `${dayOf(i)}T13:00Z`, value: amount(i) }));
}

const named = (found: readonly Check[], id: string) => found.find((check) => check.id.startsWith(id));

describe('the size of the arms in parts', () => {
  it('is fine where every day split as planned', () => {
    expect(named(checks(), 'srm-by-day')).toMatchObject({ severity: 'ok' });
  });

  it('warns of the one day on which the split broke, though overall it holds', () => {
    // The first day all went to control, the second to treatment.
    const broken = checks({ armOf: (i) => (i < PER_DAY ? 'control' : i < 2 * PER_DAY ? 'call' : armOf(i)) });
    expect(named(broken, 'srm')).toMatchObject({ id: 'srm', severity: 'ok' });
    const byDay = named(broken, 'srm-by-day');
    expect(byDay).toMatchObject({ severity: 'warning' });
    expect(byDay?.sentence).toContain('2 stand out');
    expect(byDay?.todo).not.toBeNull();
  });

  it('is corrected: 20 days with one that is odd by itself raise no warning', () => {
    // 27 of 40 in control: p = 0.027 alone, which one day in 37 shows by chance.
    const odd = checks({ armOf: (i) => (i < 14 ? 'control' : armOf(i)) });
    expect(named(odd, 'srm-by-day')).toMatchObject({ severity: 'ok' });
  });

  it('looks at the files that named the arms where there are several', () => {
    const bySource = checks(
      {},
      {
        arms: customers.map((customer, i) => ({
          customer,
          arm: armOf(i),
          at: `${dayOf(i)}T12:00Z`,
          source: armOf(i) === 'call' && i < 400 ? 'late.csv' : 'first.csv',
        })),
      },
    );
    expect(named(bySource, 'srm-by-source')).toMatchObject({ severity: 'warning' });
    expect(named(checks(), 'srm-by-source')).toBeUndefined();
  });
});

describe('what lies before the start', () => {
  const earlier = (of: (i: number) => number): Event[] =>
    customers.flatMap((customer, i) =>
      Array.from({ length: of(i) }, () => ({ customer, at: `2026-08-${29 + (i % 2)}T00:00Z`, value: 10 })),
    );

  it('is alike where chance drew the arms', () => {
    const found = checks({ orders: [...spent(), ...earlier((i) => Math.floor(i / 2) % 3)] });
    expect(named(found, 'balance')).toMatchObject({ severity: 'ok' });
    expect(named(found, 'before-start')).toMatchObject({ severity: 'ok' });
  });

  it('warns where one arm had ordered more already', () => {
    const found = checks({ orders: [...spent(), ...earlier((i) => (armOf(i) === 'call' ? 2 : i % 4 === 0 ? 1 : 0))] });
    expect(named(found, 'balance')).toMatchObject({ severity: 'warning' });
    expect(named(found, 'before-start')).toMatchObject({ severity: 'warning' });
  });

  it('says that a trait is taken on trust', () => {
    const trusting = { ...plan, analysis: { ...plan.analysis, covariates: ['age'] } };
    const found = checks(
      { plan: trusting },
      { traits: { age: customers.map((id): [number, number] => [id, id % 50]) } },
    );
    expect(named(found, 'undated')).toMatchObject({ severity: 'note' });
  });
});

describe('one customer', () => {
  it('that carries the result is found', () => {
    const base = (i: number) => 10 + ((i >> 1) % 7) + (armOf(i) === 'call' ? 0.26 : 0);
    const found = named(checks({ orders: spent((i) => (i === 1 ? 40 : base(i))) }), 'outlier');
    expect(found).toMatchObject({ severity: 'warning' });
    expect(found?.sentence).toContain('without the largest of call');
  });

  it('does not carry it where all are alike', () => {
    expect(named(checks(), 'outlier')).toMatchObject({ severity: 'ok' });
  });
});

describe('currencies', () => {
  it('are one, or a warning', () => {
    expect(named(checks({}, { currencies: { order: ['USD'] } }), 'currency')).toMatchObject({ severity: 'ok' });
    const mixed = named(checks({}, { currencies: { order: ['EUR', 'USD'] } }), 'currency');
    expect(mixed).toMatchObject({ severity: 'warning' });
    expect(mixed?.sentence).toContain('EUR');
  });
});
