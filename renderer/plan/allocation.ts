import type { Known } from '#shared/api/contract.ts';
import type { Allocation } from '#shared/plan/plan.ts';

export type Method = Allocation['method'];

/** A new allocation of another method; seed, clusters and holdout are kept where there are any. */
export function allocationOf(method: Method, before: Allocation): Allocation {
  const seed = 'seed' in before ? before.seed : 42;
  const cluster = before.cluster === undefined ? {} : { cluster: before.cluster };
  const holdout = before.method === 'imported' || before.holdout === undefined ? {} : { holdout: before.holdout };
  switch (method) {
    case 'stratified':
      return { method, seed, ...cluster, ...holdout };
    case 'hash':
      return { method, seed, ...cluster, ...holdout };
    case 'imported':
      return { method, from: before.method === 'imported' ? before.from : {}, ...cluster };
  }
}

export type ArmValue = { readonly value: string; readonly n: number };

/** Every value the arm column has, and those the plan names that no row has yet. */
export function armValues(known: Known, from: Readonly<Record<string, string>>): readonly ArmValue[] {
  const found = known.armValues.map(({ value, n }) => ({ value, n }));
  const names = new Set(found.map(({ value }) => value));
  const missing = Object.keys(from).filter((value) => !names.has(value));
  return [...found, ...missing.map((value) => ({ value, n: 0 }))];
}
