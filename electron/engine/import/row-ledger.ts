import { longer, sharedBytes } from '#engine/store/pages/shared-memory.ts';
import { HashIndex } from './hash-index.ts';
import { roomForRows } from './room-for-rows.ts';

const BYTES_PER_ROW = 16;
/** Places beside an entry's hash. With the hash before them they are the row's digest as pilots hold it. */
const CONTENT = 0;
const LINE = 1;
const PLACES = 2;

/** What is known of a row that was kept: which source holds it, on which line, and what it held. */
export type KeptRow = { readonly source: number; readonly line: number };

/**
 * The rows kept from one layout, by 64-bit key hash: which row is new, which the same again, which another version.
 * Open addressing over typed arrays; a pair of distinct rows among a million is mistaken for one with a chance of
 * 3 in 100 million. Each source keeps its own rows' digests as a blob (`digestsOf`), 16 bytes a row.
 */
export class RowLedger {
  #index: HashIndex;
  #source: Int32Array;
  /** How often a row of this content came in the file being read. */
  #times: Int32Array;
  /** An entry and 1, by the number that a key has in the file being read; 0 where none is known. */
  #byNumber = new Int32Array(0);
  /** Entries that no number may lead to. */
  #unnumbered = 0;

  constructor(expected: number) {
    const room = roomForRows(expected);
    this.#index = new HashIndex(room, PLACES);
    this.#source = new Int32Array(room);
    this.#times = new Int32Array(room);
  }

  /** The entry with this key, or −1. */
  find(high: number, low: number): number {
    return this.#index.find(high, low);
  }

  /** The same where all rows with this key have one number. */
  findNumbered(number: number, high: number, low: number): number {
    const entry = number < this.#byNumber.length ? this.#byNumber[number]! - 1 : -1;
    return entry >= 0 || this.#unnumbered === 0 ? entry : this.#index.find(high, low);
  }

  /** Reads what the look-ups of these keys will read, so that they need not wait for it; see `Foresight`. */
  foresee(lows: Int32Array, first: number, end: number): number {
    return this.#index.foresee(lows, first, end);
  }

  /** Adds a key that `find` did not find. */
  add(high: number, low: number, content: number, source: number, line: number): number {
    this.#unnumbered++;
    return this.#add(high, low, content, source, line);
  }

  /** Adds a key that `findNumbered` did not find. */
  addNumbered(number: number, high: number, low: number, content: number, source: number, line: number): number {
    if (number >= this.#byNumber.length) {
      this.#byNumber = longer(this.#byNumber, new Int32Array(Math.max(this.#source.length, number * 2)));
    }
    const entry = this.#add(high, low, content, source, line);
    this.#byNumber[number] = entry + 1;
    return entry;
  }

  #add(high: number, low: number, content: number, source: number, line: number): number {
    const entry = this.#index.add(high, low);
    if (entry === this.#source.length) this.#grow();
    this.put(entry, content, source, line);
    return entry;
  }

  /** Another version of a row: its new content, source and line. */
  put(entry: number, content: number, source: number, line: number): void {
    this.#index.putBeside(entry, CONTENT, content);
    this.#index.putBeside(entry, LINE, line);
    this.#source[entry] = source;
  }

  contentOf(entry: number): number {
    return this.#index.beside(entry, CONTENT);
  }

  keptRow(entry: number): KeptRow {
    return { source: this.#source[entry]!, line: this.#index.beside(entry, LINE) };
  }

  /** Counts one more row of this entry's content in the file being read; gives which one it is, from 1. */
  countAgain(entry: number): number {
    const times = this.#times[entry]! + 1;
    this.#times[entry] = times;
    return times;
  }

  /** Takes in the digests of an earlier source; later versions of a row overrule earlier ones, so oldest first. */
  load(digests: Uint8Array, source: number): void {
    const view = new DataView(digests.buffer, digests.byteOffset, digests.byteLength);
    for (let at = 0; at + BYTES_PER_ROW <= digests.byteLength; at += BYTES_PER_ROW) {
      const high = view.getInt32(at, true);
      const low = view.getInt32(at + 4, true);
      const content = view.getInt32(at + 8, true);
      const line = view.getInt32(at + 12, true);
      const entry = this.find(high, low);
      if (entry < 0) this.add(high, low, content, source, line);
      else this.put(entry, content, source, line);
    }
  }

  /** The digests of one source's rows, for `row_digest`; good until something is added or put. */
  digestsOf(source: number): Uint8Array {
    // The least significant byte first, as on every processor Electron runs on.
    const { numbers, count } = this.#index;
    const all = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    let rows = 0;
    for (let entry = 0; entry < count; entry++) if (this.#source[entry] === source) rows++;
    if (rows === count) return all;
    const chosen = sharedBytes(rows * BYTES_PER_ROW);
    let at = 0;
    for (let entry = 0; entry < count; entry++) {
      if (this.#source[entry] !== source) continue;
      chosen.set(all.subarray(entry * BYTES_PER_ROW, (entry + 1) * BYTES_PER_ROW), at);
      at += BYTES_PER_ROW;
    }
    return chosen;
  }

  /** Counts every row of this source as seen once in the file at hand, as if it were read on. */
  seenIn(source: number): void {
    const { count } = this.#index;
    for (let entry = 0; entry < count; entry++) if (this.#source[entry] === source) this.#times[entry] = 1;
  }

  /** The digests of some of a source's rows, to be added to those it has. */
  digestsOfLines(source: number, lines: ReadonlySet<number>): Uint8Array {
    const all = this.digestsOf(source);
    const view = new DataView(all.buffer, all.byteOffset, all.byteLength);
    const chosen: Uint8Array[] = [];
    for (let at = 0; at < all.byteLength; at += BYTES_PER_ROW) {
      if (lines.has(view.getInt32(at + 12, true))) chosen.push(all.subarray(at, at + BYTES_PER_ROW));
    }
    return Buffer.concat(chosen);
  }

  /** Gives its memory back, when its digests were taken; nothing may be asked of it afterwards. */
  letGo(): void {
    this.#index = new HashIndex(0, PLACES);
    this.#source = this.#times = this.#byNumber = new Int32Array(0);
  }

  #grow(): void {
    const room = this.#source.length * 2;
    this.#source = longer(this.#source, new Int32Array(room));
    this.#times = longer(this.#times, new Int32Array(room));
  }
}
