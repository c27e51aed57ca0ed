import { describe, expect, it } from 'vitest';
import { outcomeColumn } from '#shared/lift/outcome.ts';
import { unitTable } from '#shared/lift/unit-table.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { playedPilot } from '#shared/rehearse/played-pilot.ts';
import { type Event, madeUpRecords } from '../../fixtures/made-up-records.ts';

const N = 4000;
const now = Date.parse('2026-11-01');
const ids = Array.from({ length: N }, (_, i) => i + 1);
const at = (id: number, day: number) =>
  new Date(Date.parse('2026-09-01') + ((id % 20) + day) * 86_400_000).toISOString();
const orders: Event[] = ids.flatMap((id) =>
  id % 5 === 0
    ? Array.from({ length: 1 + ((id / 5) % 2) }, () => ({ customer: id, at: at(id, 3), value: 20 + (id % 30) }))
    : [],
);
const records = madeUpRecords({
  customers: ids,
  activities: { cart: ids.map((customer) => ({ customer, at: at(customer, 0) })), order: orders },
  traits: {
    spend: ids.map((id): [number, number] => [id, id % 7]),
    store: ids.map((id): [number, number] => [id, id % 80]),
    channel: ids.map((id): [number, string] => [id, id % 3 === 0 ? 'web' : 'shop']),
  },
  scores: { nps: ids.map((customer) => ({ customer, at: at(customer, 1), value: 3 + (customer % 8) })) },
});
const metric = (changed: Partial<Metric>): Metric => ({
  id: 'm',
  role: 'primary',
  kind: 'conversion',
  of: { activity: 'order' },
  windowDays: 7,
  better: 'higher',
  ...changed,
});
const planOf = (one: Metric): Plan => ({
  hypothesis: '',
  population: { trigger: { activity: 'cart' } },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'call', role: 'treatment', weight: 3 },
  ],
  allocation: { method: 'hash', seed: 5 },
  metrics: [one],
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'm', relativeLiftAtLeast: 0.1 }, decideBy: '2026-12-01' },
});

function meansAfter(one: Metric, lift: number): { n: number; mean: number }[] {
  const plan = planOf(one);
  const played = playedPilot(plan, one, records, now, { lift, seed: 9, most: N });
  const units = unitTable(plan, played.records, now);
  const { value, per } = outcomeColumn(one, units, played.records, now);
  return plan.arms.map((_, arm) => {
    const rows = [...units.arm.keys()].filter((row) => units.arm[row] === arm);
    const sum = (column: Float64Array) => rows.reduce((total, row) => total + (column[row] ?? 0), 0);
    return { n: rows.length, mean: sum(value) / (per === null ? rows.length : sum(per)) };
  });
}

describe('a pilot played on history', () => {
  it('takes those whose window has closed, each once, split by the plan’s weights', () => {
    expect(meansAfter(metric({}), 0).map(({ n }) => n)).toEqual([650, 1950]);
  });

  it('leaves whole clusters whole, and splits those by the weights', () => {
    const plan: Plan = { ...planOf(metric({})), allocation: { method: 'hash', seed: 5, cluster: { trait: 'store' } } };
    const played = playedPilot(plan, metric({}), records, now, { lift: 0, seed: 9, most: N });
    const units = unitTable(plan, played.records, now);
    const armsOf = new Map<number, Set<number>>();
    for (const [row, arm] of units.arm.entries()) {
      const store = (units.index.ids[row] ?? 0) % 80;
      if (arm >= 0) armsOf.set(store, (armsOf.get(store) ?? new Set()).add(arm));
    }
    const arms = [...armsOf.values()].map((of) => [...of]);
    expect(arms.every((of) => of.length === 1)).toBe(true);
    const controls = arms.filter(([arm]) => arm === 0).length;
    expect(controls / arms.length).toBeCloseTo(0.25, 1);
  });

  it('names the strata as the assignment will', () => {
    const plan: Plan = {
      ...planOf(metric({})),
      allocation: { method: 'stratified', seed: 5, strata: ['channel'] },
    };
    const { customer, code, levels } = playedPilot(plan, metric({}), records, now, {
      lift: 0,
      seed: 9,
      most: N,
    }).records.strata();
    const group = Array.from(code, (at) => levels[at]);
    expect(new Set(group)).toEqual(new Set(['web', 'shop']));
    expect(group.every((name, i) => (name === 'web') === ((customer[i] ?? 0) % 3 === 0))).toBe(true);
  });

  it.each<[string, Metric, number]>([
    ['a rate up', metric({}), 0.5],
    ['a repeat rate', metric({ of: { activity: 'order', atLeast: 2 } }), 0.5],
    ['a rate down, where lower is better', metric({ better: 'lower' }), 0.5],
    ['a total', metric({ kind: 'sum', of: { activity: 'order', field: 'amount' } }), 0.4],
    ['a ratio', metric({ kind: 'ratio', of: { activity: 'order', field: 'amount' }, per: { activity: 'order' } }), 0.2],
    ['a count up', metric({ kind: 'count' }), 0.5],
    ['a count down, where lower is better', metric({ kind: 'count', better: 'lower' }), 0.5],
    ['the mean of a trait', metric({ kind: 'mean', of: { trait: 'spend' }, windowDays: undefined }), 0.3],
    ['a mean score', metric({ kind: 'mean', of: { score: 'nps' } }), 0.1],
  ])('plants into the treatment alone: %s', (_, one, lift) => {
    const [controlBefore, before] = meansAfter(one, 0);
    const [controlAfter, after] = meansAfter(one, lift);
    const change = ((after?.mean ?? 0) - (before?.mean ?? 0)) / (before?.mean ?? 1);
    expect(change).toBeGreaterThan((one.better === 'higher' ? lift : -lift) - 0.12);
    expect(change).toBeLessThan((one.better === 'higher' ? lift : -lift) + 0.12);
    expect(controlAfter).toEqual(controlBefore);
  });

  it('raises an NPS without leaving its scale', () => {
    const nps = metric({ kind: 'nps', of: { score: 'nps' } });
    expect(meansAfter(nps, 1)[1]?.mean).toBeGreaterThan(meansAfter(nps, 0)[1]?.mean ?? 0);
  });
});
