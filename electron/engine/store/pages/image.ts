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

/** A whole SQLite database in one array, with room behind it for the pages to come. */
export class Image {
  /** Larger than the file while it grows, and another array when it has outgrown this one. */
  bytes: Buffer;
  readonly pageSize: number;
  #pages: number;
  readonly #given: number[] = [];

  /** `bytes` are copied; `room` more are made ready, which costs no memory until they are used. */
  constructor(bytes: Uint8Array, room: number) {
    this.bytes = Buffer.alloc(bytes.length + room);
    this.bytes.set(bytes);
    const size = this.bytes.readUInt16BE(PAGE_SIZE);
    this.pageSize = size === 1 ? 65_536 : size;
    this.#pages = bytes.length / this.pageSize;
  }

  /** Whether pages can be put into such a file: nothing reserved on them, and none that list other pages. */
  static takesPages(bytes: Uint8Array): boolean {
    const header = Buffer.from(bytes.buffer, bytes.byteOffset, 100);
    return header[RESERVED] === 0 && header.readUInt32BE(AUTO_VACUUM) === 0;
  }

  /** How long the file is. */
  get length(): number {
    return this.#pages * this.pageSize;
  }

  /** Where a page begins. Pages count from 1. */
  offset(page: number): number {
    return (page - 1) * this.pageSize;
  }

  /** An empty page. */
  allocate(): number {
    const given = this.#given.pop();
    if (given !== undefined) {
      this.bytes.fill(0, this.offset(given), this.offset(given) + this.pageSize);
      return given;
    }
    this.#pages++;
    if (this.offset(this.#pages) === LOCK_BYTE) this.#pages++;
    if (this.length > this.bytes.length) this.#grow();
    return this.#pages;
  }

  /** Gives back a page nothing points to any more; another may use it. */
  release(page: number): void {
    this.#given.push(page);
  }

  /** Writes what the header says of the file. Pages given back and not used again go to the list of free ones. */
  close(): void {
    const bytes = this.bytes;
    this.#listFree();
    const changes = (bytes.readUInt32BE(CHANGES) + 1) >>> 0;
    bytes.writeUInt32BE(changes, CHANGES);
    bytes.writeUInt32BE(changes, CHANGES_AT_WRITE);
    bytes.writeUInt32BE(this.#pages, PAGES);
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
    const larger = Buffer.alloc(this.length + Math.ceil(this.bytes.length / 2));
    this.bytes.copy(larger);
    this.bytes = larger;
  }
}
