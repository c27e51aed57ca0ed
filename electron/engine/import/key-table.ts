const ROOM = 1024;

/**
 * The identities of one kind by value. A million rows ask it a million times, so it answers from typed arrays (open
 * addressing), and touches a text only to make sure: half the time a `Map` of strings takes.
 */
export class KeyTable {
  readonly #texts: string[] = [];
  #identities = new Int32Array(ROOM);
  #hashes = new Int32Array(ROOM);
  /** Entry + 1 by hash; 0 is free. Never more than half full. */
  #slots = new Int32Array(ROOM * 2);
  #mask = ROOM * 2 - 1;

  /** The identity of a value, 0 where there is none. */
  find(text: string): number {
    const hash = hashOf(text);
    const slots = this.#slots;
    const mask = this.#mask;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot]! - 1;
      if (entry < 0) return 0;
      if (this.#hashes[entry] === hash && this.#texts[entry] === text) return this.#identities[entry]!;
    }
  }

  /** Adds a value that `find` did not find. */
  add(text: string, identity: number): void {
    const entry = this.#texts.length;
    if (entry === this.#hashes.length) this.#grow();
    this.#texts.push(text);
    this.#identities[entry] = identity;
    this.#hashes[entry] = hashOf(text);
    this.#place(entry);
  }

  #place(entry: number): void {
    let slot = this.#hashes[entry]! & this.#mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots[slot] = entry + 1;
  }

  #grow(): void {
    const room = this.#hashes.length * 2;
    this.#identities = longer(this.#identities, room);
    this.#hashes = longer(this.#hashes, room);
    this.#slots = new Int32Array(room * 2);
    this.#mask = room * 2 - 1;
    for (let entry = 0; entry < this.#texts.length; entry++) this.#place(entry);
  }
}

function hashOf(text: string): number {
  let hash = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 2654435761);
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  return hash ^ (hash >>> 13);
}

function longer(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const result = new Int32Array(length);
  result.set(array);
  return result;
}
