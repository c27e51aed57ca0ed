import type { ReadableDb } from '#engine/store/db.ts';
import { trustOf } from '#shared/identity/key-kind.ts';
import type { Matching } from '#shared/identity/matching.ts';
import { UnionFind } from '#shared/identity/union-find.ts';
import { RECORD_TABLES } from '../records/tables.ts';
import { type KeyGraph, readKeyGraph } from './key-graph.ts';
import { findSharedKeys } from './shared-keys.ts';

/** Who is one person: `customerOf` and `before` by number of the key, 0 where there is none. */
export type Joined = {
  readonly customerOf: Int32Array;
  readonly before: Int32Array;
  /** Keys that join nobody, with how many people share them. */
  readonly shared: ReadonlyMap<number, number>;
  /** Keys that join nobody and stand with the first person they were named with. */
  readonly details: ReadonlySet<number>;
};

/**
 * Works out from all rows who is one person: keys named together in a row are, unless one of them joins nobody (shared
 * by a crowd, or not trusted when matching is strict) or they were cut. A customer's number is the smallest of its
 * keys' that join. A key that joins nobody is a person of its own where rows came in under it alone; else it stays
 * with the first person it was named with, as a detail.
 */
export function joinKeys(db: ReadableDb, matching: Matching): Joined {
  const graph = readKeyGraph(db, matching);
  const { last, kinds, kindOf, before, from, to } = graph;
  const shared = findSharedKeys(graph, matching.sharedBy);
  const joins = kinds.map((kind) => trustOf(kind) === 'trusted' || matching.mode === 'loose');
  const aside = (id: number) => !joins[kindOf[id]!] || shared.has(id);
  const sets = new UnionFind(last);
  let set = false;
  for (let i = 0; i < from.length; i++) {
    if (aside(from[i]!) || aside(to[i]!)) set = true;
    else sets.join(from[i]!, to[i]!);
  }
  const customerOf = new Int32Array(last + 1);
  for (let id = 1; id <= last; id++) if (kindOf[id]! >= 0) customerOf[id] = sets.find(id);
  const details = set ? placeDetails(graph, aside, namedAlone(db, last), customerOf) : new Set<number>();
  return { customerOf, before, shared, details };
}

/** A key under which no records stand goes with the smallest customer it was named with. Gives those that did. */
function placeDetails(
  { from, to }: KeyGraph,
  aside: (id: number) => boolean,
  named: Uint8Array,
  customerOf: Int32Array,
): Set<number> {
  const placed = new Set<number>();
  const detail = (id: number) => named[id] === 0 && aside(id);
  const place = (id: number, beside: number) => {
    if (!detail(id) || detail(beside)) return;
    const customer = customerOf[beside]!;
    if (!placed.has(id) || customer < customerOf[id]!) customerOf[id] = customer;
    placed.add(id);
  };
  for (let i = 0; i < from.length; i++) {
    place(from[i]!, to[i]!);
    place(to[i]!, from[i]!);
  }
  return placed;
}

/** 1 for keys under which records stand, or which were named alone in a row. */
function namedAlone(db: ReadableDb, last: number): Uint8Array {
  const named = new Uint8Array(last + 1);
  const tables = [...RECORD_TABLES, 'assignment'].map((table) => `SELECT DISTINCT identity FROM ${table}`);
  for (const sql of [...tables, 'SELECT a FROM identity_link WHERE a = b']) {
    for (const [id] of db.iterate(sql)) named[id as number] = 1;
  }
  return named;
}
