/** How many there is room for at first. */
export function roomFor(expected: number): number {
  return Math.max(16, Math.ceil(expected));
}

/**
 * Memory that a second thread may read too: pages are written by two. Of a Buffer over it only what a Uint8Array can do
 * is to be used where much is done: Node's own searching and comparing ends the process there, under Electron 33.
 */
export function sharedInts(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * 4));
}

export function sharedReals(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * 8));
}

export function sharedBytes(length: number): Buffer {
  return Buffer.from(new SharedArrayBuffer(length));
}

/**
 * The same, beginning where a page of the system's memory does, so that it can go to the disk without a copy. Memory
 * that could grow is laid out by the page; that it never does grow is of no matter.
 */
export function sharedPages(length: number): Buffer {
  return Buffer.from(new SharedArrayBuffer(length, { maxByteLength: length }), 0, length);
}

/** The same values with room for more. */
export function longer<A extends Uint8Array | Int32Array | Float64Array>(array: A, room: A): A {
  room.set(array);
  return room;
}

/**
 * Makes the collector look for what can be let go of, before `bytes` of shared memory are made: it counts none of that.
 * An array as large, which is never touched and so costs nothing, tells it that it is time.
 */
export function tellCollector(bytes: number): void {
  new ArrayBuffer(bytes);
}
