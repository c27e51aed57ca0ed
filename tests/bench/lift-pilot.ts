import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Plan } from '#shared/plan/plan.ts';
import { writePlan } from '../../electron/engine/plan/plan-row.ts';
import { insertRows } from '../../electron/engine/store/insert-rows.ts';
import type { PilotFile } from '../../electron/engine/store/pilot-file.ts';

const START = Date.UTC(2026, 7, 1);
const DAY = 86_400_000;
const REGIONS = 10;

const order = { activity: 'order' } as const;
const amount = { activity: 'order', field: 'amount' } as const;
const secondary = { role: 'secondary', windowDays: 7, better: 'higher' } as const;

/** Eight metrics, three arms, two covariates, ten segments. */
export const benchPlan: Plan = {
  hypothesis: '',
  population: { everyone: true },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'reminder', role: 'treatment', weight: 1 },
    { id: 'voucher', role: 'treatment', weight: 1 },
  ],
  allocation: { method: 'imported', from: {} },
  metrics: [
    { id: 'recovered', role: 'primary', kind: 'conversion', of: order, windowDays: 7, better: 'higher' },
    { id: 'revenue', ...secondary, kind: 'sum', of: amount, cap: { percentile: 99, amount: 200 } },
    { id: 'orders', ...secondary, kind: 'count', of: order },
    { id: 'basket', ...secondary, kind: 'ratio', of: amount, per: order },
    { id: 'visited', ...secondary, kind: 'conversion', of: { activity: 'visit' } },
    { id: 'visits', ...secondary, kind: 'count', of: { activity: 'visit' } },
    { id: 'month', ...secondary, kind: 'sum', of: amount, windowDays: 14 },
    {
      id: 'unsubscribed',
      role: 'guardrail',
      kind: 'conversion',
      of: { activity: 'unsubscribe' },
      windowDays: 7,
      better: 'lower',
      margin: 0.005,
    },
  ],
  analysis: {
    level: 0.95,
    sides: 2,
    peeking: 'none',
    covariates: [
      { id: 'orders_before', kind: 'count', of: order, daysBefore: 90 },
      { id: 'spent_before', kind: 'sum', of: amount, daysBefore: 90 },
    ],
    correction: 'holm',
    segments: ['region'],
  },
  decision: { scaleIf: { metric: 'recovered', relativeLiftAtLeast: 0.1 }, decideBy: '2026-10-01' },
};

/** Writes customers, arms, orders, visits and unsubscriptions of a made-up shop, each customer in one of ten segments. */
export async function fillPilot(file: PilotFile, count: number): Promise<void> {
  const generator = xoroshiro128plus(1);
  const chance = () => uniformFloat64(generator);
  await file.bulk('bench', async (db) => {
    db.run(
      "INSERT INTO source (id, file, kind, imported_at, bytes, sha256, rows_read, kept, replaced, duplicates, quarantined, reasons, warnings, layout, mapping) VALUES (1, 'bench', 'activities', 0, 0, '', 0, 0, 0, 0, 0, '{}', '[]', '', '{}')",
    );
    const people = insertRows(db, 'INSERT INTO customer (id)', 1);
    const arms = insertRows(db, 'INSERT INTO arm_named (customer, identity, arm, at, at_day, source, line)', 7);
    const events = insertRows(
      db,
      'INSERT INTO activity (customer, identity, kind, at, at_day, amount, source, line)',
      8,
    );
    const traits = insertRows(db, 'INSERT INTO trait (customer, key, source, line, identity, value)', 6);
    for (let id = 1; id <= count; id++) {
      const at = START + Math.floor(chance() * 40) * DAY;
      const arm = Math.floor(chance() * 3);
      const event = (kind: string, days: number, money: number | null) =>
        events.add([id, id, kind, at + days * DAY, 0, money, 1, id]);
      people.add([id]);
      arms.add([id, id, ['control', 'reminder', 'voucher'][arm] ?? '', at, 0, 1, id]);
      traits.add([id, 'region', 1, id, id, `region ${id % REGIONS}`]);
      const regular = chance() < 0.5;
      if (chance() < 0.1 + 0.01 * arm + (regular ? 0.04 : 0)) event('order', 1 + chance() * 9, 20 + chance() * 150);
      if (regular) event('order', -9, 20 + chance() * 150);
      if (chance() < 0.3) event('visit', chance() * 7, null);
      if (chance() < 0.01) event('unsubscribe', 2, null);
    }
    people.flush();
    arms.flush();
    events.flush();
    traits.flush();
    writePlan(db, benchPlan, 0);
  });
}
