import { longer } from '#engine/store/pages/shared-memory.ts';
import {
  type KeyReading,
  readCookie,
  readEmail,
  readNameAndZip,
  readNumberKey,
  readPhone,
} from '#shared/identity/normalise.ts';
import type { Cells } from './cells.ts';
import type { KeySlot } from './compile.ts';
import type { IdentityBook } from './identity-book.ts';
import { hashOf, type KeyTable } from './key-table.ts';
import type { Numbered } from './row-prints.ts';

const REMEMBERED = 100_000;
const NOBODY = '';

/**
 * Keys set aside, by why: shown to the user, joined on by nobody. `unissued` phone numbers are keys all the same, and
 * are counted as often as they are read anew.
 */
export type SetAside = { placeholder: number; 'role-address': number; malformed: number; unissued: number };

/**
 * Reads one key of each row. `identity` is then the number of the identity that the row's cell means, 0 where nobody
 * named it before; `found` tells whether it names anybody. Cells repeat (a customer has many rows) and most stand in
 * their normal form, so the book is asked before a cell is worked on.
 */
export class KeyReader {
  readonly kind: string;
  identity = 0;
  readonly #columns: readonly number[];
  readonly #read: (cells: readonly string[]) => KeyReading;
  readonly #setAside: SetAside;
  /** The identities there are by a key of this kind. */
  readonly known: KeyTable;
  /** Where the key stands; null where it is made of several cells. */
  readonly column: number | null;
  readonly #remembered = new Map<string, string>();
  /** The identities that cells name, by the cells' numbers; 0 where that is not known, and for number 0. */
  #byNumber = new Int32Array(1);
  /** The key read last, where it is not known; null also where it is the cell as it stands. */
  #text: string | null = null;
  /** Whether the cell read last is a new key as it stands, whose hash is then `#hash`. */
  #stands = false;
  #hash = 0;
  /** How many keys of `known` are numbered cells of this column as they stand. */
  #ownKeys = 0;
  readonly #book: IdentityBook;
  /** The number of the cell read last; 0 where it has none. */
  #number = 0;

  constructor(slot: KeySlot, country: string | null, setAside: SetAside, book: IdentityBook) {
    this.kind = slot.kind;
    this.#columns = slot.columns;
    this.column = slot.columns.length === 1 ? slot.columns[0]! : null;
    this.#read = readingOf(slot.kind, country);
    this.#setAside = setAside;
    this.known = book.kind(slot.kind);
    this.#book = book;
  }

  /** Whether the row read last names somebody here. */
  get found(): boolean {
    return this.identity !== 0 || this.#text !== null || this.#stands;
  }

  /** The identity once more, since the row's other keys may have made it: two columns may name the same new key. */
  again(row: Cells): number {
    if (this.identity !== 0) return this.identity;
    if (this.#text !== null) return this.known.find(this.#text);
    return this.known.findBytes(row.bytes, row.from(this.column!), row.to(this.column!));
  }

  /** Reads what the rows from `first` on up to `end` will read by their cells' numbers; see `Foresight`. */
  foreseeNumbers({ cells }: Numbered, first: number, end: number): number {
    const numbers = this.column === null ? undefined : cells[this.column];
    let seen = 0;
    if (numbers === undefined) return seen;
    for (let i = first; i < end; i++) seen ^= this.#byNumber[Math.abs(numbers[i]!)] ?? 0;
    return seen;
  }

  /** Makes an identity of the key read last, which has none. */
  create(row: Cells, line: number): number {
    const made = this.#text === null ? this.#createOfCell(row, line) : this.#book.create(this.kind, this.#text, line);
    this.#becomes(made);
    return made;
  }

  #createOfCell(row: Cells, line: number): number {
    if (this.#number !== 0) this.#ownKeys++;
    const [from, to] = [row.from(this.column!), row.to(this.column!)];
    return this.#book.createOfBytes(this.kind, this.#hash, row.bytes, from, to, line);
  }

  read(row: Cells): void {
    this.identity = 0;
    this.#text = null;
    this.#stands = false;
    this.#number = 0;
    if (this.#columns.length > 1) {
      this.#settle(this.#take(this.#read(this.#columns.map((column) => row.text(column)))));
      return;
    }
    const column = this.#columns[0]!;
    if (row.isEmpty(column)) return;
    const number = row.prints?.numbered?.cells[column]?.[row.row] ?? 0;
    this.#number = Math.abs(number);
    if (this.#number < this.#byNumber.length) this.identity = this.#byNumber[this.#number]!;
    if (this.identity !== 0) return;
    this.#look(row, column, number < 0);
    if (this.identity !== 0) this.#becomes(this.identity);
  }

  #becomes(identity: number): void {
    const number = this.#number;
    if (number === 0) return;
    if (number >= this.#byNumber.length)
      this.#byNumber = longer(this.#byNumber, new Int32Array(Math.max(1024, number * 2)));
    this.#byNumber[number] = identity;
  }

  /** `isNew` where no row before had this cell. */
  #look(row: Cells, column: number, isNew: boolean): void {
    const hash = row.prints?.keys[column]?.[row.row] ?? hashOf(row.bytes, row.from(column), row.to(column));
    // A new cell is none of the cells before it, and so no key where all keys are such cells.
    if (!isNew || this.known.count !== this.#ownKeys) {
      this.identity = this.known.findHashed(hash, row.bytes, row.from(column), row.to(column));
      if (this.identity !== 0) return;
    }
    const cell = row.text(column);
    const remembered = this.#remembered.size === 0 ? undefined : this.#remembered.get(cell);
    if (remembered !== undefined) {
      this.#settle(remembered);
      return;
    }
    const key = this.#take(this.#read([cell]));
    if (key === cell) {
      this.#hash = hash;
      this.#stands = true;
      return;
    }
    if (key !== NOBODY && this.#remembered.size < REMEMBERED) this.#remembered.set(cell, key);
    this.#settle(key);
  }

  #settle(key: string): void {
    if (key === NOBODY) return;
    this.identity = this.known.find(key);
    this.#text = this.identity === 0 ? key : null;
  }

  #take(reading: KeyReading): string {
    if ('doubt' in reading) this.#setAside[reading.doubt]++;
    if ('key' in reading) return reading.key;
    if (reading.setAside !== 'empty') this.#setAside[reading.setAside]++;
    return NOBODY;
  }
}

function readingOf(kind: string, country: string | null): (cells: readonly string[]) => KeyReading {
  switch (kind) {
    case 'email':
      return ([cell]) => readEmail(cell!);
    case 'phone':
      return ([cell]) => readPhone(cell!, country);
    case 'cookie':
      return ([cell]) => readCookie(cell!);
    case 'name+zip':
      return readNameAndZip;
    default:
      return ([cell]) => readNumberKey(cell!);
  }
}
