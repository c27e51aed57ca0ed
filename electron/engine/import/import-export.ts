import { setImmediate } from 'node:timers/promises';
import type { BulkWritableDb, ReadableDb } from '#engine/store/db.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import { SecondThread } from '#engine/threads/second-thread.ts';
import { cancelled, PilotError } from '#shared/api/error.ts';
import type { ImportResult, QuarantinedRow } from '#shared/records/source.ts';
import { bringsNothing, finishImport } from './finish-import.ts';
import { GatheredRecords } from './gathered-records.ts';
import { resultOf } from './import-result.ts';
import { openExport } from './open-export.ts';
import { readRows } from './read-rows.ts';
import { nowhere } from './record-sink.ts';
import type { Wish } from './settle.ts';
import { explained } from './too-little-memory.ts';
import { unwatched, type Watch } from './watch.ts';

/** What a try-out shows besides the sums: the rows that would not get in. */
export type TriedImport = ImportResult & { readonly quarantine: readonly QuarantinedRow[] };

/** Ends a bulk change that turned out to change nothing, so that the file is not rewritten. */
class NothingNew extends Error {
  readonly results: readonly ImportResult[];

  constructor(results: readonly ImportResult[]) {
    super('Every row is already there.');
    this.results = results;
  }
}

/**
 * Imports one export, whole or not at all. Rows read = kept + duplicates + quarantined. Throws a PilotError whose
 * sentence says what to do when the file cannot be read or the mapping does not fit it; then nothing was changed.
 */
export async function importExport(
  pilot: PilotFile,
  path: string,
  wish: Wish,
  watch: Watch = unwatched,
): Promise<ImportResult> {
  const [result] = await importExports(pilot, [path], wish, watch);
  return result!;
}

/** Imports several exports one after another, in one change: when one cannot be imported, none is. */
export async function importExports(
  pilot: PilotFile,
  paths: readonly string[],
  wish: Wish,
  watch: Watch = unwatched,
): Promise<readonly ImportResult[]> {
  try {
    return await pilot.bulk('import', async (db) => {
      const results: ImportResult[] = [];
      for (const path of paths) results.push(await importInto(db, path, wish, watch));
      if (results.every(({ source }) => source === null)) throw new NothingNew(results);
      return results;
    });
  } catch (error) {
    if (error instanceof NothingNew) return error.results;
    throw watch.signal.aborted && !(error instanceof PilotError) ? cancelled() : error;
  }
}

/** One export within a change; a file whose rows are all there already leaves no trace. */
async function importInto(db: BulkWritableDb, path: string, wish: Wish, watch: Watch): Promise<ImportResult> {
  const file = await openExport(path);
  try {
    const { signal } = watch;
    const importing = await readRows(db, file, wish, watch, (rows, currency) => new GatheredRecords(rows, currency));
    const nothing = bringsNothing(db, importing);
    if (nothing !== null) return nothing;
    watch.progress(file.bytes, file.bytes, `Joining customers of ${file.name}`);
    const breathe = async () => {
      await setImmediate();
      signal.throwIfAborted();
    };
    await breathe();
    const result = await finishImport(db, importing, breathe);
    await breathe();
    return result;
  } catch (error) {
    throw explained(error, file.name);
  } finally {
    await SecondThread.dismiss();
    await file.close();
  }
}

/** What an import would do, with the rows that would not get in; nothing is written. */
export async function tryImport(
  db: ReadableDb,
  path: string,
  wish: Wish,
  watch: Watch = unwatched,
): Promise<TriedImport> {
  const file = await openExport(path);
  try {
    const importing = await readRows(db, file, wish, watch, () => nowhere);
    const quarantine = importing.run.shown.map((row) => ({ source: file.name, ...row }));
    return { ...resultOf(importing), source: null, quarantine };
  } catch (error) {
    throw watch.signal.aborted && !(error instanceof PilotError) ? cancelled() : explained(error, file.name);
  } finally {
    await SecondThread.dismiss();
    await file.close();
  }
}
