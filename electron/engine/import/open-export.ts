import { stat } from 'node:fs/promises';
import type { StatedFormat } from '#shared/records/mapping.ts';
import { ExportFile } from './export-file.ts';
import { ExportFolder, openFolder } from './export-folder.ts';
import { openTable } from './open-table.ts';
import type { Table } from './table.ts';

/** One export: a file, or a folder of files with the same columns. */
export type Export = ExportFile | ExportFolder;

/** Opens what lies at a path. Throws a PilotError for what is missing, not to be read, or empty. */
export async function openExport(path: string): Promise<Export> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ? ExportFolder.open(path) : ExportFile.open(path);
}

/** The table an export holds; parts of the format that `given` states are not guessed. */
export function tableOf(file: Export, given: StatedFormat): Promise<Table> {
  return file instanceof ExportFolder ? openFolder(file, given) : openTable(file, given);
}
