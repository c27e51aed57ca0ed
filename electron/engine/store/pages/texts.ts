import { PilotError } from '#shared/api/error.ts';
import { TEXTS, WORDS } from './column-sort.ts';
import { longer, roomFor, sharedBytes, sharedInts } from './shared-memory.ts';

const MISSING = -1;

/** More texts at once than an import of the largest file it may be has. */
const MOST_BYTES = 2 ** 31 - 1;

/** Texts that lie one behind the other as UTF-8; a PilotError says so where they come to more than 2 GB. */
export class Texts {
  readonly sort = TEXTS;
  /** Where text i ends in `bytes`; it begins where the one before ends. A missing one has the complement of its end. */
  ends: Int32Array;
  bytes: Buffer;
  count = 0;
  #end = 0;

  /** Texts that stand there already; no more may be added. */
  static of(ends: Int32Array, bytes: Buffer, count: number): Texts {
    const made = new Texts(0);
    made.ends = ends;
    made.bytes = bytes;
    made.count = count;
    return made;
  }

  constructor(expected: number, bytesEach = 16) {
    this.ends = sharedInts(roomFor(expected));
    this.bytes = sharedBytes(roomFor(expected * bytesEach));
  }

  add(text: string | null): void {
    if (text === null) {
      this.#close(MISSING - this.#end);
      return;
    }
    this.#reserve(text.length * 3);
    const bytes = this.bytes;
    const from = this.#end;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 128) {
        const letters = Buffer.from(text);
        bytes.set(letters, from);
        this.#end = from + letters.length;
        this.#close(this.#end);
        return;
      }
      bytes[from + i] = code;
    }
    this.#end = from + text.length;
    this.#close(this.#end);
  }

  /** Adds bytes that are UTF-8 already. */
  addBytes(source: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from);
    let end = this.#end;
    for (let i = from; i < to; i++) this.bytes[end++] = source[i]!;
    this.#end = end;
    this.#close(end);
  }

  startOf(i: number): number {
    if (i === 0) return 0;
    const before = this.ends[i - 1]!;
    return before < 0 ? MISSING - before : before;
  }

  /** The length of text i in bytes; −1 where it is missing. */
  lengthOf(i: number): number {
    const end = this.ends[i]!;
    return end < 0 ? MISSING : end - this.startOf(i);
  }

  textOf(i: number): string | null {
    const end = this.ends[i]!;
    return end < 0 ? null : this.bytes.toString('utf8', this.startOf(i), end);
  }

  /** The texts from the `first`th on: a copy, or these themselves where they are all. Nothing may be added after. */
  since(first: number): Texts {
    if (first === 0) return this;
    const start = this.startOf(first);
    const made = new Texts(this.count - first, 0);
    made.bytes = sharedBytes(this.#end - start);
    made.bytes.set(this.bytes.subarray(start, this.#end));
    made.count = this.count - first;
    for (let i = 0; i < made.count; i++) {
      const end = this.ends[first + i]!;
      made.ends[i] = end < 0 ? end + start : end - start;
    }
    made.#end = made.bytes.length;
    return made;
  }

  #close(end: number): void {
    if (this.count === this.ends.length) this.ends = longer(this.ends, sharedInts(this.count * 2));
    this.ends[this.count++] = end;
  }

  #reserve(more: number): void {
    if (this.#end + more <= this.bytes.length) return;
    if (this.#end + more > MOST_BYTES) throw tooMuchText();
    const length = Math.min(MOST_BYTES, Math.max(this.bytes.length * 2, this.#end + more));
    this.bytes = grown(this.bytes, this.#end, length);
  }
}

/** Memory beyond this grows where it is: addresses are reserved for so many times as much, memory is not. */
const LARGE = 1 << 20;
const AHEAD = 16;

/** Room for `length` bytes that begins with the first `used` of these. */
function grown(bytes: Buffer, used: number, length: number): Buffer {
  const { buffer } = bytes;
  if (buffer instanceof SharedArrayBuffer && buffer.growable && length <= buffer.maxByteLength) {
    buffer.grow(length);
    return Buffer.from(buffer, 0, length);
  }
  const most = Math.min(MOST_BYTES, length * AHEAD);
  const room =
    length < LARGE
      ? sharedBytes(length)
      : Buffer.from(new SharedArrayBuffer(length, { maxByteLength: most }), 0, length);
  room.set(bytes.subarray(0, used));
  return room;
}

const WORDS_KEPT = 10_000;
/** How many different texts a byte tells apart. */
const BYTE = 256;

/** Texts of which few are different: each stands there once. Beyond ten thousand they are no longer told apart. */
export class Words {
  readonly sort = WORDS;
  /** Which of `texts`, for each row; in bytes as long as there are few. */
  values: Uint8Array | Int32Array;
  texts = new Texts(16);
  count = 0;
  readonly #known = new Map<string, number>();
  #missing = -1;
  #lastText: string | null = null;
  #last = -1;

  constructor(expected: number) {
    this.values = sharedBytes(roomFor(expected));
  }

  /** A column that stands there already; no more may be added. */
  static of(values: Uint8Array | Int32Array, texts: Texts, count: number): Words {
    const made = new Words(0);
    made.values = values;
    made.texts = texts;
    made.count = count;
    return made;
  }

  add(text: string | null): void {
    if (this.count === this.values.length) this.#makeRoom(this.count * 2);
    if (this.#last < 0 || text !== this.#lastText) {
      this.#last = text === null ? this.#missingOne() : this.#placeOf(text);
      this.#lastText = text;
    }
    this.values[this.count++] = this.#last;
  }

  #makeRoom(length: number): void {
    const room = this.texts.count > BYTE ? sharedInts(length) : sharedBytes(length);
    room.set(this.values);
    this.values = room;
  }

  #missingOne(): number {
    if (this.#missing < 0) {
      this.#missing = this.texts.count;
      this.texts.add(null);
      if (this.#missing === BYTE) this.#makeRoom(this.values.length);
    }
    return this.#missing;
  }

  #placeOf(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const place = this.texts.count;
    this.texts.add(text);
    if (place === BYTE) this.#makeRoom(this.values.length);
    if (this.#known.size < WORDS_KEPT) this.#known.set(text, place);
    return place;
  }
}

/** No pilot can hold them either. */
function tooMuchText(): PilotError {
  return new PilotError(
    'too-much-text',
    'The texts of one column come to more than 2 GB, more than a pilot can hold, so nothing was changed. Split the file, or map its longest column to be ignored.',
  );
}
