import { Texts } from '#engine/store/pages/texts.ts';
import type { Cells } from './cells.ts';
import { KeyTable, ROOM } from './key-table.ts';

/** What was made of cells seen before, by their bytes: most columns have few different cells, so it is made once. */
export class CellCache<T> {
  readonly #most: number;
  readonly #make: (text: string) => T;
  readonly #places = new KeyTable(new Texts(ROOM, 24));
  readonly #made: T[] = [];

  /** Beyond `most` different cells no more are kept. */
  constructor(most: number, make: (text: string) => T) {
    this.#most = most;
    this.#make = make;
  }

  of(row: Cells, column: number): T {
    const place = this.#places.findBytes(row.bytes, row.from(column), row.to(column));
    if (place !== 0) return this.#made[place - 1]!;
    const text = row.text(column);
    const made = this.#make(text);
    if (this.#made.length < this.#most) this.#places.add(text, this.#made.push(made));
    return made;
  }
}
