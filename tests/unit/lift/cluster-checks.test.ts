import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { computeLift } from '#shared/lift/compute-lift.ts';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { madeUpRecords } from '../../fixtures/made-up-records.ts';

const byStore: Plan = {
  hypothesis: '',
  population: { everyone: true },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'promo', role: 'treatment', weight: 1 },
  ],
  allocation: { method: 'imported', from: {}, cluster: { trait: 'store' } },
  metrics: [
    {
      id: 'bought',
      role: 'primary',
      kind: 'conversion',
      of: { activity: 'order' },
      windowDays: 7,
      better: 'higher',
    },
    { id: 'sales', role: 'secondary', kind: 'mean', of: { trait: 'sales' }, better: 'higher' },
    { id: 'nps', role: 'secondary', kind: 'nps', of: { score: 'nps' }, better: 'higher' },
  ],
  analysis: { level: 0.95, sides: 2, peeking: 'none', covariates: ['visits'] },
  decision: { scaleIf: { metric: 'bought', relativeLiftAtLeast: 0.1 }, decideBy: '2026-10-01' },
};
const byCustomer: Plan = { ...byStore, allocation: { method: 'imported', from: {} } };

/** The customers of tests/fixtures/stats/cluster-checks.R. */
const customers = Array.from({ length: 600 }, (_, i) => i);
const block = (i: number) => Math.floor(i / 20);
const storeOf = (i: number) => (i % 20 > 14 && block(i) % 3 === 0 ? 30 + block(i) / 3 : block(i));
const treated = (i: number) => block(i) % 2;
const visits = (i: number) => ((storeOf(i) * 31) % 17) + ((i * 7919) % 101) / 50 + 2 * treated(i);
const early = (i: number) => (storeOf(i) * 7) % 10 < 3 + 3 * treated(i) && i % 5 !== 0;
const missing = (i: number) => (storeOf(i) * 3) % 11 < 2 + 3 * treated(i) && i % 7 !== 0;
const answered = (i: number) => (storeOf(i) * 9) % 13 >= 5 - 3 * treated(i) || i % 6 === 0;

function look(plan: Plan, stores: (i: number) => number = storeOf): LiftResult {
  const where = (holds: (i: number) => boolean) => customers.filter(holds);
  return computeLift(
    {
      plan,
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
      customers: customers.map((i) => i + 1),
      arms: customers.map((i) => ({ customer: i + 1, arm: treated(i) ? 'promo' : 'control', at: '2026-09-10' })),
      activities: { order: where(early).map((i) => ({ customer: i + 1, at: '2026-09-05T12:00Z' })) },
      traits: {
        store: customers.map((i): [number, number] => [i + 1, stores(i)]),
        visits: customers.map((i): [number, number] => [i + 1, visits(i)]),
        sales: where((i) => !missing(i)).map((i): [number, number] => [i + 1, 20 + (i % 7)]),
      },
      scores: { nps: where(answered).map((i) => ({ customer: i + 1, at: '2026-09-20T00:00Z', value: i % 11 })) },
    }),
  );
}

const check = (result: LiftResult, id: string) => {
  const found = result.checks.find((one) => one.id.startsWith(id));
  if (found === undefined) throw new Error(`no check ${id}`);
  return found;
};

describe('the checks of a plan that assigns clusters', () => {
  const [clustered, alone] = [look(byStore), look(byCustomer)];

  // R 4: tests/fixtures/stats/cluster-checks.R
  it.each([
    ['balance', 0.222518955338, 1.23027182228e-11, 'note'],
    ['before-start:bought', 0.255526481435, 6.33424836662e-5, 'ok'],
    ['missing-outcome:sales', 0.189407288333, 4.32080352235e-7, 'note'],
    ['response-rate:nps', 0.258313372512, 1.77554561002e-5, 'note'],
  ])('%s counts clusters, not customers', (id, ofClusters, ofCustomers, severity) => {
    expect(check(alone, id)).toMatchObject({ severity: 'warning', p: expect.closeTo(ofCustomers, 10) });
    expect(check(clustered, id)).toMatchObject({ severity, p: expect.closeTo(ofClusters, 9) });
  });

  it('still warn where every store is a customer of its own', () => {
    const single = look(byStore, (i) => i);
    for (const id of ['balance', 'before-start', 'missing-outcome:sales', 'response-rate']) {
      expect(check(single, id).severity, id).toBe('warning');
    }
  });

  it('give no p under 10 clusters an arm, and warn of nothing that cannot be told from chance', () => {
    const few = look(byStore, (i) => 2 * (block(i) % 4) + treated(i));
    for (const id of ['balance', 'before-start', 'missing-outcome:sales', 'response-rate']) {
      expect(check(few, id).p, id).toBeNull();
      expect(check(few, id).severity, id).not.toBe('warning');
    }
    expect(check(few, 'balance').sentence).toContain('clusters are too few');
  });
});
