import type { Cells } from './cells.ts';

const BETWEEN_CELLS = 0x10001;

/**
 * A 64-bit hash of chosen cells (cyrb53's two lanes, bryc 2018, kept whole), over the letters of their text. The last
 * result stands in `high` and `low`, so that a million rows need no million objects.
 */
export class RowHash {
  high = 0;
  low = 0;

  /** Hashes the cells at `columns`, in that order. */
  ofCells(row: Cells, columns: readonly number[]): void {
    const bytes = row.bytes;
    let a = 0xdeadbeef | 0;
    let b = 0x41c6ce57 | 0;
    for (let i = 0; i < columns.length; i++) {
      const to = row.to(columns[i]!);
      const beforeA = a;
      const beforeB = b;
      for (let k = row.from(columns[i]!); k < to; k++) {
        const byte = bytes[k]!;
        if (byte >= 128) {
          [a, b] = ofText(row.text(columns[i]!), beforeA, beforeB);
          break;
        }
        a = Math.imul(a ^ byte, 2654435761);
        b = Math.imul(b ^ byte, 1597334677);
      }
      a = Math.imul(a ^ BETWEEN_CELLS, 2654435761);
      b = Math.imul(b ^ BETWEEN_CELLS, 1597334677);
    }
    this.#finish(a, b);
  }

  /** Mixes a number into the last result: which occurrence, or the hash of a further row. */
  and(number: number): void {
    this.#finish(Math.imul(this.low ^ number, 2654435761), Math.imul(this.high ^ number, 1597334677));
  }

  #finish(a: number, b: number): void {
    let x = Math.imul(a ^ (a >>> 16), 2246822507);
    x ^= Math.imul(b ^ (b >>> 13), 3266489909);
    let y = Math.imul(b ^ (b >>> 16), 2246822507);
    y ^= Math.imul(a ^ (a >>> 13), 3266489909);
    this.low = x | 0;
    this.high = y | 0;
  }
}

/** A letter beyond ASCII counts by its number, not by its bytes. */
function ofText(text: string, beforeA: number, beforeB: number): [number, number] {
  let a = beforeA;
  let b = beforeB;
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  return [a, b];
}
