import type { Joined } from '#engine/identity/join-keys.ts';
import type { NewRows } from '#engine/store/append-tables.ts';
import type { ReadableDb } from '#engine/store/db.ts';
import { Ints, Same } from '#engine/store/pages/column.ts';
import { sharedInts } from '#engine/store/pages/shared-memory.ts';
import { Texts, Words } from '#engine/store/pages/texts.ts';
import { UnionFind } from '#shared/identity/union-find.ts';
import { KeyTable, ROOM } from './key-table.ts';

/**
 * Every identity of a pilot in memory, and which belong together. A customer's number is the smallest number among
 * its identities, so that joins come out the same whatever the order of rows.
 */
export class IdentityBook {
  readonly #byKind = new Map<string, KeyTable>();
  readonly #sets: UnionFind;
  readonly #known: number;
  /** The values of all identities, those of the pilot first. */
  #values = new Texts(ROOM, 24);
  readonly #valuesKnown: number;
  /** New identities in order: their kind and first line. */
  readonly #new = { kind: new Words(ROOM), line: new Ints(ROOM) };
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
    this.#valuesKnown = this.#values.count;
  }

  /** The identities of one kind by value; add to it only through `create`. */
  kind(kind: string): KeyTable {
    let values = this.#byKind.get(kind);
    if (values === undefined) {
      values = new KeyTable(this.#values);
      this.#byKind.set(kind, values);
    }
    return values;
  }

  /** No key is looked up any more: gives the memory for that back before the pages are written. */
  letGoOfKeys(): void {
    for (const table of this.#byKind.values()) table.letGo();
    this.#values = new Texts(0);
  }

  /** To be called before the keys of a row are looked up. */
  beginRow(): void {
    this.#firstOfRow = this.#known + this.#new.line.count + 1;
  }

  /** The identity of a key nobody named before. */
  create(kind: string, value: string, line: number): number {
    const id = this.#create(kind, line);
    this.kind(kind).add(value, id);
    return id;
  }

  /** The same for a key that stands in `bytes`, with what `hashOf` gives of it. */
  createOfBytes(kind: string, hash: number, bytes: Uint8Array, from: number, to: number, line: number): number {
    const id = this.#create(kind, line);
    this.kind(kind).addHashed(hash, bytes, from, to, id);
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
    this.#values.add(`s${source} line ${line}`);
    return this.#create('row', line);
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
    const seen = new Uint8Array(this.#known + this.#new.line.count + 1);
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

  /** New identities, customers and links, as they are to be added to the pilot. */
  newRows(source: number): readonly NewRows[] {
    const count = this.#new.line.count;
    const customers = new Ints(count);
    const ids = sharedInts(count);
    const people = sharedInts(count);
    let persons = 0;
    for (let i = 0; i < count; i++) {
      const id = this.#known + 1 + i;
      const customer = this.customerOf(id);
      ids[i] = id;
      customers.add(customer);
      if (id === customer) people[persons++] = id;
    }
    const links = {
      a: new Ints(this.#newLinks.length),
      b: new Ints(this.#newLinks.length),
      line: new Ints(this.#newLinks.length),
    };
    for (const { a, b, line } of this.#newLinks) {
      links.a.add(a);
      links.b.add(b);
      links.line.add(line);
    }
    const of = { source: new Same(source) };
    const value = this.#values.since(this.#valuesKnown);
    return [
      {
        table: 'identity',
        count,
        verb: 'INSERT',
        rowids: ids,
        columns: { ...this.#new, value, customer: customers, ...of },
      },
      { table: 'customer', count: persons, verb: 'INSERT', rowids: people.subarray(0, persons), columns: {} },
      {
        table: 'identity_link',
        count: links.a.count,
        verb: 'INSERT OR IGNORE',
        rowids: null,
        columns: { ...links, ...of },
      },
    ];
  }

  /** Customers that are now another: `[old, new]`. */
  moved(): readonly (readonly [number, number])[] {
    return this.#absorbed.map((old) => [old, this.customerOf(old)] as const);
  }

  #create(kind: string, line: number): number {
    this.#new.kind.add(kind);
    this.#new.line.add(line);
    const id = this.#known + this.#new.line.count;
    this.touch(id);
    return id;
  }
}
