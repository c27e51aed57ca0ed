import type { SqlValue } from '../db.ts';
import type { Row } from './row.ts';

/** The cells of one row, by the place of their column among those asked for; good until the next row. */
export interface Cells {
  /** NaN where there is no number, and for text that writes none. */
  number(column: number): number;
  cell(column: number): SqlValue;
  /** The text's bytes where they are at hand without decoding; null where they are not, and for what is no text. */
  bytes(column: number): Uint8Array | null;
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

  bytes(column: number): Uint8Array | null {
    const place = this.#places[column]!;
    return place !== ROW_NUMBER && this.#row.isText(place) ? this.#row.bytes(place) : null;
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

  bytes(): null {
    return null;
  }
}
