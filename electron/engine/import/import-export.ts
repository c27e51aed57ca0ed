import { createHash } from 'node:crypto';
import { joinSums, joinWarnings } from '#engine/identity/join-sums.ts';
import { readMatching } from '#engine/identity/matching-value.ts';
import { rejoinAfterImport } from '#engine/identity/rejoin.ts';
import { moveCustomers } from '#engine/records/move.ts';
import { pilotValue, setPilotValue } from '#engine/records/pilot-value.ts';
import { pruneIdentities } from '#engine/records/remove-source.ts';
import { layReplacedAside } from '#engine/records/replaced.ts';
import { sourceId } from '#engine/records/source-id.ts';
import { setIndexesAside } from '#engine/records/tables.ts';
import type { ReadableDb, WritableDb } from '#engine/store/db.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import { cancelled, PilotError } from '#shared/api/error.ts';
import { explainIssues } from '#shared/api/explain.ts';
import { layoutOf } from '#shared/records/layout.ts';
import { mapping as mappingSchema } from '#shared/records/mapping.ts';
import type { ImportResult, QuarantinedRow } from '#shared/records/source.ts';
import { compile, mappingError } from './compile.ts';
import { ExportFolder } from './export-folder.ts';
import { IdentityBook } from './identity-book.ts';
import { ImportRun } from './import-run.ts';
import { ledgerOf } from './ledger-of.ts';
import { refuseRepeatedColumns, repeatedColumns } from './look.ts';
import { type Export, openExport } from './open-export.ts';
import { nowhere, PilotSink, type RecordSink } from './record-sink.ts';
import { originOf, seenOf } from './remembered.ts';
import type { RowLedger } from './row-ledger.ts';
import { RowStream } from './row-stream.ts';
import { RowTaker } from './row-taker.ts';
import { type Settled, settle, statedFormat, type Wish } from './settle.ts';
import { importWarnings } from './warnings.ts';

/** How an import tells of itself and is stopped; as the calls of the contract hand it in. */
export type Watch = {
  readonly progress: (done: number, total: number | null, sentence: string) => void;
  readonly signal: AbortSignal;
};

/** Nobody watches, nobody stops it. */
export const unwatched: Watch = { progress: () => {}, signal: new AbortController().signal };

/** What a try-out shows besides the sums: the rows that would not get in. */
export type TriedImport = ImportResult & { readonly quarantine: readonly QuarantinedRow[] };

const INDEXED = ['identity', 'activity', 'feedback', 'arm_named'] as const;

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
async function importInto(db: WritableDb, path: string, wish: Wish, watch: Watch): Promise<ImportResult> {
  const file = await openExport(path);
  db.run('SAVEPOINT export');
  try {
    const { result, importing } = await runRows(
      db,
      file,
      wish,
      watch,
      (source, currency) => new PilotSink(db, source, currency),
      (rowsComing) => setIndexesAside(db, INDEXED, rowsComing),
    );
    const settledResult = finish(db, importing, result);
    watch.signal.throwIfAborted();
    db.run('RELEASE export');
    return settledResult;
  } catch (error) {
    if (!(error instanceof NothingNew)) throw error;
    db.run('ROLLBACK TO export');
    db.run('RELEASE export');
    return error.results[0]!;
  } finally {
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
    const { result, importing } = await runRows(
      db,
      file,
      wish,
      watch,
      () => nowhere,
      () => () => undefined,
    );
    const quarantine = importing.run.shown.map((row) => ({ source: file.name, ...row }));
    return { ...result, source: null, quarantine };
  } catch (error) {
    throw watch.signal.aborted && !(error instanceof PilotError) ? cancelled() : error;
  } finally {
    await file.close();
  }
}

type Importing = {
  readonly file: Export;
  readonly wish: Wish;
  readonly settled: Settled;
  readonly source: number;
  /** The columns by which the layout is known. */
  readonly origin: readonly string[];
  readonly layout: string;
  readonly sha256: string;
  readonly run: ImportRun;
  readonly taker: RowTaker;
  readonly book: IdentityBook;
  readonly ledger: RowLedger;
  readonly rebuildIndexes: () => void;
};

async function runRows(
  db: ReadableDb | WritableDb,
  file: Export,
  wish: Wish,
  { progress, signal }: Watch,
  makeSink: (source: number, currency: () => string | null) => RecordSink,
  setAside: (rowsComing: number) => () => void,
): Promise<{ readonly result: ImportResult; readonly importing: Importing }> {
  progress(0, file.bytes, `Looking at ${file.name}`);
  checkMapping(wish);
  const settled = await settle(file, wish, db);
  signal.throwIfAborted();
  const { look, format, mapping, noPerson } = settled;
  if (noPerson !== null)
    throw new PilotError('no-person', `${file.name} looks like ${noPerson.name}. ${noPerson.sentence}`);
  const by = settled.from === 'given' || settled.from === 'remembered' ? 'person' : 'machine';
  refuseRepeatedColumns(look, mapping, by, file.name);
  const plan = compile(mapping, look.names, format.decimal, file.name);
  const origin = originOf(db, look, mapping, settled.preset?.id ?? null);
  const layout = layoutOf(origin, mapping);
  const source = nextSource(db);
  const ledger = ledgerOf(db, layout, look.rowEstimate);
  const book = new IdentityBook(db);
  const rebuildIndexes = setAside(look.rowEstimate);
  const sink = makeSink(source, () => taker.values.currency);
  const currency = pilotValue(db, 'currency') ?? commonestCurrency(settled, plan.currency);
  const country = format.country ?? readMatching(db).country;
  const cells = { ...format, country, dateOrder: settled.dateOrder };
  const taker: RowTaker = new RowTaker(plan, cells, currency, book, ledger, sink, source);
  const run = new ImportRun(plan, taker, sink);
  const stream = new RowStream(plan, run);
  const sha256 = createHash('sha256');
  const reader = await look.table.read(format.decimal, (bytes) => void sha256.update(bytes));
  for await (const read of reader.batches()) {
    signal.throwIfAborted();
    stream.take(read);
    progress(read.bytesRead, file.bytes, `Reading ${file.name}`);
  }
  stream.end();
  sink.flush();
  if (run.rowsRead === 0) throw noRows(file.name);
  const importing = {
    file,
    wish,
    settled,
    source,
    origin,
    layout,
    sha256: sha256.digest('hex'),
    run,
    taker,
    book,
    ledger,
    rebuildIndexes,
  };
  progress(file.bytes, file.bytes, `Joining customers of ${file.name}`);
  return { result: resultOf(importing), importing };
}

/** Writes what stands at the end of an import: identities, joins, the source and its digests. */
function finish(db: WritableDb, importing: Importing, result: ImportResult): ImportResult {
  const { file, wish, settled, source, layout, sha256, run, taker, book, ledger } = importing;
  const same = db.get<{ id: number }>('SELECT id FROM source WHERE sha256 = ? AND layout = ? ORDER BY id DESC', [
    sha256,
    layout,
  ]);
  const isHere = run.kept === 0 && (run.quarantined === 0 || same !== undefined);
  if (isHere || (same !== undefined && onlyTurnedAgain(importing, same.id))) {
    const where = same === undefined ? '' : ` as ${sourceId(same.id)}`;
    const sentence = `Every row of ${file.name} is already here${where}; nothing was changed.`;
    const duplicates = run.duplicates + run.kept;
    const warnings = [sentence, ...result.warnings];
    throw new NothingNew([{ ...result, source: null, kept: 0, replaced: 0, duplicates, warnings }]);
  }
  const before = joinSums(db);
  const moved = book.write(db, source);
  layReplacedAside(db, taker.replaced, source);
  moveCustomers(db, moved);
  importing.rebuildIndexes();
  const joined = rejoinAfterImport(db, source);
  const customers = book.countCustomers(joined);
  if (taker.replaced.length > 0) pruneIdentities(db);
  const warnings = [...result.warnings, ...joinWarnings(before, joinSums(db))];
  if (taker.values.currency !== null) setPilotValue(db, 'currency', taker.values.currency);
  const remembered = JSON.stringify({ ...settled.mapping, format: statedFormat(settled) });
  db.run(
    `INSERT INTO mapping (layout, value, preset, used_at, seen) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (layout) DO UPDATE SET value = excluded.value, preset = excluded.preset, used_at = excluded.used_at,
       seen = excluded.seen`,
    [
      settled.look.signature,
      remembered,
      settled.preset?.id ?? null,
      Date.now(),
      seenOf(settled.look, settled.mapping, importing.origin),
    ],
  );
  setPilotValue(db, 'last_source', String(source));
  db.run(
    `INSERT INTO source (id, file, preset, kind, imported_at, bytes, sha256, rows_read, kept, replaced, duplicates,
       quarantined, reasons, warnings, layout, mapping, row_digests, header, duplicate_rows)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      source,
      file.name,
      settled.preset?.id ?? null,
      wish.as ?? settled.mapping.kind,
      Date.now(),
      file.bytes,
      sha256,
      run.rowsRead,
      run.kept,
      run.replaced,
      run.duplicates,
      run.quarantined,
      JSON.stringify(result.reasons),
      JSON.stringify(warnings),
      layout,
      remembered,
      ledger.digestsOf(source),
      JSON.stringify(file instanceof ExportFolder ? [] : settled.look.names),
      run.sameRows.bytes(),
    ],
  );
  return { ...result, customersNew: customers.isNew, customersMatched: customers.matched, warnings };
}

/**
 * Versions of one row within a file take each other's place anew each time the file comes, and end as they had ended:
 * whether nothing else happened to the rows of `same`, an earlier import of the same bytes.
 */
function onlyTurnedAgain({ run, taker, source }: Importing, same: number): boolean {
  return run.kept === run.replaced && taker.replaced.every((row) => row.source === same || row.source === source);
}

function resultOf({ file, settled, source, run, taker, book }: Importing): ImportResult {
  const customers = book.countCustomers(null);
  const repeated = repeatedColumns(settled.look, file.name);
  return {
    source: sourceId(source),
    file: file.name,
    rowsRead: run.rowsRead,
    kept: run.kept,
    replaced: run.replaced,
    duplicates: run.duplicates,
    quarantined: run.quarantined,
    reasons: Object.fromEntries([...run.reasons].sort((a, b) => b[1] - a[1])),
    customersNew: customers.isNew,
    customersMatched: customers.matched,
    warnings: [
      ...settled.look.table.notes,
      ...(repeated === null ? [] : [repeated]),
      ...importWarnings(settled, run, taker),
    ],
  };
}

function checkMapping({ mapping }: Wish): void {
  if (mapping === null) return;
  const parsed = mappingSchema.safeParse(mapping);
  if (!parsed.success) throw mappingError(`${explainIssues(parsed.error)[0]}.`);
}

/** Numbers of sources are not used again, also after the last one was removed. */
function nextSource(db: ReadableDb): number {
  const last = db.get<{ last: number }>('SELECT coalesce(max(id), 0) AS last FROM source')?.last ?? 0;
  return Math.max(last, Number(pilotValue(db, 'last_source') ?? 0)) + 1;
}

/** The currency most rows of the sample name: a first row in another one must not set the pilot's. */
function commonestCurrency({ look }: Settled, column: number): string | null {
  const values = column < 0 ? null : (look.profiles[column]?.values ?? null);
  if (values === null) return null;
  let best: string | null = null;
  for (const [value, count] of values) {
    if (/^[A-Z]{3}$/.test(value) && count > (best === null ? 0 : values.get(best)!)) best = value;
  }
  return best;
}

function noRows(name: string): PilotError {
  return new PilotError('no-rows', `${name} has a header but no rows below it; there is nothing to import.`);
}
