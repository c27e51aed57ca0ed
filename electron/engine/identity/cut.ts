import type { ReadableDb, WritableDb } from '#engine/store/db.ts';
import type { Cut, Key } from '#shared/identity/matching.ts';

type Row = { a_kind: string; a_value: string; b_kind: string; b_value: string; at: number; why: string };

/** The number of a key, or null when no row names it. */
export function identityOf(db: ReadableDb, key: Key): number | null {
  return (
    db.get<{ id: number }>('SELECT id FROM identity WHERE kind = ? AND value = ?', [key.kind, key.value])?.id ?? null
  );
}

/** Which keys were cut from each other by hand, by their numbers now. Cuts are kept by key, so they outlive imports. */
export class CutPairs {
  readonly #pairs = new Map<number, Set<number>>();

  static read(db: ReadableDb): CutPairs {
    const pairs = new CutPairs();
    for (const { a, b } of readCuts(db)) {
      const [first, second] = [identityOf(db, a), identityOf(db, b)];
      if (first !== null && second !== null) pairs.#add(first, second);
    }
    return pairs;
  }

  has(a: number, b: number): boolean {
    return this.#pairs.size > 0 && this.#pairs.get(Math.min(a, b))?.has(Math.max(a, b)) === true;
  }

  #add(a: number, b: number): void {
    const first = Math.min(a, b);
    const others = this.#pairs.get(first) ?? new Set();
    others.add(Math.max(a, b));
    this.#pairs.set(first, others);
  }
}

/** Every cut, latest first. */
export function readCuts(db: ReadableDb): Cut[] {
  const rows = db.all<Row>('SELECT a_kind, a_value, b_kind, b_value, at, why FROM identity_cut ORDER BY at DESC');
  return rows.map((row) => ({
    a: { kind: row.a_kind, value: row.a_value },
    b: { kind: row.b_kind, value: row.b_value },
    at: new Date(row.at).toISOString(),
    why: row.why,
  }));
}

export function hasCuts(db: ReadableDb): boolean {
  return db.get('SELECT 1 FROM identity_cut LIMIT 1') !== undefined;
}

export function writeCut(db: WritableDb, a: Key, b: Key, at: number, why: string): void {
  const [first, second] = inOrder(a, b);
  db.run('INSERT OR REPLACE INTO identity_cut (a_kind, a_value, b_kind, b_value, at, why) VALUES (?, ?, ?, ?, ?, ?)', [
    first.kind,
    first.value,
    second.kind,
    second.value,
    at,
    why,
  ]);
}

/** How many cuts between the two there were: 1 or 0. */
export function eraseCut(db: WritableDb, a: Key, b: Key): number {
  const [first, second] = inOrder(a, b);
  return db.run('DELETE FROM identity_cut WHERE a_kind = ? AND a_value = ? AND b_kind = ? AND b_value = ?', [
    first.kind,
    first.value,
    second.kind,
    second.value,
  ]);
}

function inOrder(a: Key, b: Key): readonly [Key, Key] {
  const before = a.kind === b.kind ? a.value < b.value : a.kind < b.kind;
  return before ? [a, b] : [b, a];
}
