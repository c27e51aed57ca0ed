const BYTES_PER_ROW = 16;

/** What is known of a row that was kept: which source holds it, on which line, and what it held. */
export type KeptRow = { readonly source: number; readonly line: number };

/**
 * The rows kept from one layout, by 64-bit key hash: which row is new, which the same again, which another version.
 * Open addressing over typed arrays; a pair of distinct rows among a million is mistaken for one with a chance of
 * 3 in 100 million. Each source keeps its own rows' digests as a blob (`digestsOf`), 16 bytes a row.
 */
export class RowLedger {
  #high: Int32Array;
  #low: Int32Array;
  #content: Int32Array;
  #line: Int32Array;
  #source: Int32Array;
  /** How often a row of this content came in the file being read. */
  #times: Int32Array;
  #slots: Int32Array;
  #mask: number;
  #count = 0;

  constructor(expected: number) {
    // An estimate that falls short by a few rows must not double everything.
    const room = 1024 + Math.ceil(expected * 1.05);
    this.#high = new Int32Array(room);
    this.#low = new Int32Array(room);
    this.#content = new Int32Array(room);
    this.#line = new Int32Array(room);
    this.#source = new Int32Array(room);
    this.#times = new Int32Array(room);
    const slots = slotsFor(room);
    this.#slots = new Int32Array(slots).fill(-1);
    this.#mask = slots - 1;
  }

  /** The entry with this key, or −1. */
  find(high: number, low: number): number {
    let slot = low & this.#mask;
    for (;;) {
      const entry = this.#slots[slot]!;
      if (entry < 0) return -1;
      if (this.#low[entry] === low && this.#high[entry] === high) return entry;
      slot = (slot + 1) & this.#mask;
    }
  }

  /** Reads what the look-ups of these keys will read, so that they need not wait for it; see `Foresight`. */
  foresee(lows: Int32Array, count: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    let seen = 0;
    for (let i = 0; i < count; i++) seen ^= slots[lows[i]! & mask]!;
    for (let i = 0; i < count; i++) {
      const entry = slots[lows[i]! & mask]!;
      if (entry >= 0) seen ^= this.#low[entry]! ^ this.#high[entry]! ^ this.#content[entry]!;
    }
    return seen;
  }

  /** Adds a key that `find` did not find. */
  add(high: number, low: number, content: number, source: number, line: number): number {
    if (this.#count === this.#high.length) this.#grow();
    const entry = this.#count++;
    this.#high[entry] = high;
    this.#low[entry] = low;
    this.#place(entry);
    this.put(entry, content, source, line);
    return entry;
  }

  /** Another version of a row: its new content, source and line. */
  put(entry: number, content: number, source: number, line: number): void {
    this.#content[entry] = content;
    this.#source[entry] = source;
    this.#line[entry] = line;
  }

  contentOf(entry: number): number {
    return this.#content[entry]!;
  }

  keptRow(entry: number): KeptRow {
    return { source: this.#source[entry]!, line: this.#line[entry]! };
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

  /** The digests of one source's rows, for its `row_digests`. */
  digestsOf(source: number): Uint8Array {
    let rows = 0;
    for (let entry = 0; entry < this.#count; entry++) if (this.#source[entry] === source) rows++;
    const digests = new Uint8Array(rows * BYTES_PER_ROW);
    const view = new DataView(digests.buffer);
    let at = 0;
    for (let entry = 0; entry < this.#count; entry++) {
      if (this.#source[entry] !== source) continue;
      view.setInt32(at, this.#high[entry]!, true);
      view.setInt32(at + 4, this.#low[entry]!, true);
      view.setInt32(at + 8, this.#content[entry]!, true);
      view.setInt32(at + 12, this.#line[entry]!, true);
      at += BYTES_PER_ROW;
    }
    return digests;
  }

  /** Counts every row of this source as seen once in the file at hand, as if it were read on. */
  seenIn(source: number): void {
    for (let entry = 0; entry < this.#count; entry++) if (this.#source[entry] === source) this.#times[entry] = 1;
  }

  /** The digests of some of a source's rows, to be added to those it has. */
  digestsOfLines(source: number, lines: ReadonlySet<number>): Uint8Array {
    const all = this.digestsOf(source);
    const view = new DataView(all.buffer);
    const chosen: Uint8Array[] = [];
    for (let at = 0; at < all.byteLength; at += BYTES_PER_ROW) {
      if (lines.has(view.getInt32(at + 12, true))) chosen.push(all.subarray(at, at + BYTES_PER_ROW));
    }
    return Buffer.concat(chosen);
  }

  /** Gives its memory back, when its digests were taken; nothing may be asked of it afterwards. */
  letGo(): void {
    this.#count = 0;
    this.#high = this.#low = this.#content = this.#line = this.#source = this.#times = this.#slots = new Int32Array(0);
  }

  #place(entry: number): void {
    let slot = this.#low[entry]! & this.#mask;
    while (this.#slots[slot]! >= 0) slot = (slot + 1) & this.#mask;
    this.#slots[slot] = entry;
  }

  #grow(): void {
    const room = this.#high.length * 2;
    this.#high = longer(this.#high, room);
    this.#low = longer(this.#low, room);
    this.#content = longer(this.#content, room);
    this.#line = longer(this.#line, room);
    this.#source = longer(this.#source, room);
    this.#times = longer(this.#times, room);
    const slots = slotsFor(room);
    this.#slots = new Int32Array(slots).fill(-1);
    this.#mask = slots - 1;
    for (let entry = 0; entry < this.#count; entry++) this.#place(entry);
  }
}

/** More than the rows by a third at least, as a power of two, so that a search is short. */
function slotsFor(rows: number): number {
  return 2 ** Math.ceil(Math.log2(rows * 1.34));
}

function longer(array: Int32Array, length: number): Int32Array {
  const result = new Int32Array(length);
  result.set(array);
  return result;
}
