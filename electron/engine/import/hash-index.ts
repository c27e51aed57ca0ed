import { longer, sharedInts } from '#engine/store/pages/shared-memory.ts';

/** How many slots there are for each place, as a power of two: a third more at least, so that a search is short. */
function slotsFor(room: number): number {
  return 2 ** Math.ceil(Math.log2(room * 1.34));
}

/**
 * Entries by a hash of 64 bits, numbered from 0 as they come. Open addressing over typed arrays. What else is known of
 * an entry stands beside its hash.
 */
export class HashIndex {
  /** `#width` of each entry: the hash's higher half, its lower half, then what stands beside it. */
  #numbers: Int32Array;
  readonly #width: number;
  /** An entry and 1; 0 where there is none. Made when the first is looked up. */
  #slots = new Int32Array(0);
  #mask = 0;
  /** Entries that the slots are enough for. */
  #most = 0;
  #count = 0;
  /** Entries that stand in a slot; those behind are placed before anything is looked up. */
  #placed = 0;

  /** Room for so many entries at first, with so many numbers beside the hash of each. */
  constructor(room: number, beside: number) {
    this.#width = 2 + beside;
    this.#numbers = sharedInts(room * this.#width);
  }

  get count(): number {
    return this.#count;
  }

  /** The numbers of all entries: of each both halves of its hash, the higher first, then those beside it. */
  get numbers(): Int32Array {
    return this.#numbers.subarray(0, this.#count * this.#width);
  }

  /** The number at a place beside an entry's hash, places counting from 0. */
  beside(entry: number, place: number): number {
    return this.#numbers[entry * this.#width + 2 + place]!;
  }

  putBeside(entry: number, place: number, number: number): void {
    this.#numbers[entry * this.#width + 2 + place] = number;
  }

  /** The entry with this hash, or −1. */
  find(high: number, low: number): number {
    if (this.#placed < this.#count) this.#placeAll();
    if (this.#placed === 0) return -1;
    let slot = low & this.#mask;
    for (;;) {
      const entry = this.#slots[slot]! - 1;
      if (entry < 0) return -1;
      if (this.#is(entry, high, low)) return entry;
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
      if (this.#is(entry, high, low)) return entry;
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
      if (entry >= 0) seen ^= this.#numbers[entry * this.#width]!;
    }
    return seen;
  }

  /** Adds a hash that is not there; it is placed when something is looked up next. */
  add(high: number, low: number): number {
    const at = this.#count * this.#width;
    if (at === this.#numbers.length) this.#numbers = longer(this.#numbers, sharedInts(at * 2 + this.#width));
    this.#numbers[at] = high;
    this.#numbers[at + 1] = low;
    return this.#count++;
  }

  #is(entry: number, high: number, low: number): boolean {
    const at = entry * this.#width;
    return this.#numbers[at] === high && this.#numbers[at + 1] === low;
  }

  #placeAll(): void {
    if (this.#count >= this.#most) {
      this.#most = Math.max(this.#numbers.length / this.#width, this.#count * 2);
      this.#slots = new Int32Array(slotsFor(this.#most));
      this.#mask = this.#slots.length - 1;
      this.#placed = 0;
    }
    for (; this.#placed < this.#count; this.#placed++) {
      let slot = this.#numbers[this.#placed * this.#width + 1]! & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = this.#placed + 1;
    }
  }
}
