import { type FileMetaData, parquetMetadata, parquetSchema, type SchemaTree } from 'hyparquet';
import { PilotError } from '#shared/api/error.ts';
import { cellText, type NumberStyle, singleText } from './cell-text.ts';
import type { ExportFile } from './export-file.ts';
import { readWindow } from './parquet-columns.ts';
import type { Read } from './row-reader.ts';
import type { Table } from './table.ts';
import { withinTime } from './time-limit.ts';
import { TypedBatch } from './typed-batch.ts';

const AT_ONCE = 50_000;
/** A group of rows is unpacked whole, so its size is what memory must hold. */
const MOST_OF_A_GROUP = 1 << 30;
const MOST_CELLS_OF_A_GROUP = 200_000_000;
const MOST_COLUMNS = 2000;
const MOST_FOOTER = 64 << 20;
/** Even the longest footer is read in less. */
const MILLISECONDS = 3000;

/** A column of values: the fields that lead to it, and how its values become text. */
type Column = {
  readonly name: string;
  readonly path: readonly string[];
  readonly text: (value: unknown, decimal: NumberStyle) => string;
};

/** Opens a Parquet file. Fields of structures become columns `outer.inner`; lists and maps stay JSON in their cell. */
export async function openParquet(file: ExportFile): Promise<Table> {
  const metadata = await readable(file.name, footer(file));
  const schema = await readable(file.name, schemaOf(metadata));
  const columns = columnsOf(schema, []);
  refuseOversize(metadata, columns, file.name);
  return {
    format: { encoding: null, delimiter: null, skipRows: 0, headerRows: 1, sheet: null },
    plain: null,
    sheets: [],
    notes: [],
    losses: [],
    numbers: 'typed',
    read: async (decimal, onBytes) => ({
      header: columns.map(({ name }) => name),
      batches: () => batchesOf(file, metadata, columns, decimal, onBytes),
    }),
  };
}

/** The footer says how long it is; one that says more than the file has, or than any has, is not believed. */
async function footer(file: ExportFile): Promise<FileMetaData> {
  const end = await file.slice(Math.max(0, file.bytes - 8), 8);
  if (end.length < 8 || end.toString('latin1', 4) !== 'PAR1') throw new Error('no footer at the end');
  const length = end.readUInt32LE(0);
  if (length > file.bytes - 12 || length > MOST_FOOTER) throw new Error('the footer is longer than the file');
  const bytes = new Uint8Array(await file.slice(file.bytes - length - 8, length + 8));
  return withinTime(MILLISECONDS, () => parquetMetadata(bytes.buffer));
}

/** The schema, which groups of rows must keep to: a column under a name that is not there, or there twice, is damage. */
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

function textOf(child: SchemaTree): Column['text'] {
  const { element, children } = child;
  const { type, logical_type: logical } = element;
  if (children.length === 0 && type === 'FLOAT') {
    return (value, decimal) =>
      typeof value === 'number' ? singleText(value, decimal) : cellText(value, decimal, 'clock');
  }
  const perSecond = ticksPerSecond(child);
  if (perSecond !== null)
    return (value) => (value === null || value === undefined ? '' : timeText(Number(value) / perSecond));
  const isClock = logical?.type === 'DATE' || element.converted_type === 'DATE' || isLocal(logical);
  return (value, decimal) => cellText(value, decimal, isClock ? 'clock' : 'utc');
}

/** The unit of a time of day; null where a column holds none. */
function ticksPerSecond({ element: { logical_type: logical, converted_type: converted } }: SchemaTree): number | null {
  if (logical?.type === 'TIME') return logical.unit === 'MILLIS' ? 1e3 : logical.unit === 'MICROS' ? 1e6 : 1e9;
  return converted === 'TIME_MILLIS' ? 1e3 : converted === 'TIME_MICROS' ? 1e6 : null;
}

function timeText(seconds: number): string {
  return cellText(new Date(seconds * 1000), '.', 'clock').slice(11) || '00:00:00';
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
  metadata: FileMetaData,
  columns: readonly Column[],
  decimal: NumberStyle,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<Read> {
  const total = Number(metadata.num_rows);
  let groupStart = 0;
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    for (let from = 0; from < rows; from += AT_ONCE) {
      const to = Math.min(rows, from + AT_ONCE);
      const values = await readable(file.name, readWindow(file, metadata, group, { from, to }));
      const read = columns.map(({ path, text }) => {
        const fieldAt = values.get(path[0]!)!;
        return (row: number) => text(valueAt(fieldAt(row), path.slice(1)), decimal);
      });
      const batch = new TypedBatch();
      for (let row = 0; row < to - from; row++) {
        batch.add(
          read.map((cell) => cell(row)),
          groupStart + from + row + 1,
        );
      }
      yield { batch, bytesRead: Math.floor((file.bytes * (groupStart + to)) / Math.max(1, total)) };
    }
    groupStart += rows;
  }
  for await (const bytes of file.pieces()) onBytes(bytes);
}

function valueAt(value: unknown, fields: readonly string[]): unknown {
  let inner = value;
  for (const field of fields) {
    if (typeof inner !== 'object' || inner === null) return null;
    inner = (inner as Readonly<Record<string, unknown>>)[field];
  }
  return inner;
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
