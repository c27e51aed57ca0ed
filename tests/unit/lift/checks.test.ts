import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { computeLift } from '#shared/lift/compute-lift.ts';
import type { Check, LiftResult } from '#shared/lift/lift-result.ts';
import type { OtherwiseJoined, RecordsReader } from '#shared/lift/records-reader.ts';
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
  return looked(records, over.plan).checks;
}

function checksAndSensitivity(made: MadeUp, otherwiseJoined: OtherwiseJoined): LiftResult {
  return looked(madeUpRecords({ ...made, otherwiseJoined }), undefined);
}

function looked(records: RecordsReader, over: Plan | undefined): LiftResult {
  return computeLift(
    {
      plan: over ?? plan,
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
  );
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

  it('says nothing of files where every file holds one arm alone', () => {
    const cut = customers.map((customer, i) => ({
      customer,
      arm: armOf(i),
      at: `${dayOf(i)}T12:00Z`,
      source: `${armOf(i)}-${i % 4 < 2 ? 'first' : 'second'}.csv`,
    }));
    const found = checks({}, { arms: cut });
    expect(named(found, 'srm-by-source')).toBeUndefined();
    expect(named(found, 'srm')).toMatchObject({ severity: 'ok' });
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

describe('a check that fires says what to do, and is silent or fine where all is well', () => {
  const exposed: Plan = {
    ...plan,
    arms: plan.arms.map((arm) =>
      arm.role === 'control'
        ? arm
        : { ...arm, intervention: { channel: 'call', message: '', exposure: { activity: 'call' } } },
    ),
  };
  const trait: Plan = {
    ...plan,
    metrics: [{ id: 'spent', role: 'primary', kind: 'mean', of: { trait: 'spent' }, better: 'higher' }],
  };
  const known = (of: (i: number) => boolean) => ({
    traits: { spent: customers.filter((_, i) => of(i)).map((id): [number, number] => [id, 10 + (id % 7)]) },
  });
  const called = (of: (i: number) => boolean) => ({
    activities: {
      order: spent(),
      call: customers.flatMap((customer, i) => (of(i) ? [{ customer, at: `${dayOf(i)}T12:30Z` }] : [])),
    },
  });
  const twoArms = (n: number) => ({
    arms: [
      ...customers.map((customer, i) => ({ customer, arm: armOf(i), at: `${dayOf(i)}T12:00Z` })),
      ...customers.slice(0, n).map((customer, i) => ({ customer, arm: armOf(i + 1), at: `${dayOf(i)}T12:00Z` })),
    ],
  });
  const late = (n: number) => ({
    arms: customers.map((customer, i) => ({
      customer,
      arm: armOf(i),
      at: i < n ? '2026-11-30T12:00Z' : `${dayOf(i)}T12:00Z`,
    })),
  });
  const undated = (n: number) => ({
    arms: customers.map((customer, i) => ({ customer, arm: armOf(i), at: i < n ? null : `${dayOf(i)}T12:00Z` })),
  });
  it.each([
    ['two-arms', 'warning', { sentence: '3 customers were named' }, checks({}, twoArms(3)), checks()],
    ['two-arms', 'warning', { sentence: '1 customer was named' }, checks({}, twoArms(1)), checks()],
    [
      'contamination',
      'warning',
      { sentence: '1 of 400 control customers was contacted' },
      checks(
        { plan: exposed },
        called((i) => i === 0 || armOf(i) === 'call'),
      ),
      checks(
        { plan: exposed },
        called((i) => armOf(i) === 'call'),
      ),
    ],
    [
      'reached',
      'note',
      { sentence: '50' },
      checks(
        { plan: exposed },
        called((i) => i % 4 === 1),
      ),
      checks(
        { plan: exposed },
        called((i) => armOf(i) === 'call'),
      ),
    ],
    [
      'missing-outcome',
      'warning',
      { sentence: 'unevenly' },
      checks(
        { plan: trait },
        known((i) => i % 4 !== 0),
      ),
      checks(
        { plan: trait },
        known(() => true),
      ),
    ],
    [
      'missing-outcome',
      'note',
      { sentence: 'control 200, call 200' },
      checks(
        { plan: trait },
        known((i) => i % 4 > 1),
      ),
      checks(
        { plan: trait },
        known(() => true),
      ),
    ],
    ['window-open', 'note', { sentence: '1 customer still has' }, checks({}, late(1)), checks()],
    ['no-anchor', 'warning', { sentence: '2 customers have no date' }, checks({}, undated(2)), checks()],
    [
      'small-numbers',
      'warning',
      { sentence: '20 values other than 0' },
      checks({ orders: spent((i) => (i < 40 ? 10 : 0)) }),
      checks(),
    ],
    [
      'srm',
      'warning',
      { sentence: 'rather unlike' },
      checks({ armOf: (i) => (i < 76 ? 'control' : armOf(i)) }),
      checks(),
    ],
    [
      'srm',
      'fail',
      { sentence: 'The comparison is broken' },
      checks({ armOf: (i) => (i < 110 ? 'control' : armOf(i)) }),
      checks(),
    ],
  ] as const)('%s is a %s', (id, severity, { sentence }, firing, silent) => {
    const found = named(firing, id);
    expect(found).toMatchObject({ severity });
    expect(found?.sentence).toContain(sentence);
    expect(found?.todo).not.toBeNull();
    expect(['ok', undefined]).toContain(named(silent, id)?.severity);
  });
});

describe('keys joined the other way', () => {
  it('are a row of the sensitivity table that says how many people differ, and whether that turns the conclusion', () => {
    const made = (lift: number): MadeUp => ({
      customers,
      arms: customers.map((customer, i) => ({ customer, arm: armOf(i), at: `${dayOf(i)}T12:00Z` })),
      activities: { order: spent((i) => 10 + ((i >> 1) % 7) + (armOf(i) === 'call' ? lift : 0)) },
    });
    const look = (other: number, differ: number) =>
      checksAndSensitivity(made(1), { mode: 'strict', differ, records: () => madeUpRecords(made(other)) });
    const same = look(1, 41);
    expect(same.sensitivity[0]).toMatchObject({ id: 'identity-strict:spent:call', turns: false });
    expect(same.sensitivity[0]?.sentence).toContain('41 people differ');
    expect(same.sensitivity[0]?.sentence).toContain('the same conclusion');
    const turned = look(0, 1);
    expect(turned.sensitivity[0]).toMatchObject({ turns: true });
    expect(turned.sensitivity[0]?.sentence).toContain('1 person differs');
    expect(named(turned.checks, 'sensitivity')).toMatchObject({ severity: 'warning' });
  });
});

describe('totals with a heavy tail', () => {
  it('are shuffled too, and a difference that the shuffle does not find is a warning', () => {
    const lasting = spent((i) => 10 + ((i >> 1) % 7) + (armOf(i) === 'call' ? 1 : 0));
    expect(named(checks({ orders: lasting }), 'shuffled')).toMatchObject({ severity: 'ok' });
    expect(named(checks(), 'shuffled')?.p).toBeGreaterThan(0.05);
    // Five large orders, all in the large arm, as they are by chance once in four times; Welch finds p = 0.03.
    const few = (i: number) => (i % 4 === 2 ? 'call' : 'control');
    const orders = spent((i) => (few(i) === 'control' && i % 160 === 1 ? 1000 : 10 + (i % 7) / 10));
    const leaning = named(checks({ armOf: few, orders }), 'shuffled');
    expect(leaning).toMatchObject({ severity: 'warning' });
    expect(leaning?.todo).not.toBeNull();
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
