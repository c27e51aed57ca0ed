import type { RowReason } from './reason.ts';

/** Rows read together. `lines[i]` is the line of the file that row i begins on, counted from 1. */
export type RowBatch = {
  readonly rows: string[][];
  readonly lines: number[];
  /** What is wrong with the shape of a row, by its place in `rows`; such a row has no cells. */
  readonly faults: ReadonlyMap<number, RowReason>;
  /** The text of row i as it stood in the file. */
  raw(i: number): string;
};

/** A longer row is quarantined; a quotation mark whose row would be longer is taken for a stray one. */
export const LONGEST_ROW = 1_000_000;
const RAW_KEPT = 10_000;

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
const SPACE = 32;
const NONE = Number.POSITIVE_INFINITY;

/** A quoted row that ends beyond the text at hand, or whose quotation marks do not match. */
const UNFINISHED = -1;
const BROKEN = -2;

/**
 * Delimited text (RFC 4180), fed piece by piece. Own code, because hostile files need what the libraries at hand do
 * not give at this speed: every row with its line and raw text, rows of any length, and going on with the next line
 * after a stray quotation mark (one found udsv joining a short row with the next, silently; csv-parse takes longer
 * than the whole import may).
 */
export class DelimitedScanner {
  readonly #delimiter: string;
  readonly #delimiterCode: number;
  #text = '';
  #line: number;
  /** Beginning of a row too long to be kept, while its end is still to come. */
  #overlong: { readonly raw: string; readonly line: number } | null = null;
  /** Cells of the quoted row read last. */
  #cells: string[] = [];

  /** `delimiter` is one character; `firstLine` the line of the file at which the text to come begins. */
  constructor(delimiter: string, firstLine: number) {
    this.#delimiter = delimiter;
    this.#delimiterCode = delimiter.charCodeAt(0);
    this.#line = firstLine;
  }

  /** The line of the file that the text to come begins on. */
  get line(): number {
    return this.#line;
  }

  /** Whether the text to come begins with a row of its own. */
  get isBetweenRows(): boolean {
    return this.#text === '' && this.#overlong === null;
  }

  /** Counts on past lines that were read otherwise; between rows only. */
  passOver(lines: number): void {
    this.#line += lines;
  }

  /** The rows that end in `piece`; an unfinished one waits for the next piece. */
  push(piece: string): RowBatch {
    return this.#scan(piece, 'more');
  }

  /** The last row, where the file does not end in a line break. */
  end(): RowBatch {
    return this.#scan('', 'end');
  }

  #scan(piece: string, then: 'more' | 'end'): RowBatch {
    const batch = new Batch(this.#text + piece);
    const marks = new Marks(batch.text, this.#delimiter);
    const end = batch.text.length;
    let at = this.#overlong === null ? 0 : this.#skipOverlong(batch, then);
    while (at < end) {
      const lineEnd = Math.min(marks.newline(at), end);
      if (lineEnd === end && then === 'more') break;
      if (marks.quote(at) > lineEnd) {
        this.#addPlain(batch, marks, at, lineEnd);
        at = lineEnd + 1;
        continue;
      }
      const after = this.#readQuoted(marks, at, then);
      if (after === UNFINISHED && then === 'more' && end - at <= LONGEST_ROW) break;
      if (after < 0 || after - at > LONGEST_ROW) {
        this.#addFaulty(batch, at, lineEnd);
        at = lineEnd + 1;
        continue;
      }
      if (marks.nul(at) < after) batch.fault('nul-byte', this.#line, at, after);
      else batch.add(this.#cells, this.#line, at, after);
      this.#line += countNewlines(batch.text, at, after) + 1;
      at = after + 1;
    }
    this.#text = at < end ? batch.text.slice(at) : '';
    if (this.#text.length > LONGEST_ROW && then === 'more') this.#dropOverlong();
    return batch;
  }

  #addPlain(batch: Batch, marks: Marks, from: number, lineEnd: number): void {
    const to = lineEnd > from && batch.text.charCodeAt(lineEnd - 1) === RETURN ? lineEnd - 1 : lineEnd;
    if (to - from > LONGEST_ROW) this.#addFaulty(batch, from, lineEnd);
    else {
      if (marks.nul(from) < lineEnd) batch.fault('nul-byte', this.#line, from, lineEnd);
      else if (to > from) batch.add(batch.text.slice(from, to).split(this.#delimiter), this.#line, from, lineEnd);
      this.#line++;
    }
  }

  #addFaulty(batch: Batch, from: number, lineEnd: number): void {
    const overlong = lineEnd - from > LONGEST_ROW;
    batch.fault(overlong ? 'too-long' : 'unbalanced-quote', this.#line, from, overlong ? from + RAW_KEPT : lineEnd);
    this.#line++;
  }

  /** Reads one row with quotation marks into `#cells`; gives the place of the line break that ends it. */
  #readQuoted(marks: Marks, from: number, then: 'more' | 'end'): number {
    const text = marks.text;
    const end = text.length;
    const cells: string[] = [];
    this.#cells = cells;
    let at = from;
    for (;;) {
      if (text.charCodeAt(at) === QUOTE) {
        let close = text.indexOf('"', at + 1);
        let doubled = false;
        while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) {
          doubled = true;
          close = text.indexOf('"', close + 2);
        }
        if (close < 0 || (close === end - 1 && then === 'more')) return UNFINISHED;
        const value = text.slice(at + 1, close);
        cells.push(doubled ? value.replaceAll('""', '"') : value);
        at = close + 1;
        while (text.charCodeAt(at) === SPACE && this.#delimiterCode !== SPACE) at++;
        if (text.charCodeAt(at) === RETURN && (at + 1 >= end || text.charCodeAt(at + 1) === NEWLINE)) at++;
      } else {
        const delimiter = marks.delimiter(at);
        const stop = Math.min(marks.newline(at), delimiter, end);
        if (stop === end && then === 'more') return UNFINISHED;
        const to = stop !== delimiter && stop > at && text.charCodeAt(stop - 1) === RETURN ? stop - 1 : stop;
        cells.push(text.slice(at, to));
        at = stop;
      }
      if (at >= end) return then === 'end' ? end : UNFINISHED;
      const code = text.charCodeAt(at);
      if (code === NEWLINE) return at;
      if (code !== this.#delimiterCode) return BROKEN;
      at++;
    }
  }

  #dropOverlong(): void {
    this.#overlong = { raw: this.#text.slice(0, RAW_KEPT), line: this.#line };
    this.#text = '';
  }

  #skipOverlong(batch: Batch, then: 'more' | 'end'): number {
    const newline = batch.text.indexOf('\n');
    if (newline < 0 && then === 'more') {
      this.#text = '';
      return batch.text.length;
    }
    batch.faultBefore('too-long', this.#overlong!.line, `${this.#overlong!.raw}…`);
    this.#overlong = null;
    this.#line++;
    return newline < 0 ? batch.text.length : newline + 1;
  }
}

class Batch implements RowBatch {
  readonly text: string;
  readonly rows: string[][] = [];
  readonly lines: number[] = [];
  readonly faults = new Map<number, RowReason>();
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  #rawBefore = '';

  constructor(text: string) {
    this.text = text;
  }

  add(cells: string[], line: number, from: number, to: number): void {
    this.rows.push(cells);
    this.lines.push(line);
    this.#from.push(from);
    this.#to.push(to);
  }

  fault(reason: RowReason, line: number, from: number, to: number): void {
    this.faults.set(this.rows.length, reason);
    this.add([], line, from, to);
  }

  /** A faulty row most of whose text is no longer at hand. */
  faultBefore(reason: RowReason, line: number, raw: string): void {
    this.#rawBefore = raw;
    this.fault(reason, line, -1, -1);
  }

  raw(i: number): string {
    if (this.#from[i]! < 0) return this.#rawBefore;
    const text = this.text.slice(this.#from[i], this.#to[i]);
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  }
}

/** Where the next mark of each sort stands, looked up once each time it is passed, so that no text is searched twice. */
class Marks {
  readonly text: string;
  readonly #delimiterText: string;
  #newline = -1;
  #quote = -1;
  #delimiter = -1;
  #nul = -1;

  constructor(text: string, delimiter: string) {
    this.text = text;
    this.#delimiterText = delimiter;
  }

  newline(from: number): number {
    if (this.#newline < from) this.#newline = next(this.text, '\n', from);
    return this.#newline;
  }

  quote(from: number): number {
    if (this.#quote < from) this.#quote = next(this.text, '"', from);
    return this.#quote;
  }

  nul(from: number): number {
    if (this.#nul < from) this.#nul = next(this.text, '\0', from);
    return this.#nul;
  }

  delimiter(from: number): number {
    if (this.#delimiter < from) this.#delimiter = next(this.text, this.#delimiterText, from);
    return this.#delimiter;
  }
}

function next(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from);
  return at < 0 ? NONE : at;
}

function countNewlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
