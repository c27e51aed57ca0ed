import type { KeyReader } from './key-reader.ts';
import type { RowLedger } from './row-ledger.ts';
import type { RowPrints } from './row-prints.ts';

/** Rows looked ahead at once: what they will read fits the processor's own memory. */
export const AHEAD = 256;

/**
 * Reads what rows to come will look up, side by side: a look-up in large tables waits for the memory, and many that do
 * not wait for each other take little longer than one. It changes nothing but the time.
 */
export class Foresight {
  readonly #keys: readonly KeyReader[];
  readonly #ledger: RowLedger;

  constructor(keys: readonly KeyReader[], ledger: RowLedger) {
    this.#keys = keys;
    this.#ledger = ledger;
  }

  /** Looks ahead at the rows from `first` on up to `end`. */
  look(prints: RowPrints, first: number, end: number): void {
    if (prints.numbered !== null) {
      for (const key of this.#keys) key.foreseeNumbers(prints.numbered, first, end);
      return;
    }
    this.#ledger.foresee(prints.low, first, end);
    for (const { column, known } of this.#keys) {
      const hashes = column === null ? undefined : prints.keys[column];
      if (hashes !== undefined) known.foresee(hashes, first, end);
    }
  }
}
