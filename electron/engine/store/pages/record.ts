import type { Column, Same } from './column.ts';
import { BLOBS, INTS, REALS, SAME, SMALL, TEXTS, VALUES, WHOLES, WORDS } from './column-sort.ts';
import {
  typeBlobs,
  typeInts,
  typeReals,
  typeSmall,
  typeTexts,
  typeValues,
  typeWholes,
  typeWords,
  writeBlobs,
  writeInts,
  writeNumbers,
  writeSame,
  writeSmall,
  writeTexts,
  writeValues,
  writeWords,
} from './record-cells.ts';
import { intType, NULL, SIZES, sizeOf, textType } from './serial-type.ts';
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
      case INTS:
        typeInts(column.values, rows, count, types);
        return;
      case SMALL:
        typeSmall(column.values, rows, count, types);
        return;
      case WHOLES:
        typeWholes(column.values, rows, count, types);
        return;
      case REALS:
        typeReals(column.values, rows, count, types);
        return;
      case WORDS:
        typeWords(column.values, this.#wordTypes[k]!, rows, count, types);
        return;
      case TEXTS:
        typeTexts(column, rows, count, types);
        return;
      case VALUES:
        typeValues(column, rows, count, types);
        return;
      case BLOBS:
        typeBlobs(column, rows, count, types);
        return;
      case SAME:
    }
  }

  #writeColumn(k: number, first: number, end: number, out: Uint8Array): void {
    const column = this.#columns[k]!;
    const cells = { rows: this.#rows, types: this.#types[k]!, at: this.#at, first, end };
    switch (column.sort) {
      case INTS:
        writeInts(column.values, cells, out);
        return;
      case SMALL:
        writeSmall(column.values, cells, out);
        return;
      case WHOLES:
      case REALS:
        writeNumbers(column.values, cells, out);
        return;
      case WORDS:
        writeWords(column, cells, out);
        return;
      case TEXTS:
        writeTexts(column, cells, out);
        return;
      case VALUES:
        writeValues(column, cells, out);
        return;
      case SAME:
        writeSame(column, cells, out);
        return;
      case BLOBS:
        writeBlobs(column, cells, out);
        return;
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
