import type { Texts } from './texts.ts';

/** Bytes of a value by its serial type, for types below 12. */
export const SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0] as const;
export const NULL = 0;
const SIX_BYTES = 5;
const REAL = 7;
const ZERO = 8;
const ONE = 9;
export const BLOB = 12;
export const TEXT = 13;
const real = new Float64Array(1);
const realBytes = new Uint8Array(real.buffer);
/** SQLite writes the sign first, the processor may not. */
const SIGN_LAST = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 7 : 0;

export function sizeOf(type: number): number {
  return type < 12 ? SIZES[type]! : (type - 12) >>> 1;
}

export function intType(value: number): number {
  if (value === 0) return ZERO;
  if (value === 1) return ONE;
  const size = value < 0 ? ~value : value;
  if (size < 0x80) return 1;
  if (size < 0x8000) return 2;
  return size < 0x80_0000 ? 3 : 4;
}

export function wholeType(value: number): number {
  if (Number.isNaN(value)) return NULL;
  return value === (value | 0) ? intType(value) : SIX_BYTES;
}

export function realType(value: number): number {
  if (Number.isNaN(value)) return NULL;
  return value === (value | 0) ? intType(value | 0) : REAL;
}

export function textType(texts: Texts, i: number): number {
  const length = texts.lengthOf(i);
  return length < 0 ? NULL : TEXT + length * 2;
}

/** Writes a value of type 1 to 4, or nothing where the type says it all; gives the place behind it. */
export function putInt(value: number, type: number, out: Uint8Array, at: number): number {
  switch (type) {
    case 1:
      out[at] = value;
      return at + 1;
    case 2:
      out[at] = value >> 8;
      out[at + 1] = value;
      return at + 2;
    case 3:
      out[at] = value >> 16;
      out[at + 1] = value >> 8;
      out[at + 2] = value;
      return at + 3;
    case 4:
      out[at] = value >> 24;
      out[at + 1] = value >> 16;
      out[at + 2] = value >> 8;
      out[at + 3] = value;
      return at + 4;
    default:
      return at;
  }
}

export function putNumber(value: number, type: number, out: Uint8Array, at: number): number {
  if (type === REAL) {
    real[0] = value;
    for (let k = 0; k < 8; k++) out[at + k] = realBytes[k ^ SIGN_LAST]!;
    return at + 8;
  }
  if (type !== SIX_BYTES) return putInt(value, type, out, at);
  const high = Math.floor(value / 2 ** 32);
  const low = (value - high * 2 ** 32) | 0;
  out[at] = high >> 8;
  out[at + 1] = high;
  out[at + 2] = low >> 24;
  out[at + 3] = low >> 16;
  out[at + 4] = low >> 8;
  out[at + 5] = low;
  return at + 6;
}

/** A missing text takes no place. */
export function putText(texts: Texts, i: number, out: Uint8Array, at: number): number {
  const to = texts.ends[i]!;
  const from = texts.startOf(i);
  const bytes = texts.bytes;
  if (to - from > 64) out.set(bytes.subarray(from, to), at);
  else for (let k = from; k < to; k++) out[at + k - from] = bytes[k]!;
  return to < from ? at : at + to - from;
}
