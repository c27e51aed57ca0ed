import { afterEach, beforeEach, expect, test } from 'vitest';
import { lookAtLift } from '#engine/lift/look.ts';
import { pilotRecords } from '#engine/lift/pilot-records.ts';
import { writePlan } from '#engine/plan/plan-row.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import { Desk } from '../import/desk.ts';

const plan: Plan = {
  hypothesis: '',
  population: { everyone: true },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'call', role: 'treatment', weight: 1 },
  ],
  allocation: { method: 'imported', from: {} },
  metrics: [{ id: 'bought', role: 'primary', kind: 'conversion', of: { trait: 'bought' }, better: 'higher' }],
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'bought', relativeLiftAtLeast: 0.1 }, decideBy: '2026-04-01' },
};
const arms: Mapping = {
  kind: 'traits',
  columns: {
    email: { to: 'identity', key: 'email' },
    arm: { to: 'arm' },
    bought: { to: 'trait', name: 'bought', type: 'boolean' },
  },
};
const rows = (from: number, to: number) =>
  `email,arm,bought\n${Array.from({ length: to - from }, (_, i) => `c${from + i}@x.org,${i % 2 === 0 ? 'control' : 'call'},${i % 3 === 0 ? 1 : 0}`).join('\n')}\n`;

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.make();
  await desk.pilot.change('plan', (db) => writePlan(db, plan, Date.now()));
  await desk.import('arms.csv', rows(0, 100), arms);
});
afterEach(() => desk.pilot.close());

const asOf = Date.parse('2026-04-02');
const kept = () => pilotRecords(desk.pilot.read).customers();

test('records read once are kept over looks and checkpoints', async () => {
  const before = kept();
  expect(kept()).toBe(before);
  await lookAtLift(desk.pilot, asOf, Date.now());
  await desk.pilot.checkpoint();
  expect(kept()).toBe(before);
});

test('an import is in the next look', async () => {
  const before = await lookAtLift(desk.pilot, asOf, Date.now());
  await desk.import('more.csv', rows(100, 130), arms);
  const after = await lookAtLift(desk.pilot, asOf, Date.now());
  expect([before.flow.imported, after.flow.imported]).toEqual([100, 130]);
});

test('a change that fails leaves nothing kept of what it had written', async () => {
  const failing = desk.pilot.change('half', (db) => {
    db.run('DELETE FROM trait');
    expect(pilotRecords(db).trait('bought').customer).toHaveLength(0);
    expect(pilotRecords(desk.pilot.read).trait('bought').customer).toHaveLength(0);
    throw new Error('thought better of it');
  });
  await expect(failing).rejects.toThrow('thought better of it');
  expect(pilotRecords(desk.pilot.read).trait('bought').customer).toHaveLength(100);
});

test('a bulk change shows its rows while it runs, and none once it was stopped', async () => {
  const before = kept();
  const stopped = desk.pilot.bulk('import', async (db) => {
    db.run('INSERT INTO customer (id) VALUES (9001)');
    await Promise.resolve();
    expect(kept()).toHaveLength(101);
    db.run('INSERT INTO customer (id) VALUES (9002)');
    expect(kept()).toHaveLength(102);
    throw new Error('stopped');
  });
  await expect(stopped).rejects.toThrow('stopped');
  expect(kept()).toEqual(before);
});

test('a change of one record, even one of the same size, is seen', async () => {
  const sold = () => {
    const { code, levels } = pilotRecords(desk.pilot.read).trait('bought');
    return code.reduce((n, level) => n + Number(levels[level]), 0);
  };
  const before = sold();
  await desk.pilot.change('mend', (db) => db.run('UPDATE trait SET value = 1 - value'));
  expect(sold()).toBe(100 - before);
});
