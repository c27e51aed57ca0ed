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
    const bytes = cells.bytes(column);
    if (bytes === null) return this.#decoded(cells, column);
    const hash = hashOf(bytes);
    const alike = this.#texts.get(hash);
    const known = alike?.find((one) => isSame(one.bytes, bytes));
    if (known !== undefined) return known.code;
    const code = this.#decoded(cells, column);
    if (this.#kept++ < MOST_KEPT) this.#texts.set(hash, [...(alike ?? []), { bytes: bytes.slice(), code }]);
    return code;
  }

  #decoded(cells: Cells, column: number): number {
    const cell = cells.cell(column);
    return this.#coder.codeOf(cell instanceof Uint8Array ? null : cell);
  }
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
