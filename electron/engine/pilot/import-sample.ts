import type { ImportResult } from '#shared/records/source.ts';
import { importExport, type Watch } from '../import/index.ts';
import { writeSample } from '../sample/write-sample.ts';
import type { PilotFile } from '../store/pilot-file.ts';

/** Writes the sample shop into a folder and imports it, as a user would by hand. */
export async function importSample(file: PilotFile, folder: string, watch: Watch): Promise<ImportResult[]> {
  const sample = await writeSample(
    folder,
    { customers: null, seed: 1, story: 'win', follow: null },
    (done, total, sentence) => {
      watch.signal.throwIfAborted();
      watch.progress(done, total, sentence);
    },
  );
  return await importSampleFiles(file, sample.files, watch);
}

/** Imports exports one after another, each by its own preset. */
export async function importSampleFiles(
  file: PilotFile,
  paths: readonly string[],
  watch: Watch,
): Promise<ImportResult[]> {
  const results: ImportResult[] = [];
  for (const path of paths)
    results.push(await importExport(file, path, { mapping: null, preset: null, as: null }, watch));
  return results;
}
