import { type Column, INTS, REALS, SAME, TEXTS, type Texts, VALUES, WHOLES, WORDS } from './column.ts';
import { putVarint, varintSize } from './varint.ts';

/** Bytes of a value by its serial type, for types below 12. */
const SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0] as const;
const NULL = 0;
const SIX_BYTES = 5;
const REAL = 7;
const ZERO = 8;
const ONE = 9;
const TEXT = 13;
/** More columns would need a header of more than 127 bytes, which no table here comes near. */
const MOST_COLUMNS = 24;

const real = new DataView(new ArrayBuffer(8));

/**
 * Writes rows as SQLite's records (fileformat2, "Record Format"), in the form SQLite itself would choose: whole numbers
 * in as few bytes as they need, also where the column is of real numbers.
 */
export class RecordWriter {
  readonly #columns: readonly Column[];
  readonly #types: Float64Array;
  #header = 0;

  constructor(columns: readonly Column[]) {
    if (columns.length > MOST_COLUMNS) throw new Error(`A table of ${columns.length} columns.`);
    this.#columns = columns;
    this.#types = new Float64Array(columns.length);
  }

  /** The bytes that row i takes; to be asked before it is written. */
  measure(i: number): number {
    const columns = this.#columns;
    let header = 1;
    let body = 0;
    for (let k = 0; k < columns.length; k++) {
      const type = typeOf(columns[k]!, i);
      this.#types[k] = type;
      if (type < 12) {
        header++;
        body += SIZES[type]!;
      } else {
        header += type < 128 ? 1 : varintSize(type);
        body += (type - 12) >>> 1;
      }
    }
    this.#header = header;
    return header + body;
  }

  /** Writes row i, which was measured last, and gives the place behind it. */
  write(i: number, out: Uint8Array, from: number): number {
    const columns = this.#columns;
    const types = this.#types;
    let at = from;
    out[at++] = this.#header;
    for (let k = 0; k < columns.length; k++) {
      const type = types[k]!;
      if (type < 128) out[at++] = type;
      else at = putVarint(out, at, type);
    }
    for (let k = 0; k < columns.length; k++) at = put(columns[k]!, i, types[k]!, out, at);
    return at;
  }
}

function typeOf(column: Column, i: number): number {
  switch (column.sort) {
    case INTS:
      return intType(column.values[i]!);
    case WHOLES: {
      const value = column.values[i]!;
      return Number.isNaN(value) ? NULL : wholeType(value);
    }
    case REALS:
      return realType(column.values[i]!);
    case WORDS:
      return textType(column.texts, column.values[i]!);
    case TEXTS:
      return textType(column, i);
    case VALUES: {
      const value = column.numbers.values[i]!;
      return Number.isNaN(value) ? textType(column.texts, i) : realType(value);
    }
    case SAME:
      if (column.value === null) return NULL;
      return typeof column.value === 'number' ? intType(column.value) : textType(column.words.texts, 0);
  }
}

function put(column: Column, i: number, type: number, out: Uint8Array, at: number): number {
  if (type === NULL || type === ZERO || type === ONE) return at;
  switch (column.sort) {
    case INTS:
      return putInt(column.values[i]!, type, out, at);
    case WHOLES:
    case REALS:
      return putNumber(column.values[i]!, type, out, at);
    case WORDS:
      return putText(column.texts, column.values[i]!, out, at);
    case TEXTS:
      return putText(column, i, out, at);
    case VALUES:
      return type > REAL ? putText(column.texts, i, out, at) : putNumber(column.numbers.values[i]!, type, out, at);
    case SAME:
      return typeof column.value === 'number'
        ? putInt(column.value, type, out, at)
        : putText(column.words.texts, 0, out, at);
  }
}

function intType(value: number): number {
  if (value === 0) return ZERO;
  if (value === 1) return ONE;
  const size = value < 0 ? ~value : value;
  if (size < 0x80) return 1;
  if (size < 0x8000) return 2;
  return size < 0x80_0000 ? 3 : 4;
}

function wholeType(value: number): number {
  return value === (value | 0) ? intType(value) : SIX_BYTES;
}

function realType(value: number): number {
  if (Number.isNaN(value)) return NULL;
  return value === (value | 0) ? intType(value | 0) : REAL;
}

function textType(texts: Texts, i: number): number {
  const length = texts.lengthOf(i);
  return length < 0 ? NULL : TEXT + length * 2;
}

function putInt(value: number, size: number, out: Uint8Array, at: number): number {
  for (let k = size - 1; k >= 0; k--) out[at + size - 1 - k] = value >> (8 * k);
  return at + size;
}

function putNumber(value: number, type: number, out: Uint8Array, at: number): number {
  if (type <= 4) return putInt(value, type, out, at);
  if (type === SIX_BYTES) {
    const high = Math.floor(value / 2 ** 32);
    const low = value - high * 2 ** 32;
    out[at] = high >> 8;
    out[at + 1] = high;
    out[at + 2] = low / 2 ** 24;
    out[at + 3] = low / 2 ** 16;
    out[at + 4] = low / 2 ** 8;
    out[at + 5] = low;
    return at + 6;
  }
  real.setFloat64(0, value);
  for (let k = 0; k < 8; k++) out[at + k] = real.getUint8(k);
  return at + 8;
}

function putText(texts: Texts, i: number, out: Uint8Array, at: number): number {
  const from = texts.startOf(i);
  const to = texts.ends[i]!;
  const bytes = texts.bytes;
  if (to - from > 64) out.set(bytes.subarray(from, to), at);
  else for (let k = from; k < to; k++) out[at + k - from] = bytes[k]!;
  return at + to - from;
}
