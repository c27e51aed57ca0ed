import { expect, it } from 'vitest';
import { setMatching } from '#engine/identity/decide.ts';
import { liftOf } from '#engine/lift/look.ts';
import { writePlan } from '#engine/plan/plan-row.ts';
import { usualMatching } from '#shared/identity/matching.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import { ORDERS, ORDERS_HEADER } from '../identity/three-silos.ts';
import { Desk } from '../import/desk.ts';

const plan: Plan = {
  hypothesis: '',
  population: { everyone: true },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'call', role: 'treatment', weight: 1 },
  ],
  allocation: { method: 'imported', from: {} },
  metrics: [
    { id: 'bought', role: 'primary', kind: 'conversion', of: { activity: 'order' }, windowDays: 7, better: 'higher' },
  ],
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'bought', relativeLiftAtLeast: 0.1 }, decideBy: '2026-04-01' },
};

const armFile = (arm: string): Mapping => ({
  kind: 'traits',
  arm,
  columns: {
    email: { to: 'identity', key: 'email' },
    phone: { to: 'identity', key: 'phone' },
    sent: { to: 'at' },
    town: { to: 'trait', name: 'town', type: 'text' },
  },
  format: { country: 'DE' },
});
const phone = (arm: string, i: number) => `030${arm === 'call' ? 2 : 1}${String(100_000 + i)}`;
const members = (arm: string, n: number) =>
  `email,phone,sent,town\n${Array.from({ length: n }, (_, i) => `${arm}${i}@x.org,${phone(arm, i)},2026-03-01,Ulm`).join('\n')}\n`;

it('a pilot shows what the lift would be with keys joined the other way, the same as if it were joined so', async () => {
  const desk = await Desk.make();
  try {
    await desk.pilot.change('plan', (db) => writePlan(db, plan, Date.now()));
    for (const arm of ['control', 'call']) await desk.import(`${arm}.csv`, members(arm, 80), armFile(arm));
    // Some orders name the e-mail address, others the telephone alone: strictly those belong to nobody known.
    const orders = ['control', 'call'].flatMap((arm) =>
      Array.from({ length: arm === 'call' ? 50 : 30 }, (_, i) => {
        const by = i % 3 === 0 ? `,${phone(arm, i)}` : `${arm}${i}@x.org,`;
        return `${arm}-${i},${by},2026-03-03,10`;
      }),
    );
    await desk.import('orders.csv', `${ORDERS_HEADER}${orders.join('\n')}\n`, ORDERS);
    const asOf = Date.parse('2026-04-02');
    const loose = liftOf(desk.pilot.read, asOf, 1);
    const [row] = loose.sensitivity;
    expect(row).toMatchObject({ id: 'identity-strict:bought:call' });
    expect(row?.name).toContain('27 people differ');
    expect(loose.checks.find(({ id }) => id === 'srm-by-source')).toBeUndefined();
    await setMatching(desk.pilot, { ...usualMatching, mode: 'strict' });
    const strict = liftOf(desk.pilot.read, asOf, 1);
    expect(strict.metrics[0]?.absolute).toEqual(row?.absolute);
    expect(strict.metrics[0]?.absolute.estimate).not.toBe(loose.metrics[0]?.absolute.estimate);
    expect(strict.sensitivity[0]?.absolute).toEqual(loose.metrics[0]?.absolute);
  } finally {
    await desk.pilot.close();
  }
});
