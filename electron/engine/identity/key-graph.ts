import type { ReadableDb } from '#engine/store/db.ts';
import type { Matching } from '#shared/identity/matching.ts';
import { hasSameKeys, sameKey } from '#shared/identity/same-key.ts';
import { CutPairs } from './cut.ts';

/** Every key of a pilot by number, and which were named together in a row or are the same by an option. */
export type KeyGraph = {
  /** The highest number. */
  readonly last: number;
  /** Index into `kinds`, by number; −1 where there is no such key. */
  readonly kindOf: Int16Array;
  readonly kinds: readonly string[];
  /** The customer each key belongs to now, by number. */
  readonly before: Int32Array;
  /** Edge i is between `from[i]` and `to[i]`; those cut by hand are left out. */
  readonly from: Int32Array;
  readonly to: Int32Array;
};

/** Reads keys and what joins them, as plain arrays: a million customers are read in about a second. */
export function readKeyGraph(db: ReadableDb, matching: Matching): KeyGraph {
  const last = db.get<{ last: number }>('SELECT coalesce(max(id), 0) AS last FROM identity')?.last ?? 0;
  const kindOf = new Int16Array(last + 1).fill(-1);
  const before = new Int32Array(last + 1);
  const kinds: string[] = [];
  const numbers = new Map<string, number>();
  for (const [id, kind, customer] of db.iterate('SELECT id, kind, customer FROM identity')) {
    let number = numbers.get(kind as string);
    if (number === undefined) {
      number = kinds.push(kind as string) - 1;
      numbers.set(kind as string, number);
    }
    kindOf[id as number] = number;
    before[id as number] = customer as number;
  }
  const from: number[] = [];
  const to: number[] = [];
  const cuts = CutPairs.read(db);
  const add = (a: number, b: number) => {
    if (a === b || a > last || b > last || kindOf[a]! < 0 || kindOf[b]! < 0 || cuts.has(a, b)) return;
    from.push(a);
    to.push(b);
  };
  let [lastA, lastB] = [0, 0];
  for (const [a, b] of db.iterate('SELECT a, b FROM identity_link ORDER BY a, b')) {
    if (a === lastA && b === lastB) continue;
    lastA = a as number;
    lastB = b as number;
    add(lastA, lastB);
  }
  for (const kind of kinds) if (hasSameKeys(kind, matching)) addSameKeys(db, kind, matching, add);
  return { last, kindOf, kinds, before, from: Int32Array.from(from), to: Int32Array.from(to) };
}

/** Keys that are one by the options hang on the one with the smallest number among them. */
function addSameKeys(db: ReadableDb, kind: string, matching: Matching, add: (a: number, b: number) => void): void {
  const first = new Map<string, number>();
  for (const [id, value] of db.iterate('SELECT id, value FROM identity WHERE kind = ? ORDER BY id', [kind])) {
    const same = sameKey(kind, value as string, matching);
    const known = first.get(same);
    if (known === undefined) first.set(same, id as number);
    else add(known, id as number);
  }
}
