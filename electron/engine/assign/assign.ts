import type { AssignSummary } from '#shared/api/contract.ts';
import { PilotError } from '#shared/api/error.ts';
import {
  type Assigned,
  allocateByHash,
  allocateClusters,
  allocateStratified,
  type Candidate,
} from '#shared/assign/allocate.ts';
import { countOutside, unitTable } from '#shared/lift/unit-table.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { srm } from '#shared/stats/srm.ts';
import { pilotRecords } from '../lift/pilot-records.ts';
import { readPlan } from '../plan/plan-row.ts';
import type { ReadableDb } from '../store/db.ts';
import type { PilotFile } from '../store/pilot-file.ts';
import { balance } from './balance.ts';

/**
 * Assigns the eligible customers who have no arm yet, and nobody twice.
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
  const clusters = clusterNames(file.read, plan);
  const candidates = waitingCandidates(file.read, plan, now).map((one) => ({
    ...one,
    cluster: clusters?.get(one.customer) ?? null,
  }));
  const batch = (file.read.get<{ n: number | null }>('SELECT max(batch) AS n FROM assignment')?.n ?? 0) + 1;
  const draw = (units: readonly Candidate[]) => allocate(units, plan, batch);
  const assigned =
    clusters === null ? draw(candidates) : allocateClusters(candidates, clusterArms(file.read, clusters), draw);
  if (assigned.length > 0) {
    await file.change('assign', (db) => {
      const put = db.prepare(
        'INSERT INTO assignment (identity, customer, arm, stratum, at, batch) VALUES (?, ?, ?, ?, ?, ?)',
      );
      for (const one of assigned) put.run([one.customer, one.customer, one.arm, one.stratum, now, batch]);
    });
  }
  const counts = assignedCounts(file.read, plan);
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  if (total === 0) {
    throw new PilotError(
      'nobody-eligible',
      'No customer fits the population of the plan: check the trigger and the conditions, or import the exports they speak of.',
    );
  }
  const sizes = clusters === null ? Object.values(counts) : clusterCounts(file.read, plan, clusters);
  const found = srm({ observed: sizes, weights: plan.arms.map((arm) => arm.weight) });
  return {
    assigned: counts,
    eligible: total,
    srm: { p: found.kind === 'error' ? null : found.p },
    balance: balance(file.read, plan),
  };
}

/** How many customers of the population have no arm yet. */
export function countWaiting(db: ReadableDb, plan: Plan, now: number): number {
  return plan.allocation.method === 'imported' ? 0 : countOutside(unitTable(plan, pilotRecords(db), now), 'no-arm');
}

/** Customers assigned here, by arm, in the order of the plan. */
export function assignedCounts(db: ReadableDb, plan: Plan): Record<string, number> {
  const rows = db.all<{ arm: string; n: number }>('SELECT arm, count(*) AS n FROM assignment GROUP BY arm');
  return Object.fromEntries(plan.arms.map((arm) => [arm.id, rows.find((row) => row.arm === arm.id)?.n ?? 0]));
}

/** The cluster of each customer who has one; null where the plan assigns customers one by one. */
function clusterNames(db: ReadableDb, plan: Plan): ReadonlyMap<number, string> | null {
  const { cluster } = plan.allocation;
  if (cluster === undefined) return null;
  const { customer, value } = pilotRecords(db).trait(cluster.trait);
  const names = new Map<number, string>();
  for (const [i, id] of customer.entries()) if (value[i] != null) names.set(id, String(value[i]));
  return names;
}

/** The arm of each cluster that somebody of was assigned in already; of several arms the first drawn counts. */
function clusterArms(db: ReadableDb, clusters: ReadonlyMap<number, string>): Map<string, string> {
  const arms = new Map<string, string>();
  for (const [customer, arm] of db.iterate('SELECT customer, arm FROM assignment ORDER BY batch, customer')) {
    const name = clusters.get(Number(customer));
    if (name !== undefined && !arms.has(name)) arms.set(name, String(arm));
  }
  return arms;
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

function allocate(candidates: readonly Candidate[], plan: Plan, batch: number): Assigned[] {
  switch (plan.allocation.method) {
    case 'stratified':
      return allocateStratified(candidates, plan.arms, plan.allocation.seed, batch);
    case 'hash':
      return allocateByHash(candidates, plan.arms, plan.allocation.seed);
    case 'imported':
      return [];
  }
}

function waitingCandidates(db: ReadableDb, plan: Plan, now: number): Candidate[] {
  const records = pilotRecords(db);
  const units = unitTable(plan, records, now);
  const noArm = -2;
  const names = plan.allocation.method === 'stratified' ? (plan.allocation.strata ?? []) : [];
  const strata = names.map((name) => {
    const { customer, value } = records.trait(name);
    return new Map(Array.from(customer, (id, i) => [id, String(value[i] ?? '–')]));
  });
  const keys = smallestKeys(db);
  return Array.from(units.index.ids.keys())
    .filter((row) => units.arm[row] === noArm)
    .map((row) => {
      const customer = units.index.ids[row] ?? 0;
      return {
        customer,
        key: keys.get(customer) ?? '',
        stratum: strata.length === 0 ? 'all' : strata.map((values) => values.get(customer) ?? '–').join(' / '),
      };
    });
}

/** The smallest normalised key of each customer: the same on every machine, whatever was imported first. */
function smallestKeys(db: ReadableDb): Map<number, string> {
  const sql =
    "SELECT customer, min(kind || ':' || value) FROM identity WHERE kind <> 'number:pilotlight' GROUP BY customer";
  return new Map(Array.from(db.iterate(sql), ([customer, key]) => [Number(customer), String(key)]));
}
