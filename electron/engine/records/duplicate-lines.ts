/** A row that was there already: its line, and the source and line of the row it is the same as. */
export type DuplicateLine = { readonly line: number; readonly source: number; readonly of: number };

const NUMBERS = 3;
export const BYTES_PER_DUPLICATE = NUMBERS * 4;

/** Collects duplicates as numbers, so that a file of a million of them costs 12 MB and no objects. */
export class DuplicateLines {
  #numbers = new Int32Array(0);
  #count = 0;

  add(line: number, of: { readonly source: number; readonly line: number }): void {
    const at = this.#count * NUMBERS;
    if (at === this.#numbers.length) {
      const longer = new Int32Array(Math.max(64 * NUMBERS, at * 2));
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[at] = line;
    this.#numbers[at + 1] = of.source;
    this.#numbers[at + 2] = of.line;
    this.#count++;
  }

  /** As they are kept beside their source (`duplicate_rows`); null where there are none. */
  bytes(): Uint8Array | null {
    if (this.#count === 0) return null;
    const bytes = new Uint8Array(this.#count * BYTES_PER_DUPLICATE);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < this.#count * NUMBERS; i++) view.setInt32(i * 4, this.#numbers[i]!, true);
    return bytes;
  }
}

export function countDuplicates(bytes: Uint8Array): number {
  return Math.floor(bytes.byteLength / BYTES_PER_DUPLICATE);
}

/** Goes through what `bytes` wrote: each row's line, and source and line of the row it is the same as. */
export function eachDuplicate(bytes: Uint8Array, see: (line: number, source: number, of: number) => void): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = countDuplicates(bytes) * BYTES_PER_DUPLICATE;
  for (let at = 0; at < end; at += BYTES_PER_DUPLICATE) {
    see(view.getInt32(at, true), view.getInt32(at + 4, true), view.getInt32(at + 8, true));
  }
}

/** Reads back what `bytes` wrote, or a part of it that begins and ends with a row. */
export function duplicateLines(bytes: Uint8Array): DuplicateLine[] {
  const rows: DuplicateLine[] = [];
  eachDuplicate(bytes, (line, source, of) => void rows.push({ line, source, of }));
  return rows;
}
