/** What is thrown where the bytes are not those of a whole file. */
export class UnreadablePage extends Error {}

const MOST_COLUMNS = 100;
const DECODER = new TextDecoder();

/** One record as it stands in a page (fileformat2, "Record Format"); the same object for one row after another. */
export class Row {
  /** The row number; 0 in a table without. */
  rowid = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #view: DataView = new DataView(new ArrayBuffer(0));
  #columns = 0;
  readonly #types = new Float64Array(MOST_COLUMNS);
  readonly #places = new Int32Array(MOST_COLUMNS);
  /** Where the record's header is read on, and where it ends. */
  #at = 0;
  #end = 0;
  /** Where the next column's cell begins. */
  #place = 0;

  /** Points to the record at a place. */
  read(bytes: Uint8Array, view: DataView, at: number): void {
    this.#bytes = bytes;
    this.#view = view;
    this.#at = at;
    this.#columns = 0;
    this.#end = at + this.#varint();
    this.#place = this.#end;
  }

  /** The cell as SQLite's own interface gives it; null for NULL, and for a column that the record does not have. */
  cell(column: number): number | string | Uint8Array | null {
    const type = this.#typeOf(column);
    if (type === 0) return null;
    if (type < 12) return this.number(column);
    const bytes = this.bytes(column);
    if (type % 2 === 0) return bytes.slice();
    const end = bytes.indexOf(0);
    return DECODER.decode(end < 0 ? bytes : bytes.subarray(0, end));
  }

  /** The number in a cell; NaN where there is none, and for text that writes none. */
  number(column: number): number {
    const type = this.#typeOf(column);
    const at = this.#places[column]!;
    switch (type) {
      case 0:
        return Number.NaN;
      case 1:
        return this.#view.getInt8(at);
      case 2:
        return this.#view.getInt16(at);
      case 3:
        return this.#view.getInt8(at) * 65_536 + this.#view.getUint16(at + 1);
      case 4:
        return this.#view.getInt32(at);
      case 5:
        return this.#view.getInt16(at) * 4_294_967_296 + this.#view.getUint32(at + 2);
      case 6:
        return this.#view.getInt32(at) * 4_294_967_296 + this.#view.getUint32(at + 4);
      case 7:
        return this.#view.getFloat64(at);
      case 8:
      case 9:
        return type - 8;
      default:
        return type < 12 ? Number.NaN : Number(this.cell(column));
    }
  }

  isText(column: number): boolean {
    const type = this.#typeOf(column);
    return type > 12 && type % 2 === 1;
  }

  /** The bytes of a text or blob, good until the next row. */
  bytes(column: number): Uint8Array {
    const at = this.#places[column]!;
    return this.#bytes.subarray(at, at + sizeOf(this.#types[column]!));
  }

  /** A whole number that texts of the same bytes share (FNV-1a); null for what is no text. */
  hash(column: number): number | null {
    if (!this.isText(column)) return null;
    const at = this.#places[column]!;
    const end = at + sizeOf(this.#types[column]!);
    let hash = 0x811c9dc5;
    for (let i = at; i < end; i++) hash = Math.imul(hash ^ this.#bytes[i]!, 0x01000193);
    return hash;
  }

  /** Whether a cell is a text of just these bytes. */
  isTextOf(column: number, wanted: Uint8Array): boolean {
    if (!this.isText(column) || sizeOf(this.#types[column]!) !== wanted.length) return false;
    const at = this.#places[column]!;
    for (let i = 0; i < wanted.length; i++) if (this.#bytes[at + i] !== wanted[i]) return false;
    return true;
  }

  /** 0 for NULL, and for a column that the record does not have. The header is read as far as it is asked for. */
  #typeOf(column: number): number {
    if (column < this.#columns) return this.#types[column]!;
    while (this.#columns <= column) {
      if (this.#at >= this.#end || this.#columns === MOST_COLUMNS) return 0;
      const type = this.#varint();
      this.#types[this.#columns] = type;
      this.#places[this.#columns] = this.#place;
      this.#columns += 1;
      this.#place += sizeOf(type);
    }
    if (this.#place > this.#bytes.length) throw new UnreadablePage('A record reaches beyond the file.');
    return this.#types[column]!;
  }

  #varint(): number {
    const first = this.#bytes[this.#at++]!;
    return first < 128 ? first : this.#longVarint(first & 127);
  }

  #longVarint(begun: number): number {
    let value = begun;
    for (let i = 1; i < 9; i++) {
      const byte = this.#bytes[this.#at++]!;
      value = value * 128 + (byte & 127);
      if (byte < 128) break;
    }
    return value;
  }
}

function sizeOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return SIZES[type]!;
}

const SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];
