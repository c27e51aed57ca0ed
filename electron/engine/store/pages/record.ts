import { type Column, INTS, REALS, SAME, type Same, TEXTS, Texts, VALUES, WHOLES, WORDS } from './column.ts';
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
  readonly #count: number;
  /** What writing needs of each column, side by side, so that no row has to find out what a column is. */
  readonly #sorts: Uint8Array;
  readonly #ints: readonly (Int32Array | Uint8Array)[];
  readonly #reals: readonly Float64Array[];
  readonly #texts: readonly Texts[];
  /** The serial type of each word. */
  readonly #wordTypes: readonly Int32Array[];
  readonly #types: Int32Array;
  #header = 0;

  constructor(columns: readonly Column[]) {
    if (columns.length > MOST_COLUMNS) throw new Error(`A table of ${columns.length} columns.`);
    this.#count = columns.length;
    this.#sorts = Uint8Array.from(columns, ({ sort }) => sort);
    this.#ints = columns.map((column) => (column.sort === INTS || column.sort === WORDS ? column.values : NO_INTS));
    this.#reals = columns.map(realsOf);
    this.#texts = columns.map(textsOf);
    this.#wordTypes = columns.map((column) => (column.sort === WORDS ? typesOf(column.texts) : NO_INTS));
    this.#types = Int32Array.from(columns, (column) => (column.sort === SAME ? typeOfSame(column) : NULL));
  }

  /** The bytes that row i takes; to be asked before it is written. */
  measure(i: number): number {
    let header = 1;
    let body = 0;
    for (let k = 0; k < this.#count; k++) {
      const type = this.#typeOf(k, i);
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
    const types = this.#types;
    let at = from;
    out[at++] = this.#header;
    for (let k = 0; k < this.#count; k++) {
      const type = types[k]!;
      if (type < 128) out[at++] = type;
      else at = putVarint(out, at, type);
    }
    for (let k = 0; k < this.#count; k++) {
      const type = types[k]!;
      if (type === NULL || type === ZERO || type === ONE) continue;
      const sort = this.#sorts[k];
      const row = sort === SAME ? 0 : i;
      if (type >= TEXT) at = putText(this.#texts[k]!, sort === WORDS ? this.#ints[k]![i]! : row, out, at);
      else if (sort === INTS) at = putInt(this.#ints[k]![i]!, type, out, at);
      else at = putNumber(this.#reals[k]![row]!, type, out, at);
    }
    return at;
  }

  #typeOf(k: number, i: number): number {
    switch (this.#sorts[k]) {
      case INTS:
        return intType(this.#ints[k]![i]!);
      case WHOLES: {
        const value = this.#reals[k]![i]!;
        return Number.isNaN(value) ? NULL : wholeType(value);
      }
      case REALS:
        return realType(this.#reals[k]![i]!);
      case WORDS:
        return this.#wordTypes[k]![this.#ints[k]![i]!]!;
      case TEXTS:
        return textType(this.#texts[k]!, i);
      case VALUES: {
        const value = this.#reals[k]![i]!;
        return Number.isNaN(value) ? textType(this.#texts[k]!, i) : realType(value);
      }
      default:
        return this.#types[k]!;
    }
  }
}

const NO_INTS = new Int32Array(0);
const NO_REALS = new Float64Array(0);
const NO_TEXTS = new Texts(0);

function realsOf(column: Column): Float64Array {
  switch (column.sort) {
    case WHOLES:
    case REALS:
      return column.values;
    case VALUES:
      return column.numbers.values;
    case SAME:
      return typeof column.value === 'number' ? Float64Array.of(column.value) : NO_REALS;
    default:
      return NO_REALS;
  }
}

function textsOf(column: Column): Texts {
  switch (column.sort) {
    case TEXTS:
      return column;
    case WORDS:
    case VALUES:
      return column.texts;
    case SAME:
      return column.words.texts;
    default:
      return NO_TEXTS;
  }
}

function typesOf(texts: Texts): Int32Array {
  return Int32Array.from({ length: texts.count }, (_, i) => textType(texts, i));
}

function typeOfSame({ value, words }: Same): number {
  if (value === null) return NULL;
  return typeof value === 'number' ? intType(value) : textType(words.texts, 0);
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
