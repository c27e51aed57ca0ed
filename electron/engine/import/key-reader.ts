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
import type { KeyTable } from './key-table.ts';

const REMEMBERED = 100_000;
const NOBODY = '';

/**
 * Keys set aside, by why: shown to the user, joined on by nobody. `unissued` phone numbers are keys all the same, and
 * are counted as often as they are read anew.
 */
export type SetAside = { placeholder: number; 'role-address': number; malformed: number; unissued: number };

/**
 * Reads one key of each row. `identity` and `text` then tell what the row's cell means: the number of the identity, 0
 * where nobody named it before; then its normal form, null where it names nobody. Cells repeat (a customer has many
 * rows) and most stand in their normal form, so the book is asked before a cell is worked on.
 */
export class KeyReader {
  readonly kind: string;
  /** Null where the identity is known, whose text nobody needs. */
  text: string | null = null;
  identity = 0;
  readonly #columns: readonly number[];
  readonly #read: (cells: readonly string[]) => KeyReading;
  readonly #setAside: SetAside;
  /** The identities there are by a key of this kind. */
  readonly known: KeyTable;
  /** Where the key stands; null where it is made of several cells. */
  readonly column: number | null;
  readonly #remembered = new Map<string, string>();

  constructor(slot: KeySlot, country: string | null, setAside: SetAside, book: IdentityBook) {
    this.kind = slot.kind;
    this.#columns = slot.columns;
    this.column = slot.columns.length === 1 ? slot.columns[0]! : null;
    this.#read = readingOf(slot.kind, country);
    this.#setAside = setAside;
    this.known = book.kind(slot.kind);
  }

  /** Whether the row read last names somebody here. */
  get found(): boolean {
    return this.identity !== 0 || this.text !== null;
  }

  read(row: Cells): void {
    this.identity = 0;
    this.text = null;
    if (this.#columns.length > 1) {
      this.#settle(this.#take(this.#read(this.#columns.map((column) => row.text(column)))));
      return;
    }
    const column = this.#columns[0]!;
    if (row.isEmpty(column)) return;
    const identity = this.known.findBytes(row.bytes, row.from(column), row.to(column));
    if (identity !== 0) {
      this.identity = identity;
      return;
    }
    const cell = row.text(column);
    const remembered = this.#remembered.size === 0 ? undefined : this.#remembered.get(cell);
    if (remembered !== undefined) {
      this.#settle(remembered);
      return;
    }
    const key = this.#take(this.#read([cell]));
    if (key === cell) {
      this.text = key;
      return;
    }
    if (key !== NOBODY && this.#remembered.size < REMEMBERED) this.#remembered.set(cell, key);
    this.#settle(key);
  }

  #settle(key: string): void {
    if (key === NOBODY) return;
    this.identity = this.known.find(key);
    this.text = this.identity === 0 ? key : null;
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
