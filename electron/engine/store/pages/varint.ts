/** SQLite's variable-length integers (fileformat2, "Varint"), for whole numbers from 0 to 2⁵³. */

/** How many bytes a number takes. */
export function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) size++;
  return size;
}

/** Writes a number and gives the place behind it. */
export function putVarint(out: Uint8Array, at: number, value: number): number {
  if (value < 128) {
    out[at] = value;
    return at + 1;
  }
  if (value < 16_384) {
    out[at] = 128 | (value >> 7);
    out[at + 1] = value & 127;
    return at + 2;
  }
  const size = varintSize(value);
  let rest = value;
  for (let i = size - 1; i >= 0; i--) {
    out[at + i] = (rest % 128) | (i === size - 1 ? 0 : 128);
    rest = Math.floor(rest / 128);
  }
  return at + size;
}

/** A number and the place behind it. */
export type Varint = { readonly value: number; readonly end: number };

/** Reads a number of up to 53 bits. */
export function readVarint(bytes: Uint8Array, at: number): Varint {
  let value = 0;
  for (let i = 0; i < 8; i++) {
    const byte = bytes[at + i]!;
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, end: at + i + 1 };
  }
  return { value: value * 256 + bytes[at + 8]!, end: at + 9 };
}
