import { tellsApart } from '#shared/identity/key-kind.ts';
import { UnionFind } from '#shared/identity/union-find.ts';
import type { KeyGraph } from './key-graph.ts';

/**
 * Keys that would make one person of more than `sharedBy`: a shop's own telephone, a browser in a library. The people
 * of a key are those whom the keys named beside it make without it, counted by the kind that tells most of them apart.
 *
 * @returns how many people share each such key, by its number
 */
export function findSharedKeys(graph: KeyGraph, sharedBy: number): ReadonlyMap<number, number> {
  const { last, from, to } = graph;
  const degree = new Int32Array(last + 1);
  for (let i = 0; i < from.length; i++) {
    degree[from[i]!]!++;
    degree[to[i]!]!++;
  }
  const crowded = (id: number) => degree[id]! > sharedBy;
  const neighbours = new Map<number, number[]>();
  const without = new UnionFind(last);
  for (let i = 0; i < from.length; i++) {
    const [a, b] = [from[i]!, to[i]!];
    if (crowded(a)) remember(neighbours, a, b);
    if (crowded(b)) remember(neighbours, b, a);
    if (!crowded(a) && !crowded(b)) without.join(a, b);
  }
  const shared = new Map<number, number>();
  for (const [id, beside] of neighbours) {
    const people = peopleBeside(graph, id, beside, without);
    if (people > sharedBy) shared.set(id, people);
  }
  return shared;
}

function remember(neighbours: Map<number, number[]>, id: number, other: number): void {
  const known = neighbours.get(id);
  if (known === undefined) neighbours.set(id, [other]);
  else known.push(other);
}

function peopleBeside({ kinds, kindOf }: KeyGraph, id: number, beside: readonly number[], sets: UnionFind): number {
  const byKind = new Map<number, Set<number>>();
  for (const other of beside) {
    const kind = kindOf[other]!;
    if (!tellsApart(kinds[kindOf[id]!]!, kinds[kind]!)) continue;
    const people = byKind.get(kind) ?? new Set();
    people.add(sets.find(other));
    byKind.set(kind, people);
  }
  return Math.max(0, ...Array.from(byKind.values(), (people) => people.size));
}
