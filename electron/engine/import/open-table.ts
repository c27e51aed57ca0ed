import { PilotError } from '#shared/api/error.ts';
import type { StatedFormat } from '#shared/records/mapping.ts';
import { shapeOfSample } from '#shared/records/sample-shape.ts';
import { readDelimited } from './delimited-reader.ts';
import { knownEncoding, recogniseEncoding } from './encoding.ts';
import type { ExportFile } from './export-file.ts';
import { gunzipped } from './gunzipped.ts';
import { beginsAsJson, openJsonLines } from './json-lines.ts';
import type { Table } from './table.ts';
import { plainText, type TextBytes } from './text-bytes.ts';
import { pieceDecoder } from './text-decoder.ts';

const SAMPLE = 1 << 19;

const ZIP = 'PK\u0003\u0004';
const EMPTY_ZIP = 'PK\u0005\u0006';
const GZIP = '\u001f\u008b';
const PARQUET = 'PAR1';

const NO_TABLES = [
  { magic: EMPTY_ZIP, what: 'an empty ZIP file' },
  { magic: '\u00d0\u00cf\u0011\u00e0', what: 'an old Excel workbook (.xls), or one locked with a password' },
  { magic: 'PARE', what: 'an encrypted Parquet file' },
  { magic: '%PDF', what: 'a PDF' },
  { magic: 'SQLite format 3', what: 'a database' },
  { magic: '\u0089PNG', what: 'a picture' },
  { magic: '\u00ff\u00d8\u00ff', what: 'a picture' },
  { magic: '7z\u00bc\u00af', what: 'an archive' },
  { magic: 'Rar!', what: 'an archive' },
] as const;

/** Finds the table in a file by what the file begins with; its name's ending says nothing. `given` is not guessed. */
export async function openTable(file: ExportFile, given: StatedFormat): Promise<Table> {
  const start = await beginningOf(file);
  // Their readers are large, and most imports need neither.
  if (start.startsWith(ZIP)) return (await import('./workbook.ts')).openWorkbook(file, given);
  if (start.startsWith(PARQUET)) return (await import('./parquet.ts')).openParquet(file);
  if (start.startsWith(GZIP)) return openGzip(file, given);
  refuseOtherFiles(start, file.name);
  return openText(
    plainText(file, (plain) => plain.pieces()),
    given,
    'plain',
  );
}

async function openGzip(file: ExportFile, given: StatedFormat): Promise<Table> {
  const text = gunzipped(file);
  const inside = (await text.beginning(16)).toString('latin1');
  if ([ZIP, PARQUET, GZIP].some((magic) => inside.startsWith(magic))) {
    throw new PilotError(
      'not-text',
      `${file.name} holds no text but another packed file. Unpack it and import what is in it; nothing was imported.`,
    );
  }
  refuseOtherFiles(inside, file.name);
  return openText(text, given, 'packed');
}

async function openText(file: TextBytes, given: StatedFormat, lies: 'plain' | 'packed'): Promise<Table> {
  const encoding = given.encoding ? knownEncoding(given.encoding) : await recogniseEncoding(file);
  const sample = await sampleText(file, encoding);
  if (!given.delimiter && beginsAsJson(sample, file.name)) return openJsonLines(file, encoding);
  const shape = shapeOfSample(sample.slice(0, 1 << 18));
  const format = {
    encoding,
    delimiter: given.delimiter ?? shape.delimiter,
    skipRows: given.skipRows ?? shape.skipRows,
    headerRows: given.headerRows ?? shape.headerRows,
  };
  return {
    format: { ...format, sheet: null },
    plain: lies === 'plain' ? format : null,
    sheets: [],
    notes: [],
    losses: [],
    numbers: 'text',
    read: (_, onBytes) => readDelimited(file, format, onBytes),
  };
}

async function sampleText(file: TextBytes, encoding: string): Promise<string> {
  const decoder = pieceDecoder(encoding);
  const bytes = await file.beginning(SAMPLE);
  const text = decoder.push(bytes);
  const unified = text.includes('\n') ? text : text.replaceAll('\r', '\n');
  const lastLine = unified.lastIndexOf('\n');
  return bytes.length < SAMPLE || lastLine < 0 ? unified : unified.slice(0, lastLine + 1);
}

async function beginningOf(file: ExportFile): Promise<string> {
  return (await file.slice(0, 16)).toString('latin1');
}

function refuseOtherFiles(beginning: string, name: string): void {
  const other = NO_TABLES.find(({ magic }) => beginning.startsWith(magic));
  if (other === undefined) return;
  throw new PilotError(
    'not-text',
    `${name} is ${other.what}, not a table that can be read. Save or export it as XLSX or CSV and import that; nothing was imported.`,
  );
}
