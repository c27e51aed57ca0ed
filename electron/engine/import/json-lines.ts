import { PilotError } from '#shared/api/error.ts';
import { LONGEST_ROW } from '#shared/records/delimited.ts';
import { cellText, type NumberStyle } from './cell-text.ts';
import type { Read } from './row-reader.ts';
import type { Table } from './table.ts';
import type { TextBytes } from './text-bytes.ts';
import { pieceDecoder } from './text-decoder.ts';
import { TypedBatch } from './typed-batch.ts';

const MOST_COLUMNS = 2000;
/** Objects in objects become dotted columns down to here; what lies deeper stays JSON in its cell. */
const DOTTED = 6;
/** No table nests deeper. */
const DEEPEST = 100;
/** An array is read whole; JSON lines of any size are not. */
const LONGEST_ARRAY = 128 << 20;
const RAW_KEPT = 10_000;

type Row = { readonly line: number; readonly text: string; readonly cells: ReadonlyMap<string, unknown> | null };
type RowPiece = { readonly rows: readonly Row[]; readonly bytesRead: number };

/** True where a text begins as JSON lines do, or as an array of objects; throws for one that is JSON of another shape. */
export function beginsAsJson(beginning: string, name: string): boolean {
  const start = beginning.trimStart();
  if (/^\[\s*[{\]]/.test(start)) return true;
  if (!/^\{\s*["}]/.test(start)) return false;
  const lines = start.split('\n').filter((line) => line.trim() !== '');
  const whole = lines.length > 1 ? lines.slice(0, 21).slice(0, -1) : lines;
  const objects = whole.filter((line) => cellsOf(line) !== null).length;
  if (cellsOf(whole[0]!) !== null || objects >= whole.length / 2) return true;
  if (whole.length > 1 || start.length < LONGEST_ROW / 4) {
    throw new PilotError(
      'not-a-table',
      `${name} is JSON, but neither one object a line (JSON lines) nor a list of objects. Export it as JSON lines or CSV; nothing was imported.`,
    );
  }
  return false;
}

/** Opens JSON lines, one object a line, or a JSON array of objects. Objects in objects become columns `outer.inner`. */
export async function openJsonLines(file: TextBytes, encoding: string): Promise<Table> {
  const header = await columnsOf(file, encoding);
  return {
    format: { encoding, delimiter: null, skipRows: 0, headerRows: 1, sheet: null },
    plain: null,
    sheets: [],
    notes: [],
    losses: [],
    numbers: 'typed',
    read: async (decimal, onBytes) => ({
      header,
      batches: () => batchesOf(rowsOf(file, encoding, onBytes), header, decimal),
    }),
  };
}

/** Every field of the whole file, in the order of first sight: a later row may have one that no earlier row has. */
async function columnsOf(file: TextBytes, encoding: string): Promise<string[]> {
  const columns = new Set<string>();
  for await (const { rows } of rowsOf(file, encoding, () => {})) {
    for (const { cells } of rows) for (const name of cells?.keys() ?? []) columns.add(name);
    if (columns.size > MOST_COLUMNS) {
      throw new PilotError(
        'not-a-table',
        `${file.name} has more than ${MOST_COLUMNS} different fields, so it is no table of rows. Nothing was imported.`,
      );
    }
  }
  if (columns.size === 0) {
    throw new PilotError('no-rows', `${file.name} holds no JSON objects with fields. Nothing was imported.`);
  }
  return [...columns];
}

async function* batchesOf(
  pieces: AsyncGenerator<RowPiece>,
  header: readonly string[],
  decimal: NumberStyle,
): AsyncGenerator<Read> {
  for await (const { rows, bytesRead } of pieces) {
    const batch = new TypedBatch();
    for (const { line, text, cells } of rows) {
      if (cells === null)
        batch.fault(text.length > LONGEST_ROW ? 'too-long' : 'bad-json', line, text.slice(0, RAW_KEPT));
      else {
        batch.add(
          header.map((name) => cellText(cells.get(name), decimal, 'clock')),
          line,
        );
      }
    }
    yield { batch, bytesRead };
  }
}

async function* rowsOf(
  file: TextBytes,
  encoding: string,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<RowPiece> {
  const decoder = pieceDecoder(encoding);
  let held = '';
  let line = 0;
  let kind: 'unknown' | 'lines' | 'array' = 'unknown';
  let bytesRead = 0;
  const rowOf = (text: string): Row[] => {
    line++;
    return text.trim() === '' ? [] : [{ line, text, cells: cellsOf(text) }];
  };
  for await (const { bytes, upTo } of file.pieces(onBytes)) {
    bytesRead = upTo;
    held += decoder.push(bytes);
    if (kind === 'unknown' && held.trimStart() !== '') kind = held.trimStart().startsWith('[') ? 'array' : 'lines';
    if (kind === 'array' && held.length > LONGEST_ARRAY) throw arrayTooLong(file.name);
    if (kind !== 'lines') continue;
    const lines = held.split('\n');
    held = lines.pop()!;
    // What is cut off here is longer than any row, so its row is quarantined anyhow.
    if (held.length > 2 * LONGEST_ROW) held = held.slice(0, LONGEST_ROW + 1);
    const rows = lines.flatMap(rowOf);
    if (rows.length > 0) yield { rows, bytesRead };
  }
  held += decoder.end();
  if (kind === 'array') yield { rows: elementsOf(held, file.name), bytesRead };
  else yield { rows: rowOf(held), bytesRead };
}

function elementsOf(text: string, name: string): Row[] {
  const list = deeperThan(text, DEEPEST) ? null : parsed(text);
  if (!Array.isArray(list)) {
    throw new PilotError(
      'damaged',
      `${name} begins as a JSON list, but is not a whole one. Export it again, best as JSON lines; nothing was imported.`,
    );
  }
  return list.map((element: unknown, i) => {
    const cells = objectCells(element);
    return { line: i + 1, text: cells === null ? JSON.stringify(element) : '', cells };
  });
}

/** The fields of one object by dotted name; null for text that is no JSON object. */
function cellsOf(text: string): Map<string, unknown> | null {
  return text.length > LONGEST_ROW || deeperThan(text, DEEPEST) ? null : objectCells(parsed(text));
}

function objectCells(value: unknown): Map<string, unknown> | null {
  if (!isObject(value)) return null;
  const cells = new Map<string, unknown>();
  flatten(value, '', 1, cells);
  return cells;
}

function flatten(object: object, prefix: string, depth: number, cells: Map<string, unknown>): void {
  for (const [key, value] of Object.entries(object)) {
    const name = prefix + key;
    if (isObject(value) && depth < DOTTED) flatten(value, `${name}.`, depth + 1, cells);
    else if (!cells.has(name)) cells.set(name, value);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Strings as they are, and whole numbers of more digits than a number holds as text, so that ids keep every digit. */
const STRING_OR_LONG_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d{16,}(?![\d.eE])/g;

/** Parsed as it is first: in text that is no JSON, a string without an end would be sought from every mark in it. */
function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (!/\d{16}/.test(text)) return value;
    return JSON.parse(text.replace(STRING_OR_LONG_NUMBER, (found) => (found.startsWith('"') ? found : `"${found}"`)));
  } catch {
    return undefined;
  }
}

function deeperThan(text: string, most: number): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      i = endOfString(text, i);
      if (i < 0) return false;
    } else if (code === 123 || code === 91) {
      if (++depth > most) return true;
    } else if (code === 125 || code === 93) depth--;
  }
  return false;
}

const QUOTE = 34;
const BACKSLASH = 92;

/** The place of the mark that closes the string opened at `open`; −1 where none does. */
function endOfString(text: string, open: number): number {
  for (let close = text.indexOf('"', open + 1); close >= 0; close = text.indexOf('"', close + 1)) {
    let before = close - 1;
    while (before > open && text.charCodeAt(before) === BACKSLASH) before--;
    if ((close - before) % 2 === 1) return close;
  }
  return -1;
}

function arrayTooLong(name: string): PilotError {
  return new PilotError(
    'too-big',
    `${name} is one JSON list of more than 128 million characters. Export it as JSON lines, one object a line; those may be of any size.`,
  );
}
