import type { AssignSummary } from '#shared/api/contract.ts';
import { PilotError } from '#shared/api/error.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { srm } from '#shared/stats/srm.ts';
import { readPlan } from '../plan/plan-row.ts';
import type { ReadableDb } from '../store/db.ts';
import type { PilotFile } from '../store/pilot-file.ts';
import { balance } from './balance.ts';
import { clusterNames, countHeldOut, drawArms, nextBatch } from './draw-arms.ts';

/**
 * Assigns the eligible customers who have no arm yet, and nobody twice. Whoever was drawn, into an arm or to be held
 * out, stays where chance put it, whatever an amendment says of the holdout.
 *
 * @returns the counts of all assigned so far, this batch included
 * @throws PilotError `not-sealed` (who gets what is decided by the sealed plan), `imported-arms`, `nobody-eligible`
 */
export async function assign(file: PilotFile, now: number): Promise<AssignSummary> {
  const { plan, sha256 } = readPlan(file.read);
  if (plan.allocation.method === 'imported') {
    throw new PilotError(
      'imported-arms',
      'The arms of this plan come with an export, so there is nothing to assign here: import the file that names them.',
    );
  }
  if (sha256 === null) {
    throw new PilotError('not-sealed', 'Seal the plan first ("plan --seal"): assignment follows the sealed plan.');
  }
  const batch = nextBatch(file.read);
  const assigned = drawArms(file.read, plan, batch, now);
  if (assigned.length > 0) {
    await file.change('assign', (db) => {
      const put = db.prepare(
        'INSERT INTO assignment (identity, customer, arm, stratum, at, batch) VALUES (?, ?, ?, ?, ?, ?)',
      );
      for (const one of assigned) put.run([one.customer, one.customer, one.arm, one.stratum, now, batch]);
    });
  }
  const counts = assignedCounts(file.read, plan);
  const heldOut = countHeldOut(file.read);
  const total = Object.values(counts).reduce((sum, n) => sum + n, heldOut);
  if (total === 0) {
    throw new PilotError(
      'nobody-eligible',
      'No customer fits the population of the plan: check the trigger and the conditions, or import the exports they speak of.',
    );
  }
  const clusters = clusterNames(file.read, plan);
  const sizes = clusters === null ? Object.values(counts) : clusterCounts(file.read, plan, clusters);
  const found = srm({ observed: sizes, weights: plan.arms.map((arm) => arm.weight) });
  return {
    assigned: counts,
    eligible: total,
    heldOut,
    srm: { p: found.kind === 'error' ? null : found.p },
    balance: balance(file.read, plan),
  };
}

/** Customers assigned here, by arm, in the order of the plan. */
export function assignedCounts(db: ReadableDb, plan: Plan): Record<string, number> {
  const rows = db.all<{ arm: string; n: number }>('SELECT arm, count(*) AS n FROM assignment GROUP BY arm');
  return Object.fromEntries(plan.arms.map((arm) => [arm.id, rows.find((row) => row.arm === arm.id)?.n ?? 0]));
}

/** Clusters in each arm, in the order of the plan; customers without a cluster count one each. */
function clusterCounts(db: ReadableDb, plan: Plan, clusters: ReadonlyMap<number, string>): number[] {
  const seen = new Map<string, Set<string>>(plan.arms.map((arm) => [arm.id, new Set()]));
  for (const [customer, arm] of db.iterate('SELECT customer, arm FROM assignment')) {
    const name = clusters.get(Number(customer));
    seen.get(String(arm))?.add(name === undefined ? `customer ${customer}` : `cluster ${name}`);
  }
  return plan.arms.map((arm) => seen.get(arm.id)?.size ?? 0);
}
