import { Ints } from '#engine/store/pages/column.ts';
import { Texts } from '#engine/store/pages/texts.ts';
import { putText } from './cells.ts';

/** Values there is room for at first. */
export const ROOM = 1024;
/** Numbers a slot holds: the value's hash, its identity, where its bytes begin and how many they are. */
const WIDTH = 4;

/**
 * The identities of one kind by value. A million rows ask it a million times, so it answers from one typed array (open
 * addressing, all of a slot in one place) and compares bytes with bytes: no string is made to look a cell up. Slots are
 * laid out when it is asked first: a file whose cells tell by themselves which are new never asks.
 */
export class KeyTable {
  #values: Texts;
  #count = 0;
  #waiting: Waiting | null = emptyWaiting();
  /** Identity 0 is a free slot. Never more than three quarters full. */
  #slots = new Int32Array(0);
  #mask = 0;
  #asked = Buffer.alloc(256);

  /** `values` are where each value is added; several tables may have theirs there. */
  constructor(values: Texts) {
    this.#values = values;
  }

  /** How many values there are. */
  get count(): number {
    return this.#count;
  }

  /** The identity of a value, 0 where there is none. */
  find(text: string): number {
    if (this.#asked.length < text.length * 3) this.#asked = Buffer.alloc(text.length * 6);
    return this.findBytes(this.#asked, 0, putText(this.#asked, 0, text));
  }

  /** The identity of the value that stands in `bytes` as UTF-8. */
  findBytes(bytes: Uint8Array, from: number, to: number): number {
    return this.findHashed(hashOf(bytes, from, to), bytes, from, to);
  }

  /** The same where `hashOf` the value is known. */
  findHashed(hash: number, bytes: Uint8Array, from: number, to: number): number {
    if (this.#waiting !== null) this.#layOut(this.#waiting);
    const slots = this.#slots;
    const mask = this.#mask;
    const length = to - from;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const at = slot * WIDTH;
      const identity = slots[at + 1]!;
      if (identity === 0) return 0;
      if (slots[at] !== hash || slots[at + 3] !== length) continue;
      const values = this.#values.bytes;
      const start = slots[at + 2]!;
      let i = 0;
      while (i < length && values[start + i] === bytes[from + i]) i++;
      if (i === length) return identity;
    }
  }

  /** Reads what the look-ups of these hashes will read, so that they need not wait for it; see `Foresight`. */
  foresee(hashes: Int32Array, first: number, end: number): number {
    let seen = 0;
    if (this.#waiting !== null) return seen;
    const slots = this.#slots;
    const mask = this.#mask;
    const values = this.#values.bytes;
    for (let i = first; i < end; i++) seen ^= slots[(hashes[i]! & mask) * WIDTH + 1]!;
    for (let i = first; i < end; i++) {
      const at = (hashes[i]! & mask) * WIDTH;
      const start = slots[at + 2]!;
      // A value may lie on two lines of the processor's memory.
      seen ^= values[start]! ^ values[start + slots[at + 3]! - 1]!;
    }
    return seen;
  }

  /** Adds a value that `find` did not find. Identities count from 1. */
  add(text: string, identity: number): void {
    const entry = this.#values.count;
    this.#values.add(text);
    this.#enter(hashOf(this.#values.bytes, this.#values.startOf(entry), this.#values.ends[entry]!), identity, entry);
  }

  /** The same for a value that stands in `bytes`, where `hashOf` it is known. */
  addHashed(hash: number, bytes: Uint8Array, from: number, to: number, identity: number): void {
    const entry = this.#values.count;
    this.#values.addBytes(bytes, from, to);
    this.#enter(hash, identity, entry);
  }

  /** Gives its memory back; nothing is in it afterwards. */
  letGo(): void {
    this.#values = new Texts(0);
    this.#count = 0;
    this.#waiting = emptyWaiting();
    this.#slots = new Int32Array(0);
    this.#mask = 0;
  }

  #enter(hash: number, identity: number, entry: number): void {
    this.#count++;
    if (this.#waiting !== null) {
      this.#waiting.identity.add(identity);
      this.#waiting.entry.add(entry);
      return;
    }
    if (isFull(this.#count, this.#mask + 1)) this.#grow();
    this.#placeEntry(hash, identity, entry);
  }

  #layOut({ identity, entry }: Waiting): void {
    this.#waiting = null;
    let slots = ROOM * 2;
    while (isFull(this.#count, slots)) slots *= 2;
    this.#slots = new Int32Array(slots * WIDTH);
    this.#mask = slots - 1;
    for (let i = 0; i < this.#count; i++) {
      const hash = hashOf(
        this.#values.bytes,
        this.#values.startOf(entry.values[i]!),
        this.#values.ends[entry.values[i]!]!,
      );
      this.#placeEntry(hash, identity.values[i]!, entry.values[i]!);
    }
  }

  #placeEntry(hash: number, identity: number, entry: number): void {
    const start = this.#values.startOf(entry);
    this.#place(hash, identity, start, this.#values.ends[entry]! - start);
  }

  #place(hash: number, identity: number, start: number, length: number): void {
    let at = (hash & this.#mask) * WIDTH;
    while (this.#slots[at + 1] !== 0) at = ((((at / WIDTH) | 0) + 1) & this.#mask) * WIDTH;
    this.#slots[at] = hash;
    this.#slots[at + 1] = identity;
    this.#slots[at + 2] = start;
    this.#slots[at + 3] = length;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2);
    this.#mask = (before.length / WIDTH) * 2 - 1;
    for (let at = 0; at < before.length; at += WIDTH) {
      if (before[at + 1] !== 0) this.#place(before[at]!, before[at + 1]!, before[at + 2]!, before[at + 3]!);
    }
  }
}

/** Whether so many values are more than three quarters of the slots: then searches get long. */
function isFull(values: number, slots: number): boolean {
  return values * 4 > slots * 3;
}

/** Values that have no slot yet; which of all values they are stands in `entry`. */
type Waiting = { readonly identity: Ints; readonly entry: Ints };

function emptyWaiting(): Waiting {
  return { identity: new Ints(0), entry: new Ints(0) };
}

/** A hash of 32 bits over bytes. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x41c6ce57;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 2654435761);
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  return hash ^ (hash >>> 13);
}
