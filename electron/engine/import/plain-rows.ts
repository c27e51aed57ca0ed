import { LONGEST_ROW, type RowBatch } from '#shared/records/delimited.ts';
import { Cells } from './cells.ts';

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;

/** Rows of delimited text as it lies in its file: where each cell stands, and no text made of any. */
export class PlainRows implements RowBatch {
  readonly bytes: Buffer;
  readonly faults: RowBatch['faults'] = new Map();
  /** How many rows there are. */
  readonly count: number;
  readonly scan: CellPlaces;
  readonly #bounds: Int32Array;
  readonly #firsts: Int32Array;
  readonly #lines: Int32Array;
  #rows: string[][] | null = null;

  constructor(bytes: Buffer, scan: CellPlaces) {
    this.bytes = bytes;
    this.scan = scan;
    this.#bounds = scan.bounds;
    this.#firsts = scan.firsts;
    this.#lines = scan.lines;
    this.count = scan.rows;
  }

  /** Lets `cells` look at row i. */
  look(i: number, cells: Cells): void {
    const first = this.#firsts[i]!;
    cells.take(this.bytes, this.#bounds, first, (this.#firsts[i + 1]! - first) / 2);
  }

  lineOf(i: number): number {
    return this.#lines[i]!;
  }

  /** The rows as texts, for those who want them all. */
  get rows(): string[][] {
    if (this.#rows !== null) return this.#rows;
    const cells = new Cells();
    this.#rows = Array.from({ length: this.count }, (_, i) => {
      this.look(i, cells);
      return Array.from({ length: cells.count }, (_, column) => cells.text(column));
    });
    return this.#rows;
  }

  get lines(): number[] {
    return Array.from({ length: this.count }, (_, i) => this.lineOf(i));
  }

  raw(i: number): string {
    const first = this.#bounds[this.#firsts[i]!]!;
    const { bytes } = this;
    let from = first;
    while (from > 0 && bytes[from - 1] !== NEWLINE) from--;
    let to = this.#bounds[this.#firsts[i + 1]! - 1]!;
    while (to < bytes.length && bytes[to] !== NEWLINE) to++;
    return this.bytes.toString('utf8', from, this.bytes[to - 1] === RETURN ? to - 1 : to);
  }
}

/** Lets `cells` look at row i of a batch, however that holds its rows. */
export function lookAt(batch: RowBatch, i: number, cells: Cells): void {
  if (batch instanceof PlainRows) batch.look(i, cells);
  else cells.takeTexts(batch.rows[i]!);
}

/** Where the cells of a block's rows stand. */
export type CellPlaces = {
  /** Where cells begin and end, in pairs, row after row; those of row i from `firsts[i]` on. */
  readonly bounds: Int32Array;
  readonly firsts: Int32Array;
  readonly lines: Int32Array;
  readonly rows: number;
};

/** What a scan found, and how far it came. */
export type PlainScan = CellPlaces & {
  /** Where the first row begins that is not plain; the length of the block where all are. */
  readonly end: number;
  /** Lines up to there. */
  readonly linesRead: number;
};

/**
 * Finds the cells of rows that are each one line, with quotation marks around whole cells at most, and stops at the
 * first row that is more: such rows are read as text. `block` ends with a line break.
 */
export class PlainScanner {
  readonly #delimiter: number;
  #bounds = new Int32Array(1 << 16);
  #firsts = new Int32Array(1 << 13);
  #lines = new Int32Array(1 << 13);
  /** Behind the bounds of the row found last. */
  #boundsEnd = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** `line` is that of the block's first row. What is given is good until the next scan. */
  scan(block: Uint8Array, line: number): PlainScan {
    this.#reserve(block);
    this.#firsts[0] = 0;
    let rows = 0;
    let bound = 0;
    let lineNow = line;
    let rowStart = 0;
    while (rowStart < block.length) {
      const at = this.#scanRow(block, rowStart, bound);
      if (at < 0 || at - rowStart > LONGEST_ROW) break;
      if (!this.#isBlank(rowStart, bound)) {
        bound = this.#boundsEnd;
        this.#lines[rows] = lineNow;
        this.#firsts[++rows] = bound;
      }
      lineNow++;
      rowStart = at;
    }
    return {
      bounds: this.#bounds,
      firsts: this.#firsts,
      lines: this.#lines,
      rows,
      end: rowStart,
      linesRead: lineNow - line,
    };
  }

  /**
   * Finds the cells of the row at `rowStart` and notes where their bounds end; gives where the next row begins, −1 where
   * this one is not plain. What is called often is compiled well, one long loop over all rows is not.
   */
  #scanRow(block: Uint8Array, rowStart: number, firstBound: number): number {
    const delimiter = this.#delimiter;
    const bounds = this.#bounds;
    let bound = firstBound;
    let at = rowStart;
    for (;;) {
      let from = at;
      let to: number;
      if (block[at] === QUOTE) {
        from = ++at;
        let byte = block[at]!;
        while (byte !== QUOTE && byte !== NEWLINE && byte !== 0) byte = block[++at]!;
        to = at++;
        const behind = block[at] === RETURN ? block[at + 1] : block[at];
        if (byte !== QUOTE || !(behind === NEWLINE || block[at] === delimiter)) return -1;
        if (block[at] === RETURN) at++;
      } else {
        let byte = block[at]!;
        while (byte !== delimiter && byte !== NEWLINE && byte !== 0 && byte !== QUOTE) byte = block[++at]!;
        if (byte === 0 || byte === QUOTE) return -1;
        to = byte === NEWLINE && at > from && block[at - 1] === RETURN ? at - 1 : at;
      }
      bounds[bound] = from;
      bounds[bound + 1] = to;
      bound += 2;
      if (block[at++] === NEWLINE) break;
    }
    this.#boundsEnd = bound;
    return at;
  }

  /** Whether the row found last is an empty line. */
  #isBlank(rowStart: number, firstBound: number): boolean {
    const bounds = this.#bounds;
    return this.#boundsEnd === firstBound + 2 && bounds[firstBound] === rowStart && bounds[firstBound + 1] === rowStart;
  }

  /** A block has fewer cells than bytes, and fewer rows. */
  #reserve(block: Uint8Array): void {
    if (this.#bounds.length >= block.length * 2 + 2) return;
    this.#bounds = new Int32Array(block.length * 2 + 2);
    this.#firsts = new Int32Array(block.length + 2);
    this.#lines = new Int32Array(block.length + 2);
  }
}
