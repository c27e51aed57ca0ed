import {
  type KeyReading,
  readCookie,
  readEmail,
  readNameAndZip,
  readNumberKey,
  readPhone,
} from '#shared/identity/normalise.ts';
import type { KeySlot } from './compile.ts';

const REMEMBERED = 100_000;

/** Keys set aside, by why: shown to the user, joined on by nobody. */
export type SetAside = { placeholder: number; 'role-address': number; malformed: number };

/** Reads one key of each row. Cells repeat (a customer has many rows), so what a cell means is remembered. */
export class KeyReader {
  readonly kind: string;
  readonly #columns: readonly number[];
  readonly #read: (cells: readonly string[]) => KeyReading;
  readonly #setAside: SetAside;
  #remembered = new Map<string, string | null>();

  constructor(slot: KeySlot, country: string | null, setAside: SetAside) {
    this.kind = slot.kind;
    this.#columns = slot.columns;
    this.#read = readingOf(slot.kind, country);
    this.#setAside = setAside;
  }

  /** The normal form of the row's key, or null when it names nobody. */
  read(row: readonly string[]): string | null {
    if (this.#columns.length > 1) return this.#take(this.#read(this.#columns.map((column) => row[column]!)));
    const cell = row[this.#columns[0]!]!;
    if (cell === '') return null;
    const remembered = this.#remembered.get(cell);
    if (remembered !== undefined) return remembered;
    const reading = this.#read([cell]);
    if ('key' in reading && reading.key === cell) return cell;
    const key = this.#take(reading);
    if (key !== null && this.#remembered.size < REMEMBERED) this.#remembered.set(cell, key);
    return key;
  }

  #take(reading: KeyReading): string | null {
    if ('key' in reading) return reading.key;
    if (reading.setAside !== 'empty') this.#setAside[reading.setAside]++;
    return null;
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
