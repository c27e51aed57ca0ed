import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type SchemaTree,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { PilotError } from '#shared/api/error.ts';
import { cellText, type NumberStyle, singleText } from './cell-text.ts';
import type { ExportFile } from './export-file.ts';
import type { Read } from './row-reader.ts';
import type { Table } from './table.ts';
import { TypedBatch } from './typed-batch.ts';

const AT_ONCE = 50_000;
/** A group of rows is unpacked whole, so its size is what memory must hold. */
const MOST_OF_A_GROUP = 1 << 30;
const MOST_CELLS_OF_A_GROUP = 200_000_000;
const MOST_COLUMNS = 2000;
const MOST_FOOTER = 64 << 20;

/** A column of values: the fields that lead to it, and how its values become text. */
type Column = {
  readonly name: string;
  readonly path: readonly string[];
  readonly text: (value: unknown, decimal: NumberStyle) => string;
};

/** Opens a Parquet file. Fields of structures become columns `outer.inner`; lists and maps stay JSON in their cell. */
export async function openParquet(file: ExportFile): Promise<Table> {
  const buffer = bufferOf(file);
  const metadata = await readable(file.name, footer(file, buffer));
  const schema = await readable(file.name, schemaOf(metadata));
  const columns = columnsOf(schema, []);
  refuseOversize(metadata, columns, file.name);
  return {
    format: { encoding: null, delimiter: null, skipRows: 0, headerRows: 1, sheet: null },
    sheets: [],
    notes: [],
    numbers: 'typed',
    read: async (decimal, onBytes) => ({
      header: columns.map(({ name }) => name),
      batches: () => batchesOf(file, buffer, metadata, columns, decimal, onBytes),
    }),
  };
}

function bufferOf(file: ExportFile): AsyncBuffer {
  return {
    byteLength: file.bytes,
    slice: async (start, end = file.bytes) => {
      const bytes = await file.slice(start, end - start);
      if (bytes.length < end - start) throw new RangeError('beyond the end of the file');
      return new Uint8Array(bytes).buffer;
    },
  };
}

/** The footer says how long it is; one that says more than the file has, or than any has, is not believed. */
async function footer(file: ExportFile, buffer: AsyncBuffer): Promise<FileMetaData> {
  const end = await file.slice(Math.max(0, file.bytes - 8), 8);
  if (end.length < 8 || end.toString('latin1', 4) !== 'PAR1') throw new Error('no footer at the end');
  const length = end.readUInt32LE(0);
  if (length > file.bytes - 12 || length > MOST_FOOTER) throw new Error('the footer is longer than the file');
  return parquetMetadataAsync(buffer);
}

/**
 * The schema, which groups of rows must keep to. The reader starts on every column of a group but waits only for those
 * it finds by name, so a broken column under a name that is not there, or there twice, would end the process.
 */
async function schemaOf(metadata: FileMetaData): Promise<SchemaTree> {
  const schema = parquetSchema(metadata);
  const known = new Set(leavesOf(schema));
  if (new Set(schema.children.map(({ element }) => element.name)).size < schema.children.length)
    throw new Error('two columns have the same name');
  for (const { columns } of metadata.row_groups) {
    const named = columns.map(({ meta_data: column }) => JSON.stringify(column?.path_in_schema));
    if (new Set(named).size < named.length || !named.every((path) => known.has(path)))
      throw new Error('a group of rows has other columns than the schema');
  }
  return schema;
}

function leavesOf({ path, children }: SchemaTree): string[] {
  return children.length === 0 ? [JSON.stringify(path)] : children.flatMap(leavesOf);
}

function columnsOf(tree: SchemaTree, path: readonly string[]): Column[] {
  return tree.children.flatMap((child) => {
    const { element } = child;
    const here = [...path, element.name];
    const isStructure =
      child.children.length > 0 &&
      element.repetition_type !== 'REPEATED' &&
      element.converted_type === undefined &&
      element.logical_type === undefined;
    return isStructure ? columnsOf(child, here) : [{ name: here.join('.'), path: here, text: textOf(child) }];
  });
}

function textOf({ element, children }: SchemaTree): Column['text'] {
  const { type, logical_type: logical } = element;
  if (children.length === 0 && type === 'FLOAT') {
    return (value, decimal) =>
      typeof value === 'number' ? singleText(value, decimal) : cellText(value, decimal, 'clock');
  }
  const isClock = logical?.type === 'DATE' || element.converted_type === 'DATE' || isLocal(logical);
  return (value, decimal) => cellText(value, decimal, isClock ? 'clock' : 'utc');
}

function isLocal(logical: SchemaTree['element']['logical_type']): boolean {
  return logical?.type === 'TIMESTAMP' && !logical.isAdjustedToUTC;
}

function refuseOversize({ row_groups: groups }: FileMetaData, columns: readonly Column[], name: string): void {
  const isTooBig = groups.some(
    (group) =>
      group.total_byte_size > MOST_OF_A_GROUP ||
      Number(group.num_rows) * group.columns.length > MOST_CELLS_OF_A_GROUP ||
      group.columns.some(({ meta_data: column }) => (column?.total_uncompressed_size ?? 0n) > MOST_OF_A_GROUP),
  );
  if (!isTooBig && columns.length <= MOST_COLUMNS) return;
  throw new PilotError(
    'too-big',
    `${name} has more than ${MOST_COLUMNS} columns, or groups of rows that unpack to more than 1 GB, so it was not read. Write it with smaller row groups, or export the table as CSV.`,
  );
}

async function* batchesOf(
  file: ExportFile,
  buffer: AsyncBuffer,
  metadata: FileMetaData,
  columns: readonly Column[],
  decimal: NumberStyle,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<Read> {
  const total = Number(metadata.num_rows);
  let groupStart = 0;
  for (const group of metadata.row_groups) {
    const groupEnd = groupStart + Number(group.num_rows);
    for (let from = groupStart; from < groupEnd; from += AT_ONCE) {
      const to = Math.min(groupEnd, from + AT_ONCE);
      const reading = parquetReadObjects({ file: buffer, metadata, compressors, rowStart: from, rowEnd: to });
      const rows = await readable(file.name, reading);
      if (rows.length !== to - from) throw damaged(file.name, `${rows.length} rows instead of ${to - from}`);
      const batch = new TypedBatch();
      rows.forEach((row, i) => {
        batch.add(
          columns.map(({ path, text }) => text(valueAt(row, path), decimal)),
          from + i + 1,
        );
      });
      yield { batch, bytesRead: Math.floor((file.bytes * to) / Math.max(1, total)) };
    }
    groupStart = groupEnd;
  }
  for await (const bytes of file.pieces()) onBytes(bytes);
}

function valueAt(row: Readonly<Record<string, unknown>>, path: readonly string[]): unknown {
  let value: unknown = row;
  for (const field of path) {
    if (typeof value !== 'object' || value === null) return null;
    value = (value as Readonly<Record<string, unknown>>)[field];
  }
  return value;
}

async function readable<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof PilotError ? error : damaged(name, error instanceof Error ? error.message : String(error));
  }
}

function damaged(name: string, cause: string): PilotError {
  return new PilotError(
    'damaged',
    `${name} is cut off or damaged: it begins like a Parquet file, but cannot be read to its end. Fetch or write it again; nothing was imported.`,
    cause,
  );
}
