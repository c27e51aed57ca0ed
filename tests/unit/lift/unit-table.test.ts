import { describe, expect, it } from 'vitest';
import { outcomeColumn } from '#shared/lift/outcome.ts';
import { countExcluded, countOutside, type Outside, unitTable } from '#shared/lift/unit-table.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { madeUpRecords } from '../../fixtures/made-up-records.ts';

const recovered: Metric = {
  id: 'recovered',
  role: 'primary',
  kind: 'conversion',
  of: { activity: 'order' },
  windowDays: 7,
  better: 'higher',
};
const plan: Plan = {
  hypothesis: '',
  population: { trigger: { activity: 'cart', unless: { activity: 'order', withinHours: 1 } } },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'reminder', role: 'treatment', weight: 1 },
  ],
  allocation: { method: 'imported', from: { Holdout: 'control', Reminder: 'reminder' } },
  metrics: [recovered],
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'recovered', relativeLiftAtLeast: 0.1 }, decideBy: '2026-12-31' },
};
const now = Date.parse('2026-12-01');
const at = (time: string) => `2026-09-01T${time}Z`;

describe('the unit table', () => {
  it('anchors a customer at the first cart that no order followed within the hour, plus that hour', () => {
    const units = unitTable(
      plan,
      madeUpRecords({
        customers: [1, 2],
        activities: {
          cart: [
            { customer: 1, at: at('10:00') },
            { customer: 1, at: at('08:00') },
            { customer: 2, at: at('08:00') },
          ],
          order: [
            { customer: 1, at: at('08:59') },
            { customer: 2, at: at('08:00') },
          ],
        },
        arms: [
          { customer: 1, arm: 'Holdout', at: at('12:00') },
          { customer: 2, arm: 'Reminder', at: at('12:00') },
        ],
      }),
      now,
    );
    expect(new Date(units.anchor[0] ?? 0).toISOString()).toBe('2026-09-01T11:00:00.000Z');
    expect(Array.from(units.arm)).toEqual([0, -1]);
    expect(countOutside(units, 'not-in-population')).toBe(1);
  });

  it('takes an order exactly at the end of the hour as one that came later', () => {
    const units = unitTable(
      plan,
      madeUpRecords({
        customers: [1],
        activities: { cart: [{ customer: 1, at: at('08:00') }], order: [{ customer: 1, at: at('09:00') }] },
        arms: [{ customer: 1, arm: 'Reminder', at: null }],
      }),
      now,
    );
    expect(Array.from(units.arm)).toEqual([1]);
  });

  it('keeps apart who has no arm, an arm the plan does not know, and two arms', () => {
    const everyone: Plan = { ...plan, population: { everyone: true } };
    const units = unitTable(
      everyone,
      madeUpRecords({
        customers: [1, 2, 3, 4, 5],
        arms: [
          { customer: 2, arm: 'VIP', at: null },
          { customer: 3, arm: 'Holdout', at: null },
          { customer: 3, arm: 'Reminder', at: null },
          { customer: 4, arm: 'control', at: null },
          { customer: 5, arm: 'Reminder', at: at('09:00') },
          { customer: 5, arm: 'Reminder', at: at('08:00') },
        ],
      }),
      now,
    );
    expect(Array.from(units.arm)).toEqual([-2, -3, -4, 0, 1]);
    expect(new Date(units.anchor[4] ?? 0).toISOString()).toBe('2026-09-01T08:00:00.000Z');
  });

  it('filters by traits and by activities before the anchor, joined by all and any', () => {
    const filtered: Plan = {
      ...plan,
      population: {
        where: {
          all: [
            { trait: 'country', in: ['US', 'CA'] },
            {
              any: [
                { trait: 'vip', is: true },
                { activity: 'order', count: { atLeast: 2 }, daysBefore: 10 },
              ],
            },
          ],
        },
      },
    };
    const units = unitTable(
      filtered,
      madeUpRecords({
        customers: [1, 2, 3, 4],
        traits: {
          country: [
            [1, 'US'],
            [2, 'CA'],
            [3, 'DE'],
            [4, 'US'],
          ],
          vip: [
            [1, 1],
            [2, 0],
            [3, 1],
            [4, 0],
          ],
        },
        activities: {
          order: [
            { customer: 2, at: '2026-08-30T00:00Z' },
            { customer: 2, at: '2026-08-31T00:00Z' },
            { customer: 4, at: '2026-08-31T00:00Z' },
            { customer: 4, at: '2026-08-01T00:00Z' },
            { customer: 4, at: '2026-09-01T00:00Z' },
          ],
        },
        arms: [1, 2, 3, 4].map((customer) => ({ customer, arm: 'control', at: '2026-09-01T00:00Z' })),
      }),
      now,
    );
    expect(Array.from(units.arm)).toEqual([0, 0, -1, -1]);
  });
});

describe('an outcome', () => {
  const everyone: Plan = { ...plan, population: { everyone: true } };
  const outcome = (metric: Metric, made: Parameters<typeof madeUpRecords>[0], asOf: number) => {
    const records = madeUpRecords(made);
    return outcomeColumn(metric, unitTable(everyone, records, asOf), records, asOf);
  };
  const arms = (anchor: string) => [{ customer: 1, arm: 'control', at: anchor }];
  const order = (moment: string, value = 10) => ({ customer: 1, at: moment, value });

  it('counts from the anchor, included, to anchor + days, excluded', () => {
    const value = (moment: string) =>
      outcome(recovered, { customers: [1], arms: arms(at('12:00')), activities: { order: [order(moment)] } }, now)
        .value[0];
    expect(value('2026-09-01T11:59:59.999Z')).toBe(0);
    expect(value('2026-09-01T12:00Z')).toBe(1);
    expect(value('2026-09-08T11:59:59.999Z')).toBe(1);
    expect(value('2026-09-08T12:00Z')).toBe(0);
  });

  it('counts a date without a time from the day of the anchor on', () => {
    const value = (day: string) =>
      outcome(recovered, { customers: [1], arms: arms(at('12:00')), activities: { order: [order(day)] } }, now)
        .value[0];
    expect(value('2026-08-31')).toBe(0);
    expect(value('2026-09-01')).toBe(1);
  });

  it('leaves a customer out while the window is open, and knows when it closes', () => {
    const made = { customers: [1], arms: arms(at('12:00')) };
    expect(outcome(recovered, made, Date.parse('2026-09-08T11:59Z')).state[0]).toBe(1);
    const closed = outcome(recovered, made, Date.parse('2026-09-08T12:00Z'));
    expect(closed.state[0]).toBe(0);
    expect(new Date(closed.closes[0] ?? 0).toISOString()).toBe('2026-09-08T12:00:00.000Z');
  });

  it('adds amounts up, and takes no activity as 0 but a missing trait as missing', () => {
    const revenue: Metric = { ...recovered, kind: 'sum', of: { activity: 'order', field: 'amount' } };
    const orders = [order('2026-09-02T00:00Z', 10), order('2026-09-03T00:00Z', 2.5)];
    const made = { customers: [1, 2], arms: [...arms(at('12:00')), { customer: 2, arm: 'control', at: at('12:00') }] };
    expect(Array.from(outcome(revenue, { ...made, activities: { order: orders } }, now).value)).toEqual([12.5, 0]);
    const spend: Metric = { id: 'spend', role: 'primary', kind: 'mean', of: { trait: 'spend' }, better: 'higher' };
    const column = outcome(spend, { ...made, traits: { spend: [[2, 7]] } }, now);
    expect(Array.from(column.state)).toEqual([2, 0]);
    expect(column.value[1]).toBe(7);
  });

  it('takes the last answer in the window as the score, and promoters less detractors as the NPS', () => {
    const nps: Metric = { ...recovered, kind: 'nps', of: { score: 'nps' } };
    const answers = [
      { customer: 1, at: '2026-09-02T00:00Z', value: 3 },
      { customer: 1, at: '2026-09-05T00:00Z', value: 9 },
      { customer: 1, at: '2026-10-05T00:00Z', value: 0 },
    ];
    const column = outcome(nps, { customers: [1], arms: arms(at('12:00')), scores: { nps: answers } }, now);
    expect(Array.from(column.value)).toEqual([100]);
  });

  describe('with exclusions', () => {
    const exclude = [
      { reason: 'no consent', where: { none: [{ trait: 'consent', is: true }] } },
      { reason: 'contacted lately', where: { activity: 'email_sent', daysBefore: 14 } },
    ];
    const made = {
      customers: [1, 2, 3, 4, 5],
      traits: { consent: [1, 2, 3].map((id): [number, number] => [id, 1]) },
      activities: {
        email_sent: [
          { customer: 2, at: '2026-08-25' },
          { customer: 3, at: '2026-08-01' },
          { customer: 4, at: '2026-08-25' },
          { customer: 1, at: '2026-09-05' },
        ],
      },
      arms: [1, 2, 3, 4].map((customer) => ({ customer, arm: 'Holdout', at: '2026-09-01' })),
    };

    it('keeps customers out by the first reason that holds, looking only at what came before the anchor', () => {
      const keeping: Plan = { ...plan, population: { everyone: true, exclude } };
      const units = unitTable(keeping, madeUpRecords(made), now);
      expect(Array.from(units.arm)).toEqual([0, -7, 0, -6, -6]);
      expect(countExcluded(units, keeping)).toEqual([
        { reason: 'no consent', n: 2 },
        { reason: 'contacted lately', n: 1 },
      ]);
    });

    it('leaves whoever was assigned here in, though consent is gone by now', () => {
      const drawn: Plan = {
        ...plan,
        population: { everyone: true, exclude },
        allocation: { method: 'stratified', seed: 1 },
      };
      const assigned = made.arms.map((row) => ({ ...row, arm: 'control' }));
      const units = unitTable(drawn, madeUpRecords({ ...made, arms: assigned }), now);
      expect(Array.from(units.arm)).toEqual([0, 0, 0, 0, -6]);
    });
  });

  it('counts whoever is held out of everything by that reason, and in two arms where an arm was drawn as well', () => {
    const drawn: Plan = {
      ...plan,
      population: { everyone: true },
      allocation: { method: 'hash', seed: 1, holdout: 0.1 },
    };
    const arms = [
      { customer: 1, arm: 'control', at: '2026-09-01' },
      { customer: 2, arm: '(holdout)', at: '2026-09-01' },
      { customer: 3, arm: '(holdout)', at: '2026-09-01' },
      { customer: 3, arm: 'control', at: '2026-09-02' },
    ];
    const units = unitTable(drawn, madeUpRecords({ customers: [1, 2, 3], arms }), now);
    expect(['holdout', 'two-arms', 'unknown-arm'].map((reason) => countOutside(units, reason as Outside))).toEqual([
      1, 1, 0,
    ]);
    expect(units.arm[0]).toBe(0);
  });
});
