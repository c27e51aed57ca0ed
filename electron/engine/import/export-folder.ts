import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PilotError } from '#shared/api/error.ts';
import { columnNames } from '#shared/records/layout.ts';
import type { StatedFormat } from '#shared/records/mapping.ts';
import { ExportFile } from './export-file.ts';
import { openTable } from './open-table.ts';
import type { Read } from './row-reader.ts';
import type { Table } from './table.ts';

const ENDINGS = /\.(?:csv|tsv|tab|txt|json|jsonl|ndjson|xlsx|parquet|gz)$/i;
const MOST_FILES = 1000;

/** A folder of exports with the same columns, read as one: file after file in the order of their names. */
export class ExportFolder {
  readonly name: string;
  readonly bytes: number;
  readonly files: readonly ExportFile[];
  readonly leftOut: readonly string[];

  private constructor(name: string, files: readonly ExportFile[], leftOut: readonly string[]) {
    this.name = name;
    this.files = files;
    this.leftOut = leftOut;
    this.bytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Throws a PilotError for a folder without exports, or with too many; hidden files and folders in it are left out. */
  static async open(path: string): Promise<ExportFolder> {
    const name = basename(path);
    const entries = (await readdir(path, { withFileTypes: true })).filter((entry) => !/^(?:\.|~\$)/.test(entry.name));
    const isExport = (entry: (typeof entries)[number]) => entry.isFile() && ENDINGS.test(entry.name);
    const exports = entries
      .filter(isExport)
      .map((entry) => entry.name)
      .sort();
    if (exports.length === 0) {
      throw new PilotError('no-rows', `The folder ${name} holds no exports (CSV, TSV, XLSX, JSON lines or Parquet).`);
    }
    if (exports.length > MOST_FILES) {
      throw new PilotError('too-big', `The folder ${name} holds more than ${MOST_FILES} exports; import it in parts.`);
    }
    const files: ExportFile[] = [];
    try {
      for (const each of exports) files.push(await ExportFile.open(join(path, each)));
    } catch (error) {
      for (const file of files) await file.close();
      throw error;
    }
    return new ExportFolder(
      name,
      files,
      entries.filter((entry) => !isExport(entry)).map((entry) => entry.name),
    );
  }

  async close(): Promise<void> {
    for (const file of this.files) await file.close();
  }
}

/** The table of all files of a folder. Throws a PilotError for a file with other columns than the first has. */
export async function openFolder(folder: ExportFolder, given: StatedFormat): Promise<Table> {
  const tables: Table[] = [];
  for (const file of folder.files) tables.push(await openTable(file, given));
  const first = tables[0]!;
  return {
    format: first.format,
    plain: null,
    sheets: first.sheets,
    notes: [...first.notes, ...notesOf(folder)],
    losses: tables.flatMap(({ losses }, i) => losses.map((loss) => `${folder.files[i]!.name}: ${loss}`)),
    numbers: first.numbers,
    read: async (decimal, onBytes) => {
      const head = await first.read(decimal, () => {});
      const { names } = columnNames(head.header);
      return {
        header: head.header,
        batches: async function* () {
          let lines = 0;
          let bytesBefore = 0;
          for (const [i, table] of tables.entries()) {
            const { name, bytes } = folder.files[i]!;
            const reader = await table.read(decimal, onBytes);
            const order = orderOf(names, columnNames(reader.header).names, name, folder.files[0]!.name);
            let last = lines;
            for await (const read of reader.batches()) {
              last = Math.max(last, lines + (read.batch.lines.at(-1) ?? 0));
              yield shifted(read, lines, bytesBefore, order);
            }
            lines = last;
            bytesBefore += bytes;
          }
        },
      };
    },
  };
}

/** Where the first file's columns stand in another file; null where they stand alike. */
function orderOf(names: readonly string[], own: readonly string[], file: string, first: string): number[] | null {
  const order = names.map((name) => own.indexOf(name));
  const missing = names.find((_, i) => order[i] === -1);
  const added = own.find((name) => !names.includes(name));
  if (missing === undefined && added === undefined) return order.every((place, i) => place === i) ? null : order;
  const differs = missing === undefined ? `${file} has a column "${added}"` : `${file} has no column "${missing}"`;
  throw new PilotError(
    'layout',
    `The files of a folder are imported as one source when they have the same columns; ${differs}, unlike ${first}. Take it out of the folder and import it alone.`,
  );
}

function shifted({ batch, bytesRead }: Read, lines: number, bytes: number, order: readonly number[] | null): Read {
  const rows =
    order === null
      ? batch.rows
      : batch.rows.map((row) => (row.length === order.length ? order.map((place) => row[place]!) : row));
  return {
    batch: {
      rows,
      lines: lines === 0 ? batch.lines : batch.lines.map((line) => line + lines),
      faults: batch.faults,
      raw: (i) => batch.raw(i),
    },
    bytesRead: bytes + bytesRead,
  };
}

function notesOf({ files, leftOut }: ExportFolder): string[] {
  const notes = [
    `${files.length} files are read as one, from ${files[0]!.name} to ${files.at(-1)!.name}; their lines are counted on from file to file.`,
  ];
  if (leftOut.length > 0) notes.push(`Left out of the folder: ${leftOut.slice(0, 10).join(', ')}.`);
  return notes;
}
