import type { RowBatch } from '#shared/records/delimited.ts';
import { Cells } from './cells.ts';
import { hashOf } from './key-table.ts';
import { lookAt, PlainRows } from './plain-rows.ts';
import { RowHash } from './row-hash.ts';

/** The columns of which something is found out for every row before anybody asks for it. */
export type PrintedColumns = {
  /** All that make up what a row says. */
  readonly content: readonly number[];
  /** Those that rows are told apart by; null where that is what they say. */
  readonly rowKey: readonly number[] | null;
  /** Those that a customer's key stands in alone. */
  readonly keys: readonly number[];
};

/** What was found out of a block's rows, by row. */
export type RowPrints = {
  /** Hashes of what the row says, and of what it is told apart by. */
  readonly content: Int32Array;
  readonly high: Int32Array;
  readonly low: Int32Array;
  /** Hashes of keys. */
  readonly keys: ByColumn<Int32Array>;
  /** Which rows, and which keys, are the same; null where nobody counted. */
  readonly numbered: Numbered | null;
};

/** Rows that are told apart by the same, and cells with the same key, have the same number in their file. */
export type Numbered = {
  readonly rows: Int32Array;
  /** From 1; 0 where a cell is empty or was not counted. Below 0 where no row before had it. */
  readonly cells: ByColumn<Int32Array>;
};

/** By column; undefined for those it was not asked for. */
export type ByColumn<A> = readonly (A | undefined)[];

/** Goes through one block of rows after another before anybody looks at what the rows say. */
export class RowPrinter {
  readonly #columns: PrintedColumns;
  readonly #width: number;
  readonly #cells = new Cells();
  readonly #hash = new RowHash();
  #prints: RowPrints;

  /** `width` is that of a whole row. */
  constructor(columns: PrintedColumns, width: number) {
    this.#columns = columns;
    this.#width = width;
    this.#prints = emptyPrints(columns, 1 << 12);
  }

  /** What is given is good until the next block. Of rows that are too short, which go to quarantine, all is 0. */
  print(batch: RowBatch): RowPrints {
    const count = batch instanceof PlainRows ? batch.count : batch.rows.length;
    if (this.#prints.content.length < count) this.#prints = emptyPrints(this.#columns, count * 2);
    const cells = this.#cells;
    for (let i = 0; i < count; i++) {
      lookAt(batch, i, cells);
      if (cells.count >= this.#width) this.#printRow(cells, i);
      else this.#printNone(i);
    }
    return this.#prints;
  }

  #printRow(cells: Cells, i: number): void {
    const { bytes } = cells;
    const { content, high, low, keys } = this.#prints;
    const { rowKey } = this.#columns;
    const hash = this.#hash;
    hash.ofCells(cells, this.#columns.content);
    content[i] = hash.low;
    if (rowKey !== null) hash.ofCells(cells, rowKey);
    high[i] = hash.high;
    low[i] = hash.low;
    for (const column of this.#columns.keys) keys[column]![i] = hashOf(bytes, cells.from(column), cells.to(column));
  }

  #printNone(i: number): void {
    const { content, high, low, keys } = this.#prints;
    content[i] = high[i] = low[i] = 0;
    for (const column of this.#columns.keys) keys[column]![i] = 0;
  }
}

function emptyPrints({ keys }: PrintedColumns, rows: number): RowPrints {
  return {
    content: new Int32Array(rows),
    high: new Int32Array(rows),
    low: new Int32Array(rows),
    keys: byColumn(keys, () => new Int32Array(rows)),
    numbered: null,
  };
}

/** One of what `make` makes for each of these columns. */
export function byColumn<A>(columns: readonly number[], make: () => A): ByColumn<A> {
  const made: (A | undefined)[] = [];
  for (const column of columns) made[column] = make();
  return made;
}
