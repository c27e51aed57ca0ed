import { newCoder } from '#shared/lift/coded.ts';
import type { Cells } from './cells.ts';

/** More different texts than this are decoded one by one: to keep them all apart by their bytes would cost more. */
const MOST_KEPT = 10_000;

type Level = number | string | null;
type Known = { readonly bytes: Uint8Array; readonly code: number };

/** Tells cells apart without making a string of each; blobs count as nothing. */
export class Levels {
  readonly #coder = newCoder<Level>();
  readonly #texts = new Map<number, Known[]>();
  #kept = 0;

  get levels(): readonly Level[] {
    return this.#coder.levels;
  }

  codeOf(cells: Cells, column: number): number {
    const hash = cells.hash(column);
    if (hash === null) return this.#decoded(cells, column);
    const alike = this.#texts.get(hash);
    if (alike !== undefined) {
      for (const { bytes, code } of alike) if (cells.isTextOf(column, bytes)) return code;
    }
    const code = this.#decoded(cells, column);
    if (this.#kept++ < MOST_KEPT)
      this.#texts.set(hash, [...(alike ?? []), { bytes: cells.bytes(column).slice(), code }]);
    return code;
  }

  #decoded(cells: Cells, column: number): number {
    const cell = cells.cell(column);
    return this.#coder.codeOf(cell instanceof Uint8Array ? null : cell);
  }
}
