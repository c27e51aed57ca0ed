import { isUtf8 } from 'node:buffer';
import { PilotError } from '#shared/api/error.ts';
import { DelimitedScanner, LONGEST_ROW, type RowBatch } from '#shared/records/delimited.ts';
import { joinHeader } from '#shared/records/header-rows.ts';
import { PlainRows, PlainScanner } from './plain-rows.ts';
import type { Read, RowReader } from './row-reader.ts';
import type { TextBytes } from './text-bytes.ts';
import { pieceDecoder } from './text-decoder.ts';

/** What must be known of a text file before its rows can be read. */
export type TextFormat = {
  readonly encoding: string;
  readonly delimiter: string;
  /** Lines above the header. */
  readonly skipRows: number;
  /** Rows of the header; 0 where the first row is data, then columns go by their place. */
  readonly headerRows: number;
};

const NOTHING = Buffer.alloc(0);
const NEWLINE = 10;

/** Reads a delimited file from its beginning. `onBytes` sees every byte once, in order. */
export async function readDelimited(
  file: Pick<TextBytes, 'name' | 'pieces'>,
  format: TextFormat,
  onBytes: (bytes: Uint8Array) => void,
): Promise<RowReader> {
  const reads = rowsOf(file, format, onBytes);
  const first = await collectHeader(reads, format.headerRows, file.name);
  return {
    header: format.headerRows === 0 ? first.rows.map(() => '') : joinHeader(first.rows),
    batches: async function* () {
      if (first.rest !== null) yield first.rest;
      yield* reads;
    },
  };
}

async function* rowsOf(
  file: Pick<TextBytes, 'pieces'>,
  format: TextFormat,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<Read> {
  const decoder = pieceDecoder(format.encoding);
  const lines = new LineBreaks();
  const preamble = new Preamble(format.skipRows);
  const scanner = new DelimitedScanner(format.delimiter, format.skipRows + 1);
  const plain = new PlainScanner(format.delimiter);
  const inBytes = format.encoding === 'utf-8';
  /** The beginning of a line whose end is still to come. */
  let rest: Buffer = NOTHING;
  let bytesRead = 0;
  for await (const { bytes, upTo } of file.pieces(onBytes)) {
    bytesRead = upTo;
    const read = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    const linesEnd = inBytes && lines.kind !== 'return' ? read.lastIndexOf(NEWLINE) + 1 : read.length;
    const waits = linesEnd > 0 || read.length <= LONGEST_ROW;
    let block = waits ? read.subarray(0, linesEnd) : read;
    rest = waits ? read.subarray(linesEnd) : NOTHING;
    if (inBytes && waits && lines.kind === 'newline' && preamble.isOver && scanner.isBetweenRows && isUtf8(block)) {
      const scan = plain.scan(block, scanner.line);
      scanner.passOver(scan.linesRead);
      if (scan.rows > 0) yield { batch: new PlainRows(block, scan), bytesRead };
      block = block.subarray(scan.end);
    }
    const text = preamble.without(lines.unified(decoder.push(block)));
    if (text !== '') yield { batch: scanner.push(text), bytesRead };
  }
  const text = preamble.without(lines.unified(decoder.push(rest) + decoder.end()) + lines.end());
  if (text !== '') yield { batch: scanner.push(text), bytesRead };
  yield { batch: scanner.end(), bytesRead };
}

type Collected = { readonly rows: string[][]; readonly rest: Read | null };

async function collectHeader(reads: AsyncGenerator<Read>, wanted: number, name: string): Promise<Collected> {
  const rows: string[][] = [];
  for (;;) {
    const read = await reads.next();
    if (read.done) throw headerMissing(name);
    const { batch, bytesRead } = read.value;
    if (wanted === 0 && batch.rows.length > 0) {
      return { rows: batch.rows[0]!.map(() => []), rest: read.value };
    }
    for (let i = 0; i < batch.rows.length; i++) {
      const fault = batch.faults.get(i);
      if (fault !== undefined) throw headerBroken(name, batch.lines[i]!, fault === 'too-long');
      rows.push(batch.rows[i]!);
      if (rows.length === wanted) return { rows, rest: { batch: from(batch, i + 1), bytesRead } };
    }
  }
}

/** The same batch without its first rows. */
function from(batch: RowBatch, first: number): RowBatch {
  return {
    rows: batch.rows.slice(first),
    lines: batch.lines.slice(first),
    faults: new Map([...batch.faults].filter(([i]) => i >= first).map(([i, reason]) => [i - first, reason])),
    raw: (i) => batch.raw(i + first),
  };
}

function headerMissing(name: string): PilotError {
  return new PilotError('no-rows', `${name} holds no table: there is no header row in it. Nothing was imported.`);
}

function headerBroken(name: string, line: number, tooLong: boolean): PilotError {
  const sentence = tooLong
    ? `Line ${line} of ${name} should be its header, but is longer than a million characters without a line break; that is not a table of rows. Nothing was imported.`
    : `Line ${line} of ${name} should be its header, but has a quotation mark without its partner. Mend that line, then import it again.`;
  return new PilotError('no-header', sentence);
}

/** Leaves out the lines above the header. */
class Preamble {
  #left: number;

  constructor(lines: number) {
    this.#left = lines;
  }

  get isOver(): boolean {
    return this.#left === 0;
  }

  without(text: string): string {
    let at = 0;
    while (this.#left > 0) {
      const newline = text.indexOf('\n', at);
      if (newline < 0) return '';
      at = newline + 1;
      this.#left--;
    }
    return at === 0 ? text : text.slice(at);
  }
}

/** Old Mac files end lines by a carriage return alone; what the file's first line break is decides. */
class LineBreaks {
  #kind: 'unknown' | 'newline' | 'return' = 'unknown';
  #held = '';

  get kind(): 'unknown' | 'newline' | 'return' {
    return this.#kind;
  }

  unified(piece: string): string {
    const text = this.#held + piece;
    this.#held = '';
    if (this.#kind === 'unknown') this.#decide(text);
    switch (this.#kind) {
      case 'newline':
        return text;
      case 'return':
        return text.replaceAll('\r', '\n');
      case 'unknown':
        if (!text.endsWith('\r')) return text;
        this.#held = '\r';
        return text.slice(0, -1);
    }
  }

  /** A return at the very end. */
  end(): string {
    return this.#held === '' ? '' : '\n';
  }

  #decide(text: string): void {
    const at = text.indexOf('\r');
    const newline = text.indexOf('\n');
    if (newline >= 0 && (at < 0 || newline < at)) this.#kind = 'newline';
    else if (at >= 0 && at < text.length - 1) this.#kind = text.charCodeAt(at + 1) === 10 ? 'newline' : 'return';
  }
}
