import { expect, it } from 'vitest';
import { freezeCaps, keepCaps } from '#shared/lift/cap-history.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { madeUpRecords } from '../../fixtures/made-up-records.ts';

const revenue: Metric = {
  id: 'revenue',
  role: 'primary',
  kind: 'sum',
  of: { activity: 'order', field: 'amount' },
  windowDays: 7,
  cap: { percentile: 99 },
  better: 'higher',
};
const plan: Plan = {
  hypothesis: '',
  population: { everyone: true },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'reminder', role: 'treatment', weight: 1 },
  ],
  allocation: { method: 'imported', from: {} },
  metrics: [revenue],
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'revenue', relativeLiftAtLeast: 0.1 }, decideBy: '2026-12-31' },
};
const orders = [10, 20, 40].map((value, i) => ({ customer: i + 1, at: '2026-01-05T00:00Z', value }));
const records = madeUpRecords({ customers: [1, 2, 3], activities: { order: orders } });

it('an amendment keeps the amount a cap was given at sealing, whatever history has become since', () => {
  const sealed = freezeCaps(plan, records, Date.parse('2026-02-01'));
  const amount = sealed.metrics[0]?.cap?.amount;
  expect(amount).toBeCloseTo(39.6, 10);
  const later = madeUpRecords({ customers: [1, 2, 3], activities: { order: [...orders, ...orders.slice(2)] } });
  const amended = freezeCaps(keepCaps(plan, sealed), later, Date.parse('2026-03-01'));
  expect(amended.metrics[0]?.cap?.amount).toBe(amount);
});

it('takes the percentile of what each customer reached in each span before the start, without those that came to 0', () => {
  const order = (customer: number, at: string, value: number) => ({ customer, at: `${at}T00:00Z`, value });
  const history = [
    order(1, '2026-01-30', 10),
    order(1, '2026-01-26', 20),
    order(1, '2026-01-20', 5),
    order(2, '2026-01-31', 40),
    order(3, '2026-01-29', 10),
    order(3, '2026-01-28', -10),
    order(2, '2026-02-01', 1000),
  ];
  const of = madeUpRecords({ customers: [1, 2, 3, 4], activities: { order: history } });
  const capOf = (percentile: number) => {
    const capped: Plan = { ...plan, metrics: [{ ...revenue, cap: { percentile } }] };
    return freezeCaps(capped, of, Date.parse('2026-02-01')).metrics[0]?.cap?.amount;
  };
  // By hand: 30 and 5 of the first, 40 of the second; type 7 lies between them.
  expect([0, 50, 75, 100].map(capOf)).toEqual([5, 30, 35, 40]);
});

it('an amendment that caps something else takes the amount anew', () => {
  const sealed = freezeCaps(plan, records, Date.parse('2026-02-01'));
  const other: Plan = { ...plan, metrics: [{ ...revenue, cap: { percentile: 50 } }] };
  expect(keepCaps(other, sealed)).toEqual(other);
});
