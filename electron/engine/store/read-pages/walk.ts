import { Row, UnreadablePage } from './row.ts';

/** A table's tree: `by rowid` its rows are the leaves, `by key` they stand in every page. */
export type Tree = { readonly root: number; readonly order: 'by rowid' | 'by key' };

const INDEX_INSIDE = 2;
const TABLE_INSIDE = 5;
const INDEX_LEAF = 10;
const TABLE_LEAF = 13;
const DEEPEST = 30;
const UTF8 = 1;

/**
 * Goes through all rows of a table in the order of its tree, from the bytes of the file (fileformat2, "B-tree Pages").
 * `visit` is given one and the same row object each time.
 *
 * @returns false where the file is of a kind that is not read here: then nothing was visited
 * @throws UnreadablePage where the pages are not those of a whole file; some rows have then been visited
 */
export function walkRows(bytes: Uint8Array, tree: Tree, visit: (row: Row) => void): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 100 || view.getUint32(56) !== UTF8) return false;
  const written = view.getUint16(16);
  const size = written === 1 ? 65_536 : written;
  const usable = size - bytes[20]!;
  const walk = new Walk(bytes, view, size, usable, visit);
  walk.page(tree.root, tree.order === 'by rowid' ? TABLE_LEAF : INDEX_LEAF, 0);
  return true;
}

class Walk {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #size: number;
  readonly #usable: number;
  readonly #visit: (row: Row) => void;
  readonly #row = new Row();
  readonly #pages: number;
  #left: number;
  #at = 0;

  constructor(bytes: Uint8Array, view: DataView, size: number, usable: number, visit: (row: Row) => void) {
    this.#bytes = bytes;
    this.#view = view;
    this.#size = size;
    this.#usable = usable;
    this.#visit = visit;
    this.#pages = Math.floor(bytes.length / size);
    this.#left = this.#pages;
  }

  page(number: number, leaf: typeof TABLE_LEAF | typeof INDEX_LEAF, depth: number): void {
    const start = this.#startOf(number);
    if (depth > DEEPEST) throw new UnreadablePage('A tree of pages is too deep.');
    const header = number === 1 ? start + 100 : start;
    const kind = this.#bytes[header]!;
    const inside = kind === (leaf === TABLE_LEAF ? TABLE_INSIDE : INDEX_INSIDE);
    if (!inside && kind !== leaf) throw new UnreadablePage('A page is of another kind than its tree.');
    const cells = this.#view.getUint16(header + 3);
    const pointers = header + (inside ? 12 : 8);
    if (pointers + 2 * cells > start + this.#size) throw new UnreadablePage('A page has more cells than fit.');
    for (let i = 0; i < cells; i++) {
      this.#at = start + this.#view.getUint16(pointers + 2 * i);
      if (inside) {
        const at = this.#at;
        this.page(this.#view.getUint32(at), leaf, depth + 1);
        if (leaf === TABLE_LEAF) continue;
        this.#at = at + 4;
      }
      this.#record(leaf);
    }
    if (inside) this.page(this.#view.getUint32(header + 8), leaf, depth + 1);
  }

  #startOf(number: number): number {
    if (number < 1 || number > this.#pages || this.#left-- <= 0) throw new UnreadablePage('A page is not in the file.');
    return (number - 1) * this.#size;
  }

  #record(leaf: typeof TABLE_LEAF | typeof INDEX_LEAF): void {
    const length = this.#varint();
    this.#row.rowid = leaf === TABLE_LEAF ? this.#varint() : 0;
    const most = leaf === TABLE_LEAF ? this.#usable - 35 : Math.floor(((this.#usable - 12) * 64) / 255) - 23;
    if (length <= most) {
      this.#row.read(this.#bytes, this.#view, this.#at);
    } else {
      const payload = this.#spilled(length, most);
      this.#row.read(payload, new DataView(payload.buffer), 0);
    }
    this.#visit(this.#row);
  }

  /** A record that goes on in pages of its own. */
  #spilled(length: number, most: number): Uint8Array {
    const least = Math.floor(((this.#usable - 12) * 32) / 255) - 23;
    const fitting = least + ((length - least) % (this.#usable - 4));
    const here = fitting <= most ? fitting : least;
    if (length > this.#bytes.length) throw new UnreadablePage('A record is longer than the file.');
    const payload = new Uint8Array(length);
    payload.set(this.#bytes.subarray(this.#at, this.#at + here));
    let next = this.#view.getUint32(this.#at + here);
    for (let done = here; done < length; ) {
      const start = this.#startOf(next);
      const part = Math.min(length - done, this.#usable - 4);
      payload.set(this.#bytes.subarray(start + 4, start + 4 + part), done);
      next = this.#view.getUint32(start);
      done += part;
    }
    return payload;
  }

  /** Of one to nine bytes; a negative row number takes all nine. */
  #varint(): number {
    const first = this.#bytes[this.#at++]!;
    return first < 128 ? first : this.#longVarint(first & 127);
  }

  #longVarint(begun: number): number {
    const at = this.#at - 1;
    let value = begun;
    for (let i = 1; i < 8; i++) {
      const byte = this.#bytes[this.#at++]!;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
    this.#at += 1;
    let whole = 0n;
    for (let i = 0; i < 8; i++) whole = (whole << 7n) | BigInt(this.#bytes[at + i]! & 127);
    return Number(BigInt.asIntN(64, (whole << 8n) | BigInt(this.#bytes[at + 8] ?? 0)));
  }
}
