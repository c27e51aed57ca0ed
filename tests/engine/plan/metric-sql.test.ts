import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importExport } from '#engine/import/index.ts';
import { pilotRecords } from '#engine/lift/pilot-records.ts';
import { knownTemplate, newPilot } from '#engine/pilot/create.ts';
import { metricSql } from '#engine/plan/sql/metric-sql.ts';
import { writeSample } from '#engine/sample/write-sample.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import { armSample, capped } from '#shared/lift/arm-sample.ts';
import { outcomeColumn } from '#shared/lift/outcome.ts';
import { unitTable } from '#shared/lift/unit-table.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';

const asOf = Date.parse('2026-09-20T12:00:00Z');
const { plan } = knownTemplate('abandoned-cart');
const metric = (changed: Partial<Metric>): Metric => ({
  id: 'm',
  role: 'secondary',
  kind: 'conversion',
  of: { activity: 'order' },
  windowDays: 7,
  better: 'higher',
  ...changed,
});
const amount = { activity: 'order', field: 'amount' };
const shapes: [string, Metric][] = [
  ['a share', metric({})],
  ['a share without a window', metric({ windowDays: undefined })],
  ['a repeat rate', metric({ of: { activity: 'cart', atLeast: 2 }, windowDays: 90 })],
  ['a count', metric({ kind: 'count', of: { activity: 'cart' }, windowDays: 30 })],
  ['a capped total', metric({ kind: 'sum', of: amount, cap: { percentile: 99, amount: 60 } })],
  ['a ratio', metric({ kind: 'ratio', of: amount, per: { activity: 'order' } })],
  ['an NPS', metric({ kind: 'nps', of: { score: 'nps' }, windowDays: undefined })],
  ['a mean score', metric({ kind: 'mean', of: { score: 'nps' }, windowDays: 30 })],
  ['a trait', metric({ kind: 'mean', of: { trait: 'orders' }, windowDays: undefined })],
];
const populations: [string, Plan['population']][] = [
  ['a trigger nothing spoilt', plan.population],
  [
    'conditions and an exclusion',
    {
      where: {
        any: [
          { activity: 'order', count: { atLeast: 1, atMost: 3 }, daysBefore: 365 },
          {
            none: [
              { trait: 'orders', atLeast: 2 },
              { trait: "it's", is: 'x' },
            ],
          },
        ],
      },
      exclude: [{ reason: 'contacted\nlately', where: { activity: 'email_sent', daysBefore: 3 } }],
    },
  ],
  ['everyone', { everyone: true }],
];

describe('the SQL behind a metric', () => {
  let scratch: string;
  let pilot: PilotFile;

  beforeAll(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'pilotlight-sql-'));
    pilot = await newPilot(join(scratch, 'shop.pilot'), knownTemplate('abandoned-cart'), 'Shop', asOf);
    const request = { customers: 800, seed: 3, story: 'win' as const, follow: null };
    const { files } = await writeSample(join(scratch, 'exports'), request, () => {});
    for (const file of files.filter((name) => name.endsWith('.csv'))) {
      await importExport(pilot, file, { mapping: null, preset: null, as: null });
    }
    await pilot.change('traits and arms of some customers', (db) => {
      db.run(
        "INSERT INTO trait (customer, key, source, line, identity, value) SELECT customer, 'orders', 1, min(id), min(identity), count(*) FROM activity WHERE kind = 'order' GROUP BY customer",
      );
      db.run(
        "INSERT INTO assignment (identity, customer, arm, stratum, at, batch) SELECT id, id, iif(id % 3 = 0, 'control', 'reminder'), 'all', ?, 1 FROM customer WHERE id % 5 > 0",
        [Date.parse('2026-09-01')],
      );
    });
  });

  afterAll(async () => {
    await pilot.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  const allocations: Plan['allocation'][] = [plan.allocation, { method: 'hash', seed: 1 }];
  const cases = populations.flatMap(([who, population]) =>
    allocations.map((allocation) => ({ who, how: allocation.method, population, allocation })),
  );

  it.each(cases)('counts what the lift counts: $who, arms $how', ({ population, allocation }) => {
    const asked: Plan = { ...plan, population, allocation };
    const records = pilotRecords(pilot.read);
    const units = unitTable(asked, records, asOf);
    for (const [shape, one] of shapes) {
      const outcome = outcomeColumn(one, units, records, asOf);
      const expected = asked.arms.flatMap(({ id }, arm) => {
        const { values, per } = armSample(units, outcome, arm);
        const shown = capped(values, one.cap?.amount ?? Number.POSITIVE_INFINITY);
        const below = per === null ? values.length : per.reduce((sum, value) => sum + value, 0);
        const mean = below === 0 ? null : shown.reduce((sum, value) => sum + value, 0) / below;
        return values.length === 0 ? [] : [{ arm: id, n: values.length, mean }];
      });
      const found = pilot.read.all<{ arm: string; n: number; mean: number | null }>(metricSql(asked, one, asOf));
      expect(found, shape).toEqual(
        expected.map((row) => ({ ...row, mean: row.mean === null ? null : expect.closeTo(row.mean, 9) })),
      );
    }
  });

  it('compares customers: the cases above are not about nobody', () => {
    const [found] = pilot.read.all<{ n: number }>(metricSql(plan, metric({}), asOf));
    expect(found?.n).toBeGreaterThan(50);
  });
});
