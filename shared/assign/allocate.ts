import type { Arm } from '../plan/plan.ts';
import { chance, hashUnit } from './draw.ts';

/** A customer to be assigned. `key` is the smallest normalised key, the same whatever was imported first. */
export type Candidate = { readonly customer: number; readonly key: string; readonly stratum: string };

/** A candidate who shares its arm with everybody of its cluster; null where it is on its own. */
export type ClusteredCandidate = Candidate & { readonly cluster: string | null };

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
 * Whole clusters are assigned, each as one candidate under its own name and in the stratum of its first customer by
 * key; everybody in it gets its arm. A cluster some of whose customers were assigned earlier keeps their arm.
 *
 * @param earlier the arm of each cluster assigned before
 * @param draw how candidates get their arms
 */
export function allocateClusters(
  candidates: readonly ClusteredCandidate[],
  earlier: ReadonlyMap<string, string>,
  draw: (units: readonly Candidate[]) => readonly Assigned[],
): Assigned[] {
  const members = new Map<string, ClusteredCandidate[]>();
  for (const one of candidates.toSorted((a, b) => byCodeUnit(a.key, b.key))) {
    const name = one.cluster === null ? `key ${one.key}` : `cluster ${one.cluster}`;
    const known = members.get(name);
    if (known) known.push(one);
    else members.set(name, [one]);
  }
  const names = [...members.keys()];
  const armBefore = ([first]: readonly ClusteredCandidate[]) => earlier.get(first?.cluster ?? '') ?? null;
  const units = names.flatMap((key, customer) => {
    const group = members.get(key) ?? [];
    return armBefore(group) === null ? [{ customer, key, stratum: group[0]?.stratum ?? '' }] : [];
  });
  const drawn = new Map(draw(units).map(({ customer, arm }) => [names[customer], arm]));
  return names.flatMap((name) => {
    const group = members.get(name) ?? [];
    const arm = armBefore(group) ?? drawn.get(name) ?? '';
    return group.map(({ customer }) => ({ customer, arm, stratum: group[0]?.stratum ?? '' }));
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
