/** How many slots there are for each place, as a power of two: a third more at least, so that a search is short. */
function slotsFor(room: number): number {
  return 2 ** Math.ceil(Math.log2(room * 1.34));
}

/** Entries by a hash of 64 bits, numbered from 0 as they come. Open addressing over typed arrays. */
export class HashIndex {
  #high: Int32Array;
  #low: Int32Array;
  /** An entry and 1; 0 where there is none. Made when the first is looked up. */
  #slots = new Int32Array(0);
  #mask = 0;
  /** Entries that the slots are enough for. */
  #most = 0;
  #count = 0;
  /** Entries that stand in a slot; those behind are placed before anything is looked up. */
  #placed = 0;

  constructor(room: number) {
    this.#high = new Int32Array(room);
    this.#low = new Int32Array(room);
  }

  get count(): number {
    return this.#count;
  }

  highOf(entry: number): number {
    return this.#high[entry]!;
  }

  lowOf(entry: number): number {
    return this.#low[entry]!;
  }

  /** The entry with this hash, or −1. */
  find(high: number, low: number): number {
    if (this.#placed < this.#count) this.#placeAll();
    if (this.#placed === 0) return -1;
    let slot = low & this.#mask;
    for (;;) {
      const entry = this.#slots[slot]! - 1;
      if (entry < 0) return -1;
      if (this.#low[entry] === low && this.#high[entry] === high) return entry;
      slot = (slot + 1) & this.#mask;
    }
  }

  /** The entry with this hash, which is added where it is not there. */
  findOrAdd(high: number, low: number): number {
    if (this.#placed < this.#count || this.#count >= this.#most) this.#placeAll();
    let slot = low & this.#mask;
    for (;;) {
      const entry = this.#slots[slot]! - 1;
      if (entry < 0) break;
      if (this.#low[entry] === low && this.#high[entry] === high) return entry;
      slot = (slot + 1) & this.#mask;
    }
    const entry = this.add(high, low);
    this.#slots[slot] = entry + 1;
    this.#placed = this.#count;
    return entry;
  }

  /** Reads what `find` will read for these, so that it need not wait for it; see `Foresight`. */
  foresee(lows: Int32Array, first: number, end: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    let seen = 0;
    if (slots.length === 0) return seen;
    for (let i = first; i < end; i++) seen ^= slots[lows[i]! & mask]!;
    for (let i = first; i < end; i++) {
      const entry = slots[lows[i]! & mask]! - 1;
      if (entry >= 0) seen ^= this.#low[entry]! ^ this.#high[entry]!;
    }
    return seen;
  }

  /** Adds a hash that is not there; it is placed when something is looked up next. */
  add(high: number, low: number): number {
    if (this.#count === this.#high.length) {
      this.#high = longer(this.#high, this.#count * 2);
      this.#low = longer(this.#low, this.#count * 2);
    }
    const entry = this.#count++;
    this.#high[entry] = high;
    this.#low[entry] = low;
    return entry;
  }

  #placeAll(): void {
    if (this.#count >= this.#most) {
      this.#most = Math.max(this.#high.length, this.#count * 2);
      this.#slots = new Int32Array(slotsFor(this.#most));
      this.#mask = this.#slots.length - 1;
      this.#placed = 0;
    }
    for (; this.#placed < this.#count; this.#placed++) {
      let slot = this.#low[this.#placed]! & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = this.#placed + 1;
    }
  }
}

/** The same numbers with room for more. */
export function longer(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const result = new Int32Array(length);
  result.set(array);
  return result;
}
