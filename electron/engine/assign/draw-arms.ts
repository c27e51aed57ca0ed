import {
  type Assigned,
  allocateByHash,
  allocateClusters,
  allocateStratified,
  type Candidate,
  type ClusteredCandidate,
} from '#shared/assign/allocate.ts';
import { drawHoldout, HELD_OUT, holdoutShare } from '#shared/assign/holdout.ts';
import { countOutside, unitTable } from '#shared/lift/unit-table.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { pilotRecords } from '../lift/pilot-records.ts';
import type { ReadableDb } from '../store/db.ts';

/**
 * Where chance puts the eligible customers who have no arm yet: first who is held out of everything, then who gets
 * which arm. Nothing is written. Whole clusters go together, with those of them who were drawn before.
 *
 * @param batch the number of this assignment; a stratified draw is another one in each
 */
export function drawArms(db: ReadableDb, plan: Plan, batch: number, now: number): Assigned[] {
  const clusters = clusterNames(db, plan);
  const candidates = waitingCandidates(db, plan, now, clusters);
  const draw = (units: readonly Candidate[]) => allocate(units, plan, batch);
  return clusters === null ? draw(candidates) : allocateClusters(candidates, clusterArms(db, clusters), draw);
}

/** The number of the next assignment; the first is 1. */
export function nextBatch(db: ReadableDb): number {
  return (db.get<{ n: number | null }>('SELECT max(batch) AS n FROM assignment')?.n ?? 0) + 1;
}

/** How many customers of the population have no arm yet. */
export function countWaiting(db: ReadableDb, plan: Plan, now: number): number {
  return plan.allocation.method === 'imported' ? 0 : countOutside(unitTable(plan, pilotRecords(db), now), 'no-arm');
}

/** How many of those who wait for an arm will be held out of everything. */
export function countHoldoutWaiting(db: ReadableDb, plan: Plan, now: number): number {
  if (holdoutShare(plan) === 0) return 0;
  return drawArms(db, plan, nextBatch(db), now).filter(({ arm }) => arm === HELD_OUT).length;
}

/** Customers who were drawn to be held out of everything. */
export function countHeldOut(db: ReadableDb): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM assignment WHERE arm = ?', [HELD_OUT])?.n ?? 0;
}

/** The cluster of each customer who has one; null where the plan assigns customers one by one. */
export function clusterNames(db: ReadableDb, plan: Plan): ReadonlyMap<number, string> | null {
  const { cluster } = plan.allocation;
  if (cluster === undefined) return null;
  const { customer, code, levels } = pilotRecords(db).trait(cluster.trait);
  const names = new Map<number, string>();
  for (const [i, id] of customer.entries()) {
    const level = levels[code[i]!] ?? null;
    if (level !== null) names.set(id, String(level));
  }
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

function allocate(candidates: readonly Candidate[], plan: Plan, batch: number): Assigned[] {
  const { allocation } = plan;
  if (allocation.method === 'imported') return [];
  const { heldOut, left } = drawHoldout(candidates, holdoutShare(plan), allocation.seed);
  const inArms =
    allocation.method === 'stratified'
      ? allocateStratified(left, plan.arms, allocation.seed, batch)
      : allocateByHash(left, plan.arms, allocation.seed);
  return [...heldOut, ...inArms];
}

function waitingCandidates(
  db: ReadableDb,
  plan: Plan,
  now: number,
  clusters: ReadonlyMap<number, string> | null,
): ClusteredCandidate[] {
  const records = pilotRecords(db);
  const units = unitTable(plan, records, now);
  const noArm = -2;
  const names = plan.allocation.method === 'stratified' ? (plan.allocation.strata ?? []) : [];
  const strata = names.map((name) => {
    const { customer, code, levels } = records.trait(name);
    return new Map(Array.from(customer, (id, i) => [id, String(levels[code[i]!] ?? '–')]));
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
        cluster: clusters?.get(customer) ?? null,
      };
    });
}

/** The smallest normalised key of each customer: the same on every machine, whatever was imported first. */
function smallestKeys(db: ReadableDb): Map<number, string> {
  const sql =
    "SELECT customer, min(kind || ':' || value) FROM identity WHERE kind <> 'number:pilotlight' GROUP BY customer";
  return new Map(Array.from(db.iterate(sql), ([customer, key]) => [Number(customer), String(key)]));
}
