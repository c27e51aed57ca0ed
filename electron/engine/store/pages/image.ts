import { PilotError } from '#shared/api/error.ts';
import { sharedInts, sharedPages, tellCollector } from './shared-memory.ts';

/** The bytes of page 1 that the whole file's numbers stand in (fileformat2, "The Database Header"). */
const PAGE_SIZE = 16;
const RESERVED = 20;
const CHANGES = 24;
const PAGES = 28;
const FIRST_FREE = 32;
const FREE_PAGES = 36;
const AUTO_VACUUM = 52;
const CHANGES_AT_WRITE = 92;
/** The page that holds this byte is never used: systems lock files there. */
const LOCK_BYTE = 2 ** 30;
/** A file this large could not be opened again, and places in it are numbers of 32 bits while it is written. */
const TOO_LARGE = 2 ** 31;

/** The memory of an image that two threads write in, each its own pages. */
export type SharedImage = {
  readonly memory: SharedArrayBuffer;
  readonly pageSize: number;
  /** How many pages there are. */
  readonly pages: Int32Array;
};

/** Thrown where two threads write and the pages come to more than was made ready. */
export class ImageFull extends Error {
  constructor() {
    super('The pages come to more than was made ready for them.');
  }
}

/** A whole SQLite database in one array, with room behind it for the pages to come. */
export class Image {
  /** Larger than the file while it grows, and another array when it has outgrown this one. */
  bytes: Buffer;
  readonly pageSize: number;
  readonly #pages: Int32Array;
  readonly #given: number[] = [];
  #shared = false;

  private constructor(bytes: Buffer, pageSize: number, pages: Int32Array) {
    this.bytes = bytes;
    this.pageSize = pageSize;
    this.#pages = pages;
  }

  /** `bytes` are copied; `room` more are made ready, which costs no memory until they are used. */
  static of(bytes: Uint8Array, room: number): Image {
    tellCollector(bytes.length + room);
    const own = sharedPages(bytes.length + room);
    own.set(bytes);
    const size = own.readUInt16BE(PAGE_SIZE);
    const pageSize = size === 1 ? 65_536 : size;
    const pages = sharedInts(1);
    pages[0] = bytes.length / pageSize;
    return new Image(own, pageSize, pages);
  }

  /** The other thread's side of an image. */
  static sharing({ memory, pageSize, pages }: SharedImage): Image {
    const image = new Image(Buffer.from(memory), pageSize, pages);
    image.#shared = true;
    return image;
  }

  /** What another thread needs to write pages of its own; from now on the image does not grow. */
  share(): SharedImage {
    this.#shared = true;
    return { memory: this.bytes.buffer as SharedArrayBuffer, pageSize: this.pageSize, pages: this.#pages };
  }

  /** Whether pages can be put into such a file: nothing reserved on them, and none that list other pages. */
  static takesPages(bytes: Uint8Array): boolean {
    const header = Buffer.from(bytes.buffer, bytes.byteOffset, 100);
    return header[RESERVED] === 0 && header.readUInt32BE(AUTO_VACUUM) === 0;
  }

  /** How long the file is. */
  get length(): number {
    return this.#pages[0]! * this.pageSize;
  }

  /** Where a page begins. Pages count from 1. */
  offset(page: number): number {
    return (page - 1) * this.pageSize;
  }

  /** An empty page; a PilotError says so where the file would come to more than a pilot can hold. */
  allocate(): number {
    const given = this.#given.pop();
    if (given !== undefined) {
      this.bytes.fill(0, this.offset(given), this.offset(given) + this.pageSize);
      return given;
    }
    const page = Atomics.add(this.#pages, 0, 1) + 1;
    if (this.offset(page) === LOCK_BYTE) return this.allocate();
    if (page * this.pageSize >= TOO_LARGE) throw tooLarge();
    if (page * this.pageSize > this.bytes.length) {
      if (this.#shared) throw new ImageFull();
      this.#grow();
    }
    return page;
  }

  /** Gives back a page nothing points to any more; another may use it. */
  release(page: number): void {
    this.#given.push(page);
  }

  /** The pages given back here and not used again. */
  get given(): readonly number[] {
    return this.#given;
  }

  /** Writes what the header says of the file. Pages given back and not used again go to the list of free ones. */
  close(): void {
    const bytes = this.bytes;
    this.#listFree();
    const changes = (bytes.readUInt32BE(CHANGES) + 1) >>> 0;
    bytes.writeUInt32BE(changes, CHANGES);
    bytes.writeUInt32BE(changes, CHANGES_AT_WRITE);
    bytes.writeUInt32BE(this.#pages[0]!, PAGES);
  }

  #listFree(): void {
    const bytes = this.bytes;
    const most = this.pageSize / 4 - 8;
    while (this.#given.length > 0) {
      const trunk = this.#given.pop()!;
      const leaves = this.#given.splice(0, most);
      const at = this.offset(trunk);
      bytes.writeUInt32BE(bytes.readUInt32BE(FIRST_FREE), at);
      bytes.writeUInt32BE(leaves.length, at + 4);
      leaves.forEach((page, i) => void bytes.writeUInt32BE(page, at + 8 + 4 * i));
      bytes.writeUInt32BE(trunk, FIRST_FREE);
      bytes.writeUInt32BE(bytes.readUInt32BE(FREE_PAGES) + 1 + leaves.length, FREE_PAGES);
    }
  }

  #grow(): void {
    const larger = sharedPages(this.length + Math.ceil(this.bytes.length / 2));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

function tooLarge(): PilotError {
  return new PilotError(
    'file-too-large',
    'With these rows the pilot would be larger than 2 GB, more than a pilot can hold, so nothing was changed. Leave columns out that nobody needs, or make another pilot for the rest.',
  );
}
