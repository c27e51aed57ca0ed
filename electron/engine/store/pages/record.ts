import {
  BLOBS,
  type Column,
  INTS,
  REALS,
  SAME,
  type Same,
  SMALL,
  TEXTS,
  type Texts,
  VALUES,
  WHOLES,
  WORDS,
} from './column.ts';
import { putVarint, varintSize } from './varint.ts';

/** Bytes of a value by its serial type, for types below 12. */
const SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0] as const;
const NULL = 0;
const SIX_BYTES = 5;
const REAL = 7;
const ZERO = 8;
const ONE = 9;
const BLOB = 12;
const TEXT = 13;
/** More columns would need a header of more than 127 bytes, which no table here comes near. */
const MOST_COLUMNS = 24;

/** Rows that are measured and written together: what is kept of them meanwhile fits the processor's nearest memory. */
export const TOGETHER = 256;

const real = new Float64Array(1);
const realBytes = new Uint8Array(real.buffer);
/** SQLite writes the sign first, the processor may not. */
const SIGN_LAST = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 7 : 0;

/**
 * Writes rows as SQLite's records (fileformat2, "Record Format"), in the form SQLite itself would choose: whole numbers
 * in as few bytes as they need, also where the column is of real numbers. It takes many rows at once and goes through
 * them column by column, so that what a column is need not be asked for every cell.
 */
export class RecordWriter {
  readonly #columns: readonly Column[];
  /** The serial type of each word, of columns of words. */
  readonly #wordTypes: readonly Int32Array[];
  /** Of the rows measured last: which they are, the serial types of each column, and how long they are. */
  readonly #rows = new Int32Array(TOGETHER);
  readonly #types: readonly Int32Array[];
  /** Columns whose type is another from row to row; what the others take is known once and for all. */
  readonly #varying: readonly number[];
  readonly #fixedHeader: number;
  readonly #fixedBody: number;
  /** Columns of which anything is written but their type. */
  readonly #bodies: readonly number[];
  readonly #headers = new Int32Array(TOGETHER);
  readonly #sizes = new Int32Array(TOGETHER);
  readonly #at = new Int32Array(TOGETHER);

  constructor(columns: readonly Column[]) {
    if (columns.length > MOST_COLUMNS) throw new Error(`A table of ${columns.length} columns.`);
    this.#columns = columns;
    this.#wordTypes = columns.map((column) => (column.sort === WORDS ? typesOf(column.texts) : NO_INTS));
    const fixed = columns.map(fixedType);
    this.#types = fixed.map((type) => new Int32Array(TOGETHER).fill(type ?? NULL));
    this.#varying = [...columns.keys()].filter((k) => fixed[k] === null);
    this.#bodies = [...columns.keys()].filter((k) => fixed[k] === null || sizeOf(fixed[k]!) > 0);
    const types = fixed.filter((type) => type !== null);
    this.#fixedHeader = types.reduce((sum, type) => sum + varintSize(type), 1);
    this.#fixedBody = types.reduce((sum, type) => sum + sizeOf(type), 0);
  }

  /** The bytes that each of the first `count` of these rows takes, `TOGETHER` at most; good until the next call. */
  measure(rows: Int32Array, count: number): Int32Array {
    this.#rows.set(count === rows.length ? rows : rows.subarray(0, count));
    const headers = this.#headers.fill(this.#fixedHeader, 0, count);
    const sizes = this.#sizes.fill(this.#fixedBody, 0, count);
    for (const k of this.#varying) {
      this.#typeColumn(k, count);
      const types = this.#types[k]!;
      for (let j = 0; j < count; j++) {
        const type = types[j]!;
        if (type < 12) {
          headers[j]!++;
          sizes[j]! += SIZES[type]!;
        } else {
          headers[j]! += type < 128 ? 1 : varintSize(type);
          sizes[j]! += (type - 12) >>> 1;
        }
      }
    }
    for (let j = 0; j < count; j++) sizes[j]! += headers[j]!;
    return sizes;
  }

  /** Writes those of the rows measured last from `first` up to `end`, each at its place in `out`. */
  write(first: number, end: number, places: Int32Array, out: Uint8Array): void {
    const at = this.#at;
    for (let j = first; j < end; j++) {
      out[places[j]!] = this.#headers[j]!;
      at[j] = places[j]! + 1;
    }
    for (const types of this.#types) {
      for (let j = first; j < end; j++) {
        const type = types[j]!;
        if (type < 128) out[at[j]!++] = type;
        else at[j] = putVarint(out, at[j]!, type);
      }
    }
    for (const k of this.#bodies) this.#writeColumn(k, first, end, out);
  }

  #typeColumn(k: number, count: number): void {
    const column = this.#columns[k]!;
    const types = this.#types[k]!;
    const rows = this.#rows;
    switch (column.sort) {
      case INTS: {
        const { values } = column;
        for (let j = 0; j < count; j++) types[j] = intType(values[rows[j]!]!);
        return;
      }
      case SMALL: {
        const { values } = column;
        for (let j = 0; j < count; j++) types[j] = intType(values[rows[j]!]!);
        return;
      }
      case WHOLES: {
        const { values } = column;
        for (let j = 0; j < count; j++) types[j] = wholeType(values[rows[j]!]!);
        return;
      }
      case REALS: {
        const { values } = column;
        for (let j = 0; j < count; j++) types[j] = realType(values[rows[j]!]!);
        return;
      }
      case WORDS: {
        const { values } = column;
        const wordTypes = this.#wordTypes[k]!;
        for (let j = 0; j < count; j++) types[j] = wordTypes[values[rows[j]!]!]!;
        return;
      }
      case TEXTS:
        for (let j = 0; j < count; j++) types[j] = textType(column, rows[j]!);
        return;
      case VALUES: {
        const { values } = column.numbers;
        for (let j = 0; j < count; j++) {
          const value = values[rows[j]!]!;
          types[j] = Number.isNaN(value) ? textType(column.texts, rows[j]!) : realType(value);
        }
        return;
      }
      case BLOBS:
        for (let j = 0; j < count; j++) types[j] = BLOB + column.values[rows[j]!]!.length * 2;
        return;
      case SAME:
    }
  }

  #writeColumn(k: number, first: number, end: number, out: Uint8Array): void {
    const column = this.#columns[k]!;
    const types = this.#types[k]!;
    const rows = this.#rows;
    const at = this.#at;
    switch (column.sort) {
      case INTS: {
        const { values } = column;
        for (let j = first; j < end; j++) at[j] = putInt(values[rows[j]!]!, types[j]!, out, at[j]!);
        return;
      }
      case SMALL: {
        const { values } = column;
        for (let j = first; j < end; j++) at[j] = putInt(values[rows[j]!]!, types[j]!, out, at[j]!);
        return;
      }
      case WHOLES:
      case REALS: {
        const { values } = column;
        for (let j = first; j < end; j++) at[j] = putNumber(values[rows[j]!]!, types[j]!, out, at[j]!);
        return;
      }
      case WORDS: {
        const { values, texts } = column;
        for (let j = first; j < end; j++) at[j] = putText(texts, values[rows[j]!]!, out, at[j]!);
        return;
      }
      case TEXTS:
        for (let j = first; j < end; j++) at[j] = putText(column, rows[j]!, out, at[j]!);
        return;
      case VALUES: {
        const { values } = column.numbers;
        for (let j = first; j < end; j++) {
          const type = types[j]!;
          at[j] =
            type >= TEXT
              ? putText(column.texts, rows[j]!, out, at[j]!)
              : putNumber(values[rows[j]!]!, type, out, at[j]!);
        }
        return;
      }
      case SAME: {
        const { value, words } = column;
        if (value === null) return;
        for (let j = first; j < end; j++) {
          at[j] =
            typeof value === 'number' ? putInt(value, types[j]!, out, at[j]!) : putText(words.texts, 0, out, at[j]!);
        }
        return;
      }
      case BLOBS:
        for (let j = first; j < end; j++) {
          const bytes = column.values[rows[j]!]!;
          out.set(bytes, at[j]!);
          at[j]! += bytes.length;
        }
    }
  }
}

const NO_INTS = new Int32Array(0);

/** The serial type that all rows of a column have, or null. */
function fixedType(column: Column): number | null {
  switch (column.sort) {
    case SAME:
      return typeOfSame(column);
    case WORDS:
      return column.texts.count === 1 ? textType(column.texts, 0) : null;
    case SMALL: {
      const { values, count } = column;
      for (let i = 1; i < count; i++) if (values[i] !== values[0]) return null;
      return count === 0 ? null : intType(values[0]!);
    }
    default:
      return null;
  }
}

function sizeOf(type: number): number {
  return type < 12 ? SIZES[type]! : (type - 12) >>> 1;
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
  if (Number.isNaN(value)) return NULL;
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

/** Writes a value of type 1 to 4, or nothing where the type says it all; gives the place behind it. */
function putInt(value: number, type: number, out: Uint8Array, at: number): number {
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

function putNumber(value: number, type: number, out: Uint8Array, at: number): number {
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
function putText(texts: Texts, i: number, out: Uint8Array, at: number): number {
  const to = texts.ends[i]!;
  const from = texts.startOf(i);
  const bytes = texts.bytes;
  if (to - from > 64) out.set(bytes.subarray(from, to), at);
  else for (let k = from; k < to; k++) out[at + k - from] = bytes[k]!;
  return to < from ? at : at + to - from;
}
