import type { Column, Same } from './column.ts';
import { BLOBS, INTS, REALS, SAME, SMALL, TEXTS, VALUES, WHOLES, WORDS } from './column-sort.ts';
import {
  BLOB,
  intType,
  NULL,
  putInt,
  putNumber,
  putText,
  realType,
  SIZES,
  sizeOf,
  TEXT,
  textType,
  wholeType,
} from './serial-type.ts';
import type { Texts } from './texts.ts';
import { putVarint, varintSize } from './varint.ts';

/** More columns would need a header of more than 127 bytes, which no table here comes near. */
const MOST_COLUMNS = 24;

/** Rows that are measured and written together: what is kept of them meanwhile fits the processor's nearest memory. */
export const TOGETHER = 256;

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

function typesOf(texts: Texts): Int32Array {
  return Int32Array.from({ length: texts.count }, (_, i) => textType(texts, i));
}

function typeOfSame({ value, words }: Same): number {
  if (value === null) return NULL;
  return typeof value === 'number' ? intType(value) : textType(words.texts, 0);
}
