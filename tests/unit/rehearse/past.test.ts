import { describe, expect, it } from 'vitest';
import type { Plan } from '#shared/plan/plan.ts';
import { past } from '#shared/rehearse/past.ts';
import { templateById } from '#shared/template/templates.ts';
import { type Event, madeUpRecords } from '../../fixtures/made-up-records.ts';

const template = templateById('abandoned-cart')?.plan as Plan;
const metric = template.metrics[0]!;
const now = Date.parse('2026-12-01');
const drawnHere: Plan = { ...template, allocation: { method: 'hash', seed: 1 } };

function day(n: number): string {
  return new Date(Date.parse('2026-08-01T10:00:00Z') + n * 86_400_000).toISOString();
}

/** 200 carts over 40 days, five a day; every fourth customer orders three days later. */
const customers = Array.from({ length: 200 }, (_, i) => i + 1);
const carts: Event[] = customers.map((customer, i) => ({ customer, at: day(Math.floor(i / 5)) }));
const orders: Event[] = customers
  .filter((customer) => customer % 4 === 0)
  .map((customer) => ({ customer, at: day(Math.floor((customer - 1) / 5) + 3) }));
const lastOrder: Event = { customer: 1, at: day(60) };

describe('history for a plan', () => {
  it('takes baseline and arrivals from the triggers before the pilot', () => {
    const records = madeUpRecords({ customers, activities: { cart: carts, order: [...orders, lastOrder] } });
    const found = past(drawnHere, metric, records, now);
    expect(found).toMatchObject({ kind: 'computed', history: { source: 'before', n: 200, mean: 0.25, start: now } });
    expect(found.kind === 'computed' && found.history.arrivalsPerWeek).toBeCloseTo(200 / (60 / 7), 0);
  });

  it('counts only customers whose window had closed by the last record', () => {
    const records = madeUpRecords({ customers, activities: { cart: carts, order: orders } });
    const found = past(drawnHere, metric, records, now);
    expect(found.kind === 'computed' && found.history.n).toBeLessThan(200);
  });

  it('takes the control customers so far where the arms are imported, and none of the treatment', () => {
    const arms = customers.map((customer) => ({
      customer,
      at: day(0),
      arm: customer % 2 === 0 ? 'control' : 'reminder',
    }));
    const records = madeUpRecords({ customers, activities: { cart: carts, order: [...orders, lastOrder] }, arms });
    const found = past(template, metric, records, now);
    expect(found).toMatchObject({ kind: 'computed', history: { source: 'control', n: 100, mean: 0.5 } });
    if (found.kind === 'error') throw new Error(found.reason);
    expect(found.history.start).toBe(Date.parse(day(0)) + 3_600_000);
    expect(found.history.arrivalWeeks).toBeCloseTo(39 / 7, 6);
  });

  it('says why there is no baseline', () => {
    const none = madeUpRecords({ customers });
    expect(past(drawnHere, metric, none, now)).toMatchObject({ kind: 'error', reason: 'no-customers' });
    const few = madeUpRecords({ customers, activities: { cart: carts.slice(0, 9), order: [lastOrder] } });
    expect(past(drawnHere, metric, few, now)).toMatchObject({ kind: 'error', reason: 'too-few' });
    const alike = madeUpRecords({ customers, activities: { cart: carts, order: [{ customer: 999, at: day(90) }] } });
    expect(past(drawnHere, metric, alike, now)).toMatchObject({ kind: 'error', reason: 'all-alike' });
  });
});
