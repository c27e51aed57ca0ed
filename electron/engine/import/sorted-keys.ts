import type { Cells } from './cells.ts';

/**
 * Whether the cells of a column have come in one strict order from the file's first row on, up or down: then each is
 * another than all before, and none need be looked up. Most systems export by their own numbers. A longer cell is
 * behind a shorter one, so that 10 comes after 9.
 */
export class SortedKeys {
  readonly #column: number;
  #last = Buffer.alloc(64);
  /** −1 before the first. */
  #length = -1;
  /** 1 up, −1 down, 0 as long as fewer than two came, null once they were in no order. */
  #direction: 1 | -1 | 0 | null = 0;

  constructor(column: number) {
    this.#column = column;
  }

  /** Whether this row goes on in the order; once one did not, none does. */
  isNext(row: Cells): boolean {
    if (this.#direction === null) return false;
    if (row.count <= this.#column) return this.#stop();
    const { bytes } = row;
    const from = row.from(this.#column);
    const length = row.to(this.#column) - from;
    const step = this.#length < 0 ? 1 : this.#stepTo(bytes, from, length);
    if (step === 0 || (this.#direction !== 0 && step !== this.#direction)) return this.#stop();
    if (this.#length >= 0) this.#direction = step;
    if (this.#last.length < length) this.#last = Buffer.alloc(length * 2);
    for (let i = 0; i < length; i++) this.#last[i] = bytes[from + i]!;
    this.#length = length;
    return true;
  }

  #stop(): false {
    this.#direction = null;
    return false;
  }

  #stepTo(bytes: Uint8Array, from: number, length: number): 1 | -1 | 0 {
    if (length !== this.#length) return length > this.#length ? 1 : -1;
    for (let i = 0; i < length; i++) {
      const difference = bytes[from + i]! - this.#last[i]!;
      if (difference !== 0) return difference > 0 ? 1 : -1;
    }
    return 0;
  }
}
