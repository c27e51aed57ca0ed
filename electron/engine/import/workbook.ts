import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { PilotError } from '#shared/api/error.ts';
import { headerRowsAt, headerStart, joinHeader } from '#shared/records/header-rows.ts';
import type { StatedFormat } from '#shared/records/mapping.ts';
import { cellText, type NumberStyle } from './cell-text.ts';
import type { ExportFile } from './export-file.ts';
import type { Read, RowReader } from './row-reader.ts';
import type { Table } from './table.ts';
import { TypedBatch } from './typed-batch.ts';
import { countValueless, type Valueless } from './valueless-cells.ts';
import { guardZip } from './zip-guard.ts';

const MOST_BYTES = 256 << 20;
const AT_ONCE = 1000;
const LOOKED_AT = 60;

/** A row of a sheet: its number as the spreadsheet shows it, and its cells, which may end before the last column. */
type SheetRow = { readonly number: number; readonly cells: string[] };

/** Which sheet, and which part of it: `Orders`, or `Orders!B3:H400`. */
type Part = { readonly sheet: string; readonly range: string | null };

/** Opens an Excel workbook (XLSX). Formulas count as the value they had when it was saved; nothing is computed. */
export async function openWorkbook(file: ExportFile, given: StatedFormat): Promise<Table> {
  const zip = await whole(file);
  const names = await guardZip(zip, file.name);
  if (!names.some((path) => path.toLowerCase().endsWith('workbook.xml'))) throw noWorkbook(file.name, names);
  const sheets = await readable(file.name, sheetsOf(zip));
  const part = given.sheet ? statedPart(given.sheet, sheets, file.name) : await firstWithData(zip, sheets, file.name);
  const top = await readable(file.name, taken(rowsOf(zip, part, '.'), LOOKED_AT));
  if (top.length === 0) throw emptySheet(file.name, part.sheet);
  const place = headerPlace(top, given);
  const index = sheets.findIndex(({ name }) => name === part.sheet);
  const valueless = await readable(file.name, countValueless(zip, index, part.range));
  return {
    format: { encoding: null, delimiter: null, ...place, sheet: partText(part) },
    plain: null,
    sheets: sheets.map(({ name }) => name),
    notes: notesOf(part, sheets, given),
    losses: lossesOf(valueless),
    numbers: 'typed',
    read: (decimal, onBytes) => readPart(zip, file, part, place, decimal, onBytes),
  };
}

async function whole(file: ExportFile): Promise<Buffer> {
  if (file.bytes > MOST_BYTES) {
    throw new PilotError(
      'too-big',
      `${file.name} has more than 256 MB, too much for a workbook to be read. Export the table as CSV and import that.`,
    );
  }
  const pieces: Buffer[] = [];
  for await (const piece of file.pieces()) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

type Sheet = { readonly name: string; readonly hidden: boolean };

async function sheetsOf(zip: Buffer): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  await readXlsx(zip, {
    sheets: ({ name, hidden, veryHidden }) => {
      sheets.push({ name, hidden: hidden === true || veryHidden === true });
      return false;
    },
  });
  return sheets;
}

function statedPart(stated: string, sheets: readonly Sheet[], file: string): Part {
  const exact = sheets.find(({ name }) => name === stated);
  if (exact !== undefined) return { sheet: stated, range: null };
  const found = /^(.*)!(\$?[A-Z]{1,3}\$?\d*:\$?[A-Z]{1,3}\$?\d*)$/i.exec(stated);
  const name = found?.[1]?.replace(/^'(.*)'$/, '$1');
  const sheet = name === undefined ? undefined : sheets.find((each) => each.name === name);
  const range = found === null ? null : wholeRange(found[2]!);
  if (sheet !== undefined && range !== null) return { sheet: sheet.name, range };
  throw new PilotError(
    'mapping',
    `format.sheet: ${file} has no sheet "${name ?? stated}"; its sheets are ${listed(sheets)}. A part of a sheet is written Orders!B3:H400.`,
  );
}

/** `B:H` is all rows of these columns. Null where it is no range. */
function wholeRange(range: string): string | null {
  const found = /^([A-Z]{1,3})(\d*):([A-Z]{1,3})(\d*)$/.exec(range.replaceAll('$', '').toUpperCase());
  if (found === null) return null;
  const [, from, top, to, bottom] = found;
  return `${from}${top || 1}:${to}${bottom || 1_048_576}`;
}

/** The first sheet people can see that has a header and a row below it; else the first that has anything. */
async function firstWithData(zip: Buffer, sheets: readonly Sheet[], file: string): Promise<Part> {
  const inOrder = [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)];
  let any: Part | null = null;
  for (const { name } of inOrder) {
    const part = { sheet: name, range: null };
    const rows = await readable(file, taken(rowsOf(zip, part, '.'), 2));
    if (rows.length > 1) return part;
    if (rows.length === 1) any ??= part;
  }
  if (any !== null) return any;
  throw emptySheet(file, listed(sheets));
}

/** The rows of a part that hold anything. */
async function* rowsOf(zip: Buffer, { sheet, range }: Part, decimal: NumberStyle): AsyncGenerator<SheetRow> {
  const first = range === null ? 0 : columnNumber(range);
  const options = range === null ? { sheet } : { sheet, range };
  for await (const { index, values } of streamXlsxRows(zip, options)) {
    if (!Number.isSafeInteger(index)) throw new Error('a row of the sheet has no number');
    const cells: string[] = [];
    let filled = false;
    for (let i = first; i < values.length; i++) {
      const text = cellText(values[i], decimal, 'clock');
      if (text !== '') filled = true;
      cells.push(text);
    }
    if (filled) yield { number: index + 1, cells };
  }
}

/** The place of a range's first column, counted from 0. */
function columnNumber(range: string): number {
  let number = 0;
  for (const letter of /^[A-Z]+/.exec(range)![0]) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

async function taken<T>(rows: AsyncGenerator<T>, most: number): Promise<T[]> {
  const list: T[] = [];
  for await (const row of rows) {
    list.push(row);
    if (list.length === most) break;
  }
  return list;
}

type Place = { readonly skipRows: number; readonly headerRows: number };

/** `skipRows` counts rows of the sheet, as the spreadsheet numbers them. */
function headerPlace(top: readonly SheetRow[], given: StatedFormat): Place {
  const rows = top.map(({ cells }) => withoutTail(cells));
  const at = given.skipRows === undefined ? headerStart(rows) : top.findIndex(({ number }) => number > given.skipRows!);
  const start = Math.max(0, at);
  return {
    skipRows: given.skipRows ?? top[start]!.number - 1,
    headerRows: given.headerRows ?? headerRowsAt(rows, start),
  };
}

async function readPart(
  zip: Buffer,
  file: ExportFile,
  part: Part,
  { skipRows, headerRows }: Place,
  decimal: NumberStyle,
  onBytes: (bytes: Uint8Array) => void,
): Promise<RowReader> {
  const rows = rowsOf(zip, part, decimal);
  const top: SheetRow[] = [];
  while (top.length < Math.max(1, headerRows)) {
    const { done, value } = await readable(file.name, rows.next());
    if (done) throw emptySheet(file.name, part.sheet);
    if (value.number > skipRows) top.push(value);
  }
  const header = joinHeader(top.map(({ cells }) => withoutTail(cells)));
  const width = header.length;
  return {
    header: headerRows === 0 ? header.map(() => '') : header,
    batches: () => batchesOf(headerRows === 0 ? top : [], rows, width, file, zip, onBytes),
  };
}

async function* batchesOf(
  first: readonly SheetRow[],
  rows: AsyncGenerator<SheetRow>,
  width: number,
  { name, bytes }: ExportFile,
  zip: Buffer,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<Read> {
  let batch = new TypedBatch();
  let read = 0;
  const add = ({ number, cells }: SheetRow) => {
    while (cells.length < width) cells.push('');
    batch.add(cells.length > width ? withoutTail(cells, width) : cells, number);
    read++;
  };
  first.forEach(add);
  for (;;) {
    const { done, value } = await readable(name, rows.next());
    if (done) break;
    add(value);
    if (batch.rows.length < AT_ONCE) continue;
    yield { batch, bytesRead: Math.floor(bytes * (1 - 1 / (1 + read / 100_000))) };
    batch = new TypedBatch();
  }
  onBytes(zip);
  yield { batch, bytesRead: bytes };
}

/** Without the empty cells at its end, but with at least `least` cells. */
function withoutTail(cells: readonly string[], least = 0): string[] {
  let end = cells.length;
  while (end > least && cells[end - 1] === '') end--;
  return cells.slice(0, end);
}

/** What goes wrong in the workbook itself, told as such. */
async function readable<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof PilotError) throw error;
    throw new PilotError(
      'damaged',
      `${name} is damaged: it is a workbook, but not all of it can be read. Open and save it again in a spreadsheet program, or export the table as CSV; nothing was imported.`,
      error instanceof Error ? error.message : null,
    );
  }
}

function partText({ sheet, range }: Part): string {
  return range === null ? sheet : `${sheet}!${range}`;
}

function notesOf(part: Part, sheets: readonly Sheet[], given: StatedFormat): string[] {
  if (given.sheet || sheets.length === 1) return [];
  return [
    `The workbook has ${sheets.length} sheets (${listed(sheets)}); "${part.sheet}" is read. Say another in format.sheet.`,
  ];
}

/** Cells that hold something and come as empty ones. */
function lossesOf({ uncomputed, errors }: Valueless): string[] {
  const where = (n: number, first: string) =>
    first === '' ? '' : n === 1 ? ` (${first})` : ` (the first is ${first})`;
  const one = (n: number) => (n === 1 ? 'it counts' : 'they count');
  return [
    ...(uncomputed.n === 0
      ? []
      : [
          `${cells(uncomputed.n)} a formula whose value was never saved${where(uncomputed.n, uncomputed.first)}; ${one(uncomputed.n)} as empty. Open the workbook in a spreadsheet program, save it there and import it again.`,
        ]),
    ...(errors.n === 0
      ? []
      : [`${cells(errors.n)} an error such as #N/A${where(errors.n, errors.first)}; ${one(errors.n)} as empty.`]),
  ];
}

function cells(n: number): string {
  return n === 1 ? '1 cell holds' : `${n} cells hold`;
}

function listed(sheets: readonly Sheet[]): string {
  return sheets.map(({ name }) => `"${name}"`).join(', ');
}

function noWorkbook(name: string, entries: readonly string[]): PilotError {
  const held = entries.slice(0, 3).join(', ');
  return new PilotError(
    'not-a-table',
    `${name} is a ZIP file and no workbook; it holds ${held}${entries.length > 3 ? ', …' : ''}. Unpack it and import the exports in it.`,
  );
}

function emptySheet(name: string, sheet: string): PilotError {
  return new PilotError('no-rows', `${name} holds no table: there is nothing in ${sheet}. Nothing was imported.`);
}
