import type { Joined } from '#engine/identity/join-keys.ts';
import type { ReadableDb, WritableDb } from '#engine/store/db.ts';
import { insertRows } from '#engine/store/insert-rows.ts';
import { UnionFind } from '#shared/identity/union-find.ts';
import { KeyTable } from './key-table.ts';

/** A sliced string keeps the whole megabyte it was cut from; a key that is kept gets memory of its own. */
const ownCopy = (text: string) => Buffer.from(text, 'utf8').toString('utf8');

/**
 * Every identity of a pilot in memory, and which belong together. A customer's number is the smallest number among
 * its identities, so that joins come out the same whatever the order of rows.
 */
export class IdentityBook {
  readonly #byKind = new Map<string, KeyTable>();
  readonly #sets: UnionFind;
  readonly #known: number;
  /** New identities in order: their kind, value and first line. */
  readonly #newKinds: string[] = [];
  readonly #newValues: string[] = [];
  readonly #newLines: number[] = [];
  /** Identities that rows of this import named, by number. */
  #touched: Uint8Array;
  readonly #linked = new Set<number>();
  readonly #newLinks: { readonly a: number; readonly b: number; readonly line: number }[] = [];
  /** Identities from this one on were made by the row at hand, and have no records under their own number yet. */
  #firstOfRow = 0;
  /** Customers that stopped being one of their own because a row joined them with a smaller number. */
  readonly #absorbed: number[] = [];

  /** Reads what the pilot knows. */
  constructor(db: ReadableDb) {
    this.#known = db.get<{ last: number }>('SELECT coalesce(max(id), 0) AS last FROM identity')?.last ?? 0;
    this.#sets = new UnionFind(this.#known);
    this.#touched = new Uint8Array(Math.max(1024, this.#known + 1));
    for (const [id, kind, value, customer] of db.iterate('SELECT id, kind, value, customer FROM identity')) {
      this.kind(kind as string).add(value as string, id as number);
      if (customer !== id) this.#sets.join(id as number, customer as number);
    }
  }

  /** The identities of one kind by value; add to it only through `create`. */
  kind(kind: string): KeyTable {
    let values = this.#byKind.get(kind);
    if (values === undefined) {
      values = new KeyTable();
      this.#byKind.set(kind, values);
    }
    return values;
  }

  /** To be called before the keys of a row are looked up. */
  beginRow(): void {
    this.#firstOfRow = this.#known + this.#newKinds.length + 1;
  }

  /** The identity of a key nobody named before. */
  create(kind: string, value: string, line: number): number {
    const own = ownCopy(value);
    const id = this.#create(kind, own, line);
    this.kind(kind).add(own, id);
    return id;
  }

  /** To be called when a row that names this identity is kept. */
  touch(id: number): void {
    if (id >= this.#touched.length) {
      const longer = new Uint8Array(Math.max(id + 1, this.#touched.length * 2));
      longer.set(this.#touched);
      this.#touched = longer;
    }
    this.#touched[id] = 1;
  }

  /** An identity for a row that is its own customer. */
  idOfRow(source: number, line: number): number {
    return this.#create('row', `s${source} line ${line}`, line);
  }

  /** Both keys stand in one row: one person. An identity linked with itself was named without leaving a record. */
  link(a: number, b: number, line: number): void {
    const first = Math.min(a, b);
    const second = Math.max(a, b);
    const pair = first * 2 ** 26 + second;
    if (this.#linked.has(pair)) return;
    this.#linked.add(pair);
    this.#newLinks.push({ a: first, b: second, line });
    const larger = Math.max(this.#sets.find(first), this.#sets.find(second));
    if (this.#sets.join(first, second) && larger < this.#firstOfRow) this.#absorbed.push(larger);
  }

  customerOf(identity: number): number {
    return this.#sets.find(identity);
  }

  /**
   * How many customers the rows of this import belong to: those nobody knew before, and those already there.
   *
   * @param joined who is one person, where that is not as the rows alone have it
   */
  countCustomers(joined: Joined | null): { readonly isNew: number; readonly matched: number } {
    const seen = new Uint8Array(this.#known + this.#newKinds.length + 1);
    let isNew = 0;
    let matched = 0;
    for (let id = 1; id < this.#touched.length; id++) {
      if (this.#touched[id] === 0) continue;
      if (joined?.details.has(id)) continue;
      const customer = joined === null ? this.customerOf(id) : joined.customerOf[id]!;
      if (seen[customer] === 1) continue;
      seen[customer] = 1;
      if (customer > this.#known) isNew++;
      else matched++;
    }
    return { isNew, matched };
  }

  /** Writes new identities, customers and links, and gives the customers that are now another: `[old, new]`. */
  write(db: WritableDb, source: number): readonly (readonly [number, number])[] {
    const one = `(?, ?, ?, ?, ${source}, ?)`;
    const identities = insertRows(db, 'INSERT INTO identity (id, kind, value, customer, source, line)', 5, one);
    for (let i = 0; i < this.#newKinds.length; i++) {
      const id = this.#known + 1 + i;
      identities.add([id, this.#newKinds[i]!, this.#newValues[i]!, this.customerOf(id), this.#newLines[i]!]);
    }
    identities.flush();
    db.run('INSERT INTO customer (id) SELECT id FROM identity WHERE id > ? AND id = customer', [this.#known]);
    const links = insertRows(db, 'INSERT OR IGNORE INTO identity_link (a, b, source, line)', 3, `(?, ?, ${source}, ?)`);
    for (const { a, b, line } of this.#newLinks) links.add([a, b, line]);
    links.flush();
    return this.#absorbed.map((old) => [old, this.customerOf(old)] as const);
  }

  #create(kind: string, value: string, line: number): number {
    this.#newKinds.push(kind);
    this.#newValues.push(value);
    this.#newLines.push(line);
    const id = this.#known + this.#newKinds.length;
    this.touch(id);
    return id;
  }
}
