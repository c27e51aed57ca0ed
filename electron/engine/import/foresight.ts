import { Cells } from './cells.ts';
import type { KeyReader } from './key-reader.ts';
import { hashOf } from './key-table.ts';
import type { PlainRows } from './plain-rows.ts';
import { RowHash } from './row-hash.ts';
import type { RowLedger } from './row-ledger.ts';

/** Rows looked ahead at once: what they will read fits the processor's own memory. */
export const AHEAD = 256;

/**
 * Reads what rows to come will look up, side by side: a look-up in large tables waits for the memory, and many that do
 * not wait for each other take little longer than one. It changes nothing but the time.
 */
export class Foresight {
  readonly #rowKey: readonly number[];
  readonly #keys: readonly KeyReader[];
  readonly #ledger: RowLedger;
  readonly #cells = new Cells();
  readonly #hash = new RowHash();
  readonly #hashes = new Int32Array(AHEAD);

  /** `rowKey` names the columns that rows are told apart by. */
  constructor(rowKey: readonly number[], keys: readonly KeyReader[], ledger: RowLedger) {
    this.#rowKey = rowKey;
    this.#keys = keys;
    this.#ledger = ledger;
  }

  /** Looks ahead at the rows from `first` on, `AHEAD` of them at most. */
  look(batch: PlainRows, first: number): void {
    const count = Math.min(AHEAD, batch.count - first);
    const cells = this.#cells;
    const hashes = this.#hashes;
    for (let i = 0; i < count; i++) {
      batch.look(first + i, cells);
      this.#hash.ofCells(cells, this.#rowKey);
      hashes[i] = this.#hash.low;
    }
    this.#ledger.foresee(hashes, count);
    for (const { column, known } of this.#keys) {
      if (column === null) continue;
      for (let i = 0; i < count; i++) {
        batch.look(first + i, cells);
        hashes[i] = hashOf(cells.bytes, cells.from(column), cells.to(column));
      }
      known.foresee(hashes, count);
    }
  }
}
