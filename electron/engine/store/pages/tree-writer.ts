import type { Image } from './image.ts';
import { putVarint, varintSize } from './varint.ts';

/** What the first byte of a page says it is. */
export const TABLE_LEAF = 13;
export const TABLE_INTERIOR = 5;
export const INDEX_LEAF = 10;
export const INDEX_INTERIOR = 2;

const LEAF_HEADER = 8;
export const INTERIOR_HEADER = 12;
const RIGHT_CHILD = 8;

/** A page that fills, cell by cell from its end, with the places of the cells behind its header. */
type Filling = { page: number; cells: number; start: number; lastAt: number; lastSize: number };

/**
 * Writes a b-tree from cells that come in order (fileformat2, "B-tree Pages"), leaf by leaf, the levels above as they
 * are needed. A table's inner pages repeat the last row number of each leaf; an index has each entry once, so the last
 * of a full page moves up.
 */
export class TreeWriter {
  readonly #image: Image;
  readonly #kind: 'table' | 'index';
  #leaf: Filling | null = null;
  #lastKey = 0;
  readonly #levels: Filling[] = [];
  readonly #key = new Uint8Array(9);

  constructor(image: Image, kind: 'table' | 'index') {
    this.#image = image;
    this.#kind = kind;
  }

  /** Takes over a full leaf of a table as it is; to be done before the first cell. */
  adopt(leaf: number, lastKey: number): void {
    this.#upTable(leaf, lastKey);
  }

  /** Whether a cell of `size` bytes begins a new page, for which the one before must have been written whole. */
  isFullFor(size: number): boolean {
    return this.#leaf !== null && !this.#fits(this.#leaf, size, LEAF_HEADER);
  }

  /** A place of `size` bytes for the next cell, in the image's bytes. `key` is the row number, in a table. */
  room(size: number, key: number): number {
    if (this.#leaf !== null && !this.#fits(this.#leaf, size, LEAF_HEADER)) this.#closeLeaf();
    this.#leaf ??= this.#fresh();
    this.#lastKey = key;
    return this.#place(this.#leaf, size, LEAF_HEADER);
  }

  /** Puts the tree under `root`, whose page stays where it is. At least one cell has come. */
  finish(root: number): void {
    const image = this.#image;
    const leaf = this.#leaf!;
    this.#head(leaf, this.#kind === 'table' ? TABLE_LEAF : INDEX_LEAF);
    let top = leaf.page;
    for (const level of this.#levels) {
      this.#endLevel(level, top);
      top = level.page;
    }
    const from = image.offset(top);
    image.bytes.copyWithin(image.offset(root), from, from + image.pageSize);
    image.release(top);
  }

  #closeLeaf(): void {
    const leaf = this.#leaf!;
    this.#leaf = null;
    if (this.#kind === 'index') {
      const { lastAt, lastSize } = leaf;
      this.#dropLast(leaf);
      this.#head(leaf, INDEX_LEAF);
      this.#up(0, leaf.page, this.#image.bytes, lastAt, lastSize);
    } else {
      this.#head(leaf, TABLE_LEAF);
      this.#upTable(leaf.page, this.#lastKey);
    }
  }

  #upTable(leaf: number, lastKey: number): void {
    this.#up(0, leaf, this.#key, 0, putVarint(this.#key, 0, lastKey));
  }

  /** Notes on a level that `child` is followed by the key at `source[from]`. */
  #up(n: number, child: number, source: Uint8Array, from: number, length: number): void {
    const size = 4 + length;
    let level = this.#levels[n];
    if (level === undefined) {
      level = this.#fresh();
      this.#levels[n] = level;
    } else if (!this.#fits(level, size, INTERIOR_HEADER)) {
      const { page, lastAt, lastSize } = level;
      const bytes = this.#image.bytes;
      this.#endLevel(level, this.#takeLast(level));
      this.#up(n + 1, page, bytes, lastAt + 4, lastSize - 4);
      level = this.#fresh();
      this.#levels[n] = level;
    }
    const at = this.#place(level, size, INTERIOR_HEADER);
    this.#image.bytes.writeUInt32BE(child, at);
    this.#image.bytes.set(source.subarray(from, from + length), at + 4);
  }

  /** Takes the last cell off an inner page and gives its child. */
  #takeLast(level: Filling): number {
    const child = this.#image.bytes.readUInt32BE(level.lastAt);
    this.#dropLast(level);
    return child;
  }

  #endLevel(level: Filling, rightChild: number): void {
    this.#head(level, this.#kind === 'table' ? TABLE_INTERIOR : INDEX_INTERIOR);
    this.#image.bytes.writeUInt32BE(rightChild, this.#image.offset(level.page) + RIGHT_CHILD);
  }

  #fresh(): Filling {
    const page = this.#image.allocate();
    return { page, cells: 0, start: this.#image.pageSize, lastAt: 0, lastSize: 0 };
  }

  #fits({ start, cells }: Filling, size: number, header: number): boolean {
    return start - size >= header + 2 * (cells + 1);
  }

  #place(filling: Filling, size: number, header: number): number {
    const bytes = this.#image.bytes;
    const offset = (filling.page - 1) * this.#image.pageSize;
    const start = filling.start - size;
    const pointer = offset + header + 2 * filling.cells;
    bytes[pointer] = start >> 8;
    bytes[pointer + 1] = start;
    filling.start = start;
    filling.cells++;
    filling.lastAt = offset + start;
    filling.lastSize = size;
    return offset + start;
  }

  /** To be done once at most before the next cell: which one stood before is not remembered. */
  #dropLast(filling: Filling): void {
    filling.cells--;
    filling.start += filling.lastSize;
  }

  #head({ page, cells, start }: Filling, type: number): void {
    const bytes = this.#image.bytes;
    const at = this.#image.offset(page);
    bytes[at] = type;
    bytes.writeUInt16BE(cells, at + 3);
    bytes.writeUInt16BE(start & 0xffff, at + 5);
  }
}

/** The largest payload that stands whole in its cell (fileformat2, "Cell Payload Overflow Pages"). */
export function mostLocal(pageSize: number, kind: 'table' | 'index'): number {
  return kind === 'table' ? pageSize - 35 : Math.floor(((pageSize - 12) * 64) / 255) - 23;
}

/** How much of a larger payload stands in its cell. */
export function localPart(payload: number, pageSize: number, kind: 'table' | 'index'): number {
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
  const some = least + ((payload - least) % (pageSize - 4));
  return some <= mostLocal(pageSize, kind) ? some : least;
}

/** Bytes of a cell's beginning: the payload's length and, in a table, the row number. */
export function cellHead(payload: number, key: number, kind: 'table' | 'index'): number {
  return varintSize(payload) + (kind === 'table' ? varintSize(key) : 0);
}
