import type { RowPrints } from './row-prints.ts';

const NOTHING = new Uint8Array(0);

/**
 * The cells of one row as bytes of UTF-8, and as text where somebody asks for it: most cells of most files are read,
 * compared and stored without ever becoming a string.
 */
export class Cells {
  /** How many there are. */
  count = 0;
  bytes: Uint8Array = NOTHING;
  /** Where each cell begins and ends in `bytes`, in pairs from `first` on. */
  bounds: Int32Array = new Int32Array(0);
  first = 0;
  /** The hashes of the block that the row stands in, as the `row`th; null where none were taken. */
  prints: RowPrints | null = null;
  row = 0;
  #texts: readonly string[] | null = null;
  /** Where texts are written as bytes. */
  #own: Buffer = Buffer.alloc(0);
  #ownBounds = new Int32Array(0);

  /** Cells that are text already. */
  static of(texts: readonly string[]): Cells {
    const cells = new Cells();
    cells.takeTexts(texts);
    return cells;
  }

  /** Looks at one row after another of a block of bytes, in place of making an object for each. */
  take(bytes: Uint8Array, bounds: Int32Array, first: number, count: number): void {
    // What stays is not written again: the collector is told of every object that is.
    if (this.bytes !== bytes) {
      this.bytes = bytes;
      this.bounds = bounds;
      this.#texts = null;
    }
    this.first = first;
    this.count = count;
  }

  /** Says what is known of the row at hand, the `row`th of its block; null where nobody looked. */
  know(prints: RowPrints | null, row: number): void {
    if (this.prints !== prints) this.prints = prints;
    this.row = row;
  }

  takeTexts(texts: readonly string[]): void {
    this.#texts = texts;
    this.count = texts.length;
    this.first = 0;
    if (this.#ownBounds.length < texts.length * 2) this.#ownBounds = new Int32Array(texts.length * 2);
    // A block's bounds may be filled by another thread already.
    this.bounds = this.#ownBounds;
    let most = 0;
    for (let i = 0; i < texts.length; i++) most += texts[i]!.length * 3;
    if (this.#own.length < most) this.#own = Buffer.allocUnsafeSlow(most + 64);
    const bytes = this.#own;
    this.bytes = bytes;
    let end = 0;
    for (let i = 0; i < texts.length; i++) {
      this.bounds[2 * i] = end;
      end += putText(bytes, end, texts[i]!);
      this.bounds[2 * i + 1] = end;
    }
  }

  from(column: number): number {
    return this.bounds[this.first + 2 * column]!;
  }

  to(column: number): number {
    return this.bounds[this.first + 2 * column + 1]!;
  }

  isEmpty(column: number): boolean {
    return this.from(column) === this.to(column);
  }

  /** Whether a byte of ASCII stands in a cell. */
  has(column: number, byte: number): boolean {
    const to = this.to(column);
    for (let i = this.from(column); i < to; i++) if (this.bytes[i] === byte) return true;
    return false;
  }

  text(column: number): string {
    if (this.#texts !== null) return this.#texts[column]!;
    return textOf(this.bytes, this.from(column), this.to(column));
  }

  /** Whether there is nothing but spaces in any cell. */
  get isBlank(): boolean {
    for (let i = 0; i < this.count; i++) {
      if (this.isEmpty(i)) continue;
      const byte = this.bytes[this.from(i)]!;
      if ((byte > 32 && byte < 127) || this.text(i).trim() !== '') return false;
    }
    return true;
  }
}

/** Bytes of UTF-8 as text. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  const buffer = bytes as Buffer;
  for (let i = from; i < to; i++) if (bytes[i]! >= 128) return buffer.toString('utf8', from, to);
  return buffer.toString('latin1', from, to);
}

/** Writes text as UTF-8 where there is room for three bytes a letter; gives how many it took. */
export function putText(out: Buffer, at: number, text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 128) return out.write(text, at, 'utf8');
    out[at + i] = code;
  }
  return text.length;
}
