import type { Compressors, FileMetaData, RowGroup, SchemaTree } from 'hyparquet';
import { flatten, parquetSchema } from 'hyparquet';
import { assembleNested } from 'hyparquet/src/assemble.js';
import { readColumn } from 'hyparquet/src/column.js';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { getTreePath } from 'hyparquet/src/schema.js';
import { compressors as ofLibrary } from 'hyparquet-compressors';
import type { ExportFile } from './export-file.ts';
import { withinTime } from './time-limit.ts';

/** Version 1.1.2 of the library cannot unpack a page of nothing, as a column without any value has. */
const compressors: Compressors = Object.fromEntries(
  Object.entries(ofLibrary).map(([codec, unpack]) => [
    codec,
    (input: Uint8Array, length: number) => (length === 0 ? new Uint8Array(0) : unpack(input, length)),
  ]),
);

/** A decoder gets this long for a column of one window of rows, and more for a larger one. */
const MILLISECONDS = 1500;
const MILLISECONDS_A_MEGABYTE = 100;

/** Rows of one group, counted within it: from the first, included, to the last, excluded. */
export type Window = { readonly from: number; readonly to: number };

/** A value of the window by its place in it. */
export type ValueAt = (row: number) => unknown;

/**
 * The columns of a window of one row group, by the name of the outermost field. It reads column after column with the
 * library's own decoder, instead of asking it for rows, since that way each can be held to a time: version 1.31.5 goes
 * round for ever on a run of a negative length.
 */
export async function readWindow(
  file: ExportFile,
  metadata: FileMetaData,
  group: RowGroup,
  window: Window,
): Promise<ReadonlyMap<string, ValueAt>> {
  const tree = parquetSchema(metadata);
  const values = new Map<string, ValueAt>();
  for (const field of tree.children) values.set(field.element.name, await readField(file, tree, field, group, window));
  return values;
}

type Decoded = { readonly values: ArrayLike<unknown>; readonly skipped: number };

async function readField(
  file: ExportFile,
  tree: SchemaTree,
  field: SchemaTree,
  group: RowGroup,
  window: Window,
): Promise<ValueAt> {
  const parts = new Map<string, Decoded>();
  for (const chunk of group.columns) {
    const column = chunk.meta_data;
    if (column === undefined || column.path_in_schema[0] !== field.element.name) continue;
    parts.set(column.path_in_schema.join('.'), await decode(file, tree, column, group, window));
  }
  const only = parts.get(field.element.name);
  if (field.children.length === 0 && only !== undefined) return at(only.values, only.skipped, window);
  const skipped = Math.max(window.from, ...[...parts.values()].map((part) => part.skipped));
  const cut = new Map(
    [...parts].map(([path, part]) => [
      path,
      Array.from(part.values).slice(skipped - part.skipped, window.to - part.skipped),
    ]),
  );
  withinTime(MILLISECONDS, () => assembleNested(cut, field, DEFAULT_PARSERS));
  const assembled = cut.get(field.element.name);
  if (assembled === undefined) throw new Error(`no values of ${field.element.name}`);
  return at(assembled, skipped, window);
}

async function decode(
  file: ExportFile,
  tree: SchemaTree,
  column: NonNullable<RowGroup['columns'][number]['meta_data']>,
  group: RowGroup,
  { from, to }: Window,
): Promise<Decoded> {
  const start = Number(column.dictionary_page_offset || column.data_page_offset);
  const length = Number(column.total_compressed_size);
  if (!(start >= 0 && length > 0 && start + length <= file.bytes))
    throw new Error('a column beyond the end of the file');
  const bytes = new Uint8Array(await file.slice(start, length));
  const schemaPath = getTreePath(tree, column.path_in_schema);
  const { element } = schemaPath[schemaPath.length - 1]!;
  const rows = { groupStart: 0, selectStart: from, selectEnd: to, groupRows: Number(group.num_rows) };
  const decoder = {
    ...column,
    pathInSchema: column.path_in_schema,
    element,
    schemaPath,
    compressors,
    parsers: DEFAULT_PARSERS,
  };
  const time = MILLISECONDS + Math.ceil(length / 1e6) * MILLISECONDS_A_MEGABYTE;
  const { data, skipped } = withinTime(time, () =>
    readColumn({ view: new DataView(bytes.buffer), offset: 0 }, rows, decoder),
  );
  return { values: flatten(data), skipped };
}

function at(values: ArrayLike<unknown>, skipped: number, { from, to }: Window): ValueAt {
  if (skipped + values.length < to || skipped > from) throw new Error('fewer rows in a column than in its group');
  return (row) => values[from + row - skipped];
}
