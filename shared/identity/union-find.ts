/**
 * Disjoint sets over the numbers 1, 2, 3…: each set is known by its smallest member, whatever the order of joins,
 * so that a customer keeps its number on every machine. (Tarjan 1975, with path halving.)
 */
export class UnionFind {
  #parent: Int32Array;

  /** Room for members up to `capacity`; it grows by itself. */
  constructor(capacity: number) {
    this.#parent = new Int32Array(Math.max(16, capacity + 1));
  }

  /** The smallest member of the set `member` is in; a member never joined is alone. */
  find(member: number): number {
    if (member >= this.#parent.length) return member;
    const parent = this.#parent;
    let at = member;
    while (parent[at]! !== 0) {
      const above = parent[at]!;
      if (parent[above]! !== 0) parent[at] = parent[above]!;
      at = above;
    }
    return at;
  }

  /** Joins the sets of two members; true when they were apart. */
  join(a: number, b: number): boolean {
    const rootA = this.find(a);
    const rootB = this.find(b);
    if (rootA === rootB) return false;
    this.#reserve(Math.max(rootA, rootB));
    this.#parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    return true;
  }

  #reserve(member: number): void {
    if (member < this.#parent.length) return;
    const larger = new Int32Array(Math.max(member + 1, this.#parent.length * 2));
    larger.set(this.#parent);
    this.#parent = larger;
  }
}
