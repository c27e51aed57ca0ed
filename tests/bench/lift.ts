import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Plan } from '#shared/plan/plan.ts';
import { liftOf } from '../../electron/engine/lift/look.ts';
import { knownTemplate, newPilot } from '../../electron/engine/pilot/create.ts';
import { writePlan } from '../../electron/engine/plan/plan-row.ts';
import { insertRows } from '../../electron/engine/store/insert-rows.ts';
import type { PilotFile } from '../../electron/engine/store/pilot-file.ts';

const CUSTOMERS = 1_000_000;
const START = Date.UTC(2026, 7, 1);
const DAY = 86_400_000;

const plan: Plan = {
  hypothesis: '',
  population: { everyone: true },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'reminder', role: 'treatment', weight: 1 },
  ],
  allocation: { method: 'imported', from: {} },
  metrics: [
    {
      id: 'recovered',
      role: 'primary',
      kind: 'conversion',
      of: { activity: 'order' },
      windowDays: 7,
      better: 'higher',
    },
    {
      id: 'revenue',
      role: 'secondary',
      kind: 'sum',
      of: { activity: 'order', field: 'amount' },
      windowDays: 7,
      better: 'higher',
    },
  ],
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'recovered', relativeLiftAtLeast: 0.1 }, decideBy: '2026-10-01' },
};

/** The same counts as one SQL statement: what an analyst would write by hand. */
const PEER = `SELECT n.arm, count(*), count(o.customer), total(o.amount) FROM arm_named n
  LEFT JOIN (SELECT a.customer, sum(a.amount) AS amount FROM activity a JOIN arm_named m ON m.customer = a.customer
    WHERE a.kind = 'order' AND a.at >= m.at AND a.at < m.at + ${7 * DAY} GROUP BY a.customer) o ON o.customer = n.customer
  GROUP BY n.arm`;

/** Lift on 1,000,000 customers with two metrics, as a ratio to the bare SQL of the same aggregates in the same engine. */
export async function benchLift(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-bench-'));
  try {
    const file = await newPilot(join(folder, 'bench.pilot'), knownTemplate('abandoned-cart'), '', Date.now());
    await fillPilot(file, CUSTOMERS);
    const runs = Array.from({ length: 5 }, () => ({
      lift: timed(() => liftOf(file.read, Date.UTC(2026, 9, 1), 1)),
      peer: timed(() => file.read.all(PEER)),
    }));
    const [lift, peer] = [median(runs.map((run) => run.lift)), median(runs.map((run) => run.peer))];
    const ratio = median(runs.map((run) => run.lift / run.peer));
    process.stdout.write(
      `lift, 1,000,000 customers, 2 metrics: median ${lift.toFixed(0)} ms; bare SQL ${peer.toFixed(0)} ms; ratio ${ratio.toFixed(2)}\n`,
    );
    await file.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fills an empty pilot with so many customers in two arms, their orders and a plan. */
export async function fillPilot(file: PilotFile, count: number): Promise<void> {
  const generator = xoroshiro128plus(1);
  await file.bulk('bench', async (db) => {
    db.run(
      "INSERT INTO source (id, file, kind, imported_at, bytes, sha256, rows_read, kept, replaced, duplicates, quarantined, reasons, warnings, layout, mapping) VALUES (1, 'bench', 'activities', 0, 0, '', 0, 0, 0, 0, 0, '{}', '[]', '', '{}')",
    );
    const customers = insertRows(db, 'INSERT INTO customer (id)', 1);
    const arms = insertRows(db, 'INSERT INTO arm_named (customer, identity, arm, at, at_day, source, line)', 7);
    const orders = insertRows(
      db,
      'INSERT INTO activity (customer, identity, kind, at, at_day, amount, source, line)',
      8,
    );
    for (let id = 1; id <= count; id++) {
      const at = START + Math.floor(uniformFloat64(generator) * 40) * DAY;
      const treated = uniformFloat64(generator) < 0.5;
      customers.add([id]);
      arms.add([id, id, treated ? 'reminder' : 'control', at, 0, 1, id]);
      if (uniformFloat64(generator) < (treated ? 0.146 : 0.115)) orders.add([id, id, 'order', at + DAY, 0, 80, 1, id]);
      if (uniformFloat64(generator) < 0.5) orders.add([id, id, 'order', at - 9 * DAY, 0, 60, 1, id]);
    }
    customers.flush();
    arms.flush();
    orders.flush();
    writePlan(db, plan, 0);
  });
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
