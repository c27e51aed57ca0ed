import type { SqlValue } from '../db.ts';
import type { Row } from './row.ts';

/** The cells of one row, by the place of their column among those asked for; good until the next row. */
export interface Cells {
  /** NaN where there is no number, and for text that writes none. */
  number(column: number): number;
  cell(column: number): SqlValue;
  /** A number that texts of the same bytes share; null for what is no text, and where a text's bytes are not at hand. */
  hash(column: number): number | null;
  /** Whether a text whose bytes are at hand is these; and those bytes. */
  isTextOf(column: number, bytes: Uint8Array): boolean;
  bytes(column: number): Uint8Array;
}

/** Stands for the column that is the row number. */
export const ROW_NUMBER = -1;

/** Cells of a row in its page. `places` says where each column stands in the record. */
export class PageCells implements Cells {
  readonly #row: Row;
  readonly #places: readonly number[];

  constructor(row: Row, places: readonly number[]) {
    this.#row = row;
    this.#places = places;
  }

  number(column: number): number {
    const place = this.#places[column]!;
    return place === ROW_NUMBER ? this.#row.rowid : this.#row.number(place);
  }

  cell(column: number): SqlValue {
    const place = this.#places[column]!;
    return place === ROW_NUMBER ? this.#row.rowid : this.#row.cell(place);
  }

  hash(column: number): number | null {
    const place = this.#places[column]!;
    return place === ROW_NUMBER ? null : this.#row.hash(place);
  }

  isTextOf(column: number, bytes: Uint8Array): boolean {
    return this.#row.isTextOf(this.#places[column]!, bytes);
  }

  bytes(column: number): Uint8Array {
    return this.#row.bytes(this.#places[column]!);
  }
}

/** Cells of a row as a statement gave it. */
export class SqlCells implements Cells {
  cells: readonly SqlValue[] = [];

  number(column: number): number {
    const cell = this.cells[column]!;
    return typeof cell === 'number' ? cell : cell === null ? Number.NaN : Number(cell);
  }

  cell(column: number): SqlValue {
    return this.cells[column]!;
  }

  hash(): null {
    return null;
  }

  isTextOf(): false {
    return false;
  }

  bytes(): Uint8Array {
    return new Uint8Array(0);
  }
}
