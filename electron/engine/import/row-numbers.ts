import { Texts } from '#engine/store/pages/texts.ts';
import type { RowBatch } from '#shared/records/delimited.ts';
import { Cells } from './cells.ts';
import { AHEAD } from './foresight.ts';
import { HashIndex } from './hash-index.ts';
import { KeyTable, ROOM } from './key-table.ts';
import { lookAt, PlainRows } from './plain-rows.ts';
import { roomForRows } from './room-for-rows.ts';
import { byColumn, type Numbered, type PrintedColumns, type RowPrints } from './row-prints.ts';
import { SortedKeys } from './sorted-keys.ts';

/** Different cells of a column that are counted, and their bytes; a file with more has most of them once. */
const MOST_CELLS = 5_000_000;
const MOST_BYTES = 256 << 20;

/**
 * Numbers what is the same in a file's rows, so that who takes the rows in looks up a number in place of a text. It
 * reads here and there in large tables, which is why it is done in the second thread.
 */
export class RowNumbers {
  readonly #columns: PrintedColumns;
  readonly #rows: HashIndex;
  /** Of files whose rows are told apart by one column. */
  readonly #sorted: SortedKeys | null;
  readonly #cells: readonly { readonly column: number; readonly numbers: CellNumbers }[];
  readonly #row = new Cells();
  #numbered: Numbered;

  /** `rowsComing` may be an estimate. */
  constructor(columns: PrintedColumns, rowsComing: number) {
    this.#columns = columns;
    this.#rows = new HashIndex(roomForRows(rowsComing), 0);
    this.#sorted = columns.rowKey?.length === 1 ? new SortedKeys(columns.rowKey[0]!) : null;
    this.#cells = columns.keys.map((column) => ({ column, numbers: new CellNumbers() }));
    this.#numbered = this.#room(1 << 12);
  }

  /** What is given is good until the next block. */
  number(batch: RowBatch, prints: RowPrints): Numbered {
    const count = batch instanceof PlainRows ? batch.count : batch.rows.length;
    if (this.#numbered.rows.length < count) this.#numbered = this.#room(count * 2);
    for (let first = 0; first < count; first += AHEAD) {
      const end = Math.min(first + AHEAD, count);
      const sorted = this.#numberSorted(batch, prints, first, end);
      if (sorted < end) this.#numberRows(prints, sorted, end);
      this.#numberCells(batch, prints, first, end);
    }
    return this.#numbered;
  }

  /** Numbers rows as long as none can be one of those before; gives which is the first that could. */
  #numberSorted(batch: RowBatch, { high, low }: RowPrints, first: number, end: number): number {
    const { rows } = this.#numbered;
    const sorted = this.#sorted;
    if (sorted === null) return first;
    for (let i = first; i < end; i++) {
      lookAt(batch, i, this.#row);
      if (!sorted.isNext(this.#row)) return i;
      rows[i] = this.#rows.add(high[i]!, low[i]!);
    }
    return end;
  }

  #numberRows({ high, low }: RowPrints, first: number, end: number): void {
    const { rows } = this.#numbered;
    const index = this.#rows;
    index.foresee(low, first, end);
    for (let i = first; i < end; i++) rows[i] = index.findOrAdd(high[i]!, low[i]!);
  }

  #numberCells(batch: RowBatch, prints: RowPrints, first: number, end: number): void {
    const row = this.#row;
    for (const { column, numbers } of this.#cells) {
      const hashes = prints.keys[column]!;
      const out = this.#numbered.cells[column]!;
      numbers.foresee(hashes, first, end);
      for (let i = first; i < end; i++) {
        lookAt(batch, i, row);
        out[i] = column < row.count ? numbers.numberOf(hashes[i]!, row, column) : 0;
      }
    }
  }

  #room(rows: number): Numbered {
    return { rows: new Int32Array(rows), cells: byColumn(this.#columns.keys, () => new Int32Array(rows)) };
  }
}

class CellNumbers {
  readonly #texts = new Texts(ROOM, 24);
  readonly #known = new KeyTable(this.#texts);
  #count = 0;
  #bytes = 0;

  foresee(hashes: Int32Array, first: number, end: number): void {
    this.#known.foresee(hashes, first, end);
  }

  numberOf(hash: number, row: Cells, column: number): number {
    const { bytes } = row;
    const from = row.from(column);
    const to = row.to(column);
    if (from === to) return 0;
    const known = this.#known.findHashed(hash, bytes, from, to);
    if (known !== 0) return known;
    if (this.#count === MOST_CELLS || this.#bytes > MOST_BYTES) return 0;
    this.#bytes += to - from;
    this.#count++;
    this.#known.addHashed(hash, bytes, from, to, this.#count);
    return -this.#count;
  }
}
