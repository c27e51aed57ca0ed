import type { Arm } from '../plan/plan.ts';
import { chance, hashUnit } from './draw.ts';

/** A customer to be assigned. `key` is the smallest normalised key, the same whatever was imported first. */
export type Candidate = { readonly customer: number; readonly key: string; readonly stratum: string };

/** Where chance put a customer. */
export type Assigned = { readonly customer: number; readonly arm: string; readonly stratum: string };

/**
 * Seeded stratified permutation for a closed list: within each stratum the arms' shares are met to the nearest
 * whole customer, and which customer gets which is a shuffle. The order of `candidates` is irrelevant.
 *
 * @param batch counts the earlier assignments of this pilot, so that a later batch gets draws of its own
 */
export function allocateStratified(
  candidates: readonly Candidate[],
  arms: readonly Arm[],
  seed: number,
  batch: number,
): Assigned[] {
  const strata = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const members = strata.get(candidate.stratum);
    if (members) members.push(candidate);
    else strata.set(candidate.stratum, [candidate]);
  }
  return [...strata.keys()].sort(byCodeUnit).flatMap((stratum) => {
    const members = (strata.get(stratum) ?? []).sort((a, b) => byCodeUnit(a.key, b.key));
    const draws = chance('stratified', seed, batch, stratum);
    const seats = shuffled(seatsFor(members.length, arms, draws.unit()), draws.index);
    return members.map((member, i) => ({ customer: member.customer, arm: seats[i] ?? '', stratum }));
  });
}

/** Salted hash for customers who trickle in: each one's arm depends on nothing but the seed and its own key. */
export function allocateByHash(candidates: readonly Candidate[], arms: readonly Arm[], seed: number): Assigned[] {
  const total = arms.reduce((sum, arm) => sum + arm.weight, 0);
  return candidates.map(({ customer, key, stratum }) => {
    let left = hashUnit('hash', seed, key) * total;
    const arm = arms.find((candidate) => {
      left -= candidate.weight;
      return left < 0;
    });
    return { customer, arm: (arm ?? arms[arms.length - 1])?.id ?? '', stratum };
  });
}

/**
 * One arm id a seat. Whole shares first; the few seats left over go by systematic sampling with a random start,
 * so that every customer's chance of an arm is exactly the arm's share.
 */
function seatsFor(n: number, arms: readonly Arm[], start: number): string[] {
  const total = arms.reduce((sum, arm) => sum + arm.weight, 0);
  const exact = arms.map((arm) => (n * arm.weight) / total);
  const seats = arms.flatMap((arm, i) => Array<string>(Math.floor((exact[i] ?? 0) + 1e-9)).fill(arm.id));
  const leftOver = n - seats.length;
  let reached = 0;
  for (const [i, arm] of arms.entries()) {
    const share = Math.max(0, (exact[i] ?? 0) - Math.floor((exact[i] ?? 0) + 1e-9));
    const before = reached;
    reached += share;
    const hits = Math.ceil(reached - start - 1e-9) - Math.ceil(before - start - 1e-9);
    for (let k = 0; k < hits && seats.length < n; k++) seats.push(arm.id);
  }
  const last = arms[arms.length - 1];
  while (leftOver > 0 && seats.length < n && last) seats.push(last.id);
  return seats;
}

function shuffled(seats: string[], index: (below: number) => number): string[] {
  for (let i = seats.length - 1; i > 0; i--) {
    const j = index(i + 1);
    const seat = seats[i] ?? '';
    seats[i] = seats[j] ?? '';
    seats[j] = seat;
  }
  return seats;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
