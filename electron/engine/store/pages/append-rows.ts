import { type Column, Ints } from './column.ts';
import { INTS, SAME, TEXTS, WORDS } from './column-sort.ts';
import type { Image } from './image.ts';
import { RecordWriter, TOGETHER } from './record.ts';
import { rowOrder } from './row-order.ts';
import { Texts, Words } from './texts.ts';
import {
  cellHead,
  INTERIOR_HEADER,
  localPart,
  mostLocal,
  TABLE_INTERIOR,
  TABLE_LEAF,
  TreeWriter,
} from './tree-writer.ts';
import { putVarint, readVarint } from './varint.ts';

/** An index to be filled: where its tree begins, and which columns of the table it is over. */
export type EmptyIndex = { readonly root: number; readonly columns: readonly Column[] };

/** Rows between two breaths of the process, so that it can be told to stop. */
const AT_ONCE = 200 * TOGETHER;

/** Called now and then while rows are written; it may throw to stop. */
export type Breathe = () => Promise<void>;

/**
 * Appends rows to a table with row numbers, behind those that are there: the leaves that are there stay, new ones are
 * written behind them, and the levels above anew. `rowids` go up, and are larger than those in the table.
 */
export async function appendRows(
  image: Image,
  root: number,
  columns: readonly Column[],
  rowids: Int32Array,
  breathe: Breathe,
): Promise<void> {
  const tree = new TreeWriter(image, 'table');
  adoptLeaves(image, root, tree);
  await new CellWriter(image, tree, columns, 'table').writeAll(rowids, breathe);
  tree.finish(root);
  await breathe();
}

/** Fills an index of a table whose rows all have just been written, or a table without row numbers by its key. */
export async function fillIndex(
  image: Image,
  { root, columns }: EmptyIndex,
  rowids: Int32Array,
  breathe: Breathe,
): Promise<void> {
  const order = rowOrder(columns, rowids.length);
  await breathe();
  const tree = new TreeWriter(image, 'index');
  // Laid in order first: reading values here and there while pages are written waits for the memory each time.
  const sorted = columns.map((column) => inOrder(column, order));
  for (let i = 0; i < order.length; i++) order[i] = rowids[order[i]!]!;
  sorted.push(Ints.of(order));
  await new CellWriter(image, tree, sorted, 'index').writeAll(order, breathe);
  tree.finish(root);
}

/** A column that `rowOrder` can order, with its rows in that order. */
function inOrder(column: Column, order: Int32Array): Column {
  switch (column.sort) {
    case INTS:
      return Ints.of(numbersInOrder(column.values, order));
    case WORDS: {
      const values = numbersInOrder(column.values, order);
      return Words.of(values, column.texts, order.length);
    }
    case TEXTS: {
      const sorted = new Texts(order.length, column.bytes.length / Math.max(1, column.count));
      for (let i = 0; i < order.length; i++)
        sorted.addBytes(column.bytes, column.startOf(order[i]!), column.ends[order[i]!]!);
      return sorted;
    }
    case SAME:
      return column;
    default:
      throw new Error('An index is filled over numbers and texts only.');
  }
}

function numbersInOrder(values: Int32Array | Uint8Array, order: Int32Array): Int32Array {
  const sorted = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) sorted[i] = values[order[i]!]!;
  return sorted;
}

/** Puts rows into a tree as its cells, many at once. */
class CellWriter {
  readonly #image: Image;
  readonly #tree: TreeWriter;
  readonly #records: RecordWriter;
  readonly #kind: 'table' | 'index';
  /** The largest payload that stands whole in its cell. */
  readonly #most: number;
  /** The rows measured last and still to be written, and where; how many of them are written. */
  readonly #rows = new Int32Array(TOGETHER);
  readonly #places = new Int32Array(TOGETHER);
  #written = 0;

  constructor(image: Image, tree: TreeWriter, columns: readonly Column[], kind: 'table' | 'index') {
    this.#most = mostLocal(image.pageSize, kind);
    this.#image = image;
    this.#tree = tree;
    this.#records = new RecordWriter(columns);
    this.#kind = kind;
  }

  /** All rows in their order; in a table `rowids` are their numbers. */
  async writeAll(rowids: Int32Array, breathe: Breathe): Promise<void> {
    for (let first = 0; first < rowids.length; first += TOGETHER) {
      this.#write(first, rowids.subarray(first, first + TOGETHER));
      if (first % AT_ONCE === 0) await breathe();
    }
  }

  #write(first: number, rowids: Int32Array): void {
    const count = rowids.length;
    for (let j = 0; j < count; j++) this.#rows[j] = first + j;
    const payloads = this.#records.measure(this.#rows, count);
    this.#written = 0;
    for (let j = 0; j < count; j++) this.#place(j, this.#kind === 'table' ? rowids[j]! : 0, payloads[j]!);
    this.#writeUpTo(count);
  }

  #place(j: number, key: number, payload: number): void {
    if (payload > this.#most) {
      this.#writeUpTo(j);
      this.#addLong(j, key, payload, localPart(payload, this.#image.pageSize, this.#kind));
      this.#written = j + 1;
      return;
    }
    const size = cellHead(payload, key, this.#kind) + payload;
    // The last entry of a full page of an index is copied to the level above.
    if (this.#kind === 'index' && this.#tree.isFullFor(size)) this.#writeUpTo(j);
    this.#places[j] = this.#putHead(this.#tree.room(size, key), payload, key);
  }

  #writeUpTo(end: number): void {
    this.#records.write(this.#written, end, this.#places, this.#image.bytes);
    this.#written = end;
  }

  /** The rest of a long record goes to pages of its own, each pointing to the next. */
  #addLong(j: number, key: number, payload: number, local: number): void {
    const image = this.#image;
    const record = Buffer.alloc(payload);
    this.#records.write(j, j + 1, new Int32Array(TOGETHER), record);
    const some = image.pageSize - 4;
    let next = 0;
    for (let from = local + Math.floor((payload - local - 1) / some) * some; from >= local; from -= some) {
      const page = image.allocate();
      const at = image.offset(page);
      image.bytes.writeUInt32BE(next, at);
      image.bytes.set(record.subarray(from, Math.min(from + some, payload)), at + 4);
      next = page;
    }
    const at = this.#tree.room(cellHead(payload, key, this.#kind) + local + 4, key);
    const body = this.#putHead(at, payload, key);
    image.bytes.set(record.subarray(0, local), body);
    image.bytes.writeUInt32BE(next, body + local);
  }

  #putHead(at: number, payload: number, key: number): number {
    const behind = putVarint(this.#image.bytes, at, payload);
    return this.#kind === 'table' ? putVarint(this.#image.bytes, behind, key) : behind;
  }
}

/** Hands the leaves of the table at `root` to the new tree and gives its inner pages back. */
function adoptLeaves(image: Image, root: number, tree: TreeWriter): void {
  const at = image.offset(root);
  if (image.bytes[at] !== TABLE_LEAF) {
    adoptBelow(image, root, root, tree, null);
    return;
  }
  if (image.bytes.readUInt16BE(at + 3) === 0) return;
  const moved = image.allocate();
  image.bytes.copyWithin(image.offset(moved), at, at + image.pageSize);
  tree.adopt(moved, lastKeyOf(image, moved));
}

/** `lastKey` is what the level above says of this page's largest row number, null for the rightmost. */
function adoptBelow(image: Image, root: number, page: number, tree: TreeWriter, lastKey: number | null): void {
  const at = image.offset(page);
  if (image.bytes[at] === TABLE_LEAF) {
    tree.adopt(page, lastKey ?? lastKeyOf(image, page));
    return;
  }
  if (image.bytes[at] !== TABLE_INTERIOR) throw new Error(`Page ${page} is no page of a table.`);
  const children = childrenOf(image, page);
  if (page !== root) image.release(page);
  for (const [child, key] of children) adoptBelow(image, root, child, tree, key ?? lastKey);
}

/** The children of an inner page with the largest row number of each; none for the last. */
function childrenOf(image: Image, page: number): (readonly [number, number | null])[] {
  const at = image.offset(page);
  const bytes = image.bytes;
  const cells = bytes.readUInt16BE(at + 3);
  const children: (readonly [number, number | null])[] = [];
  for (let i = 0; i < cells; i++) {
    const cell = at + bytes.readUInt16BE(at + INTERIOR_HEADER + 2 * i);
    children.push([bytes.readUInt32BE(cell), readVarint(bytes, cell + 4).value]);
  }
  children.push([bytes.readUInt32BE(at + 8), null]);
  return children;
}

function lastKeyOf(image: Image, leaf: number): number {
  const at = image.offset(leaf);
  const cells = image.bytes.readUInt16BE(at + 3);
  const cell = at + image.bytes.readUInt16BE(at + 8 + 2 * (cells - 1));
  return readVarint(image.bytes, readVarint(image.bytes, cell).end).value;
}
