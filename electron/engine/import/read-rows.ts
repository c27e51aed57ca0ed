import { readMatching } from '#engine/identity/matching-value.ts';
import { pilotValue } from '#engine/records/pilot-value.ts';
import { ratesFor } from '#engine/records/rates.ts';
import type { ReadableDb } from '#engine/store/db.ts';
import { PilotError } from '#shared/api/error.ts';
import { explainIssues } from '#shared/api/explain.ts';
import { layoutOf } from '#shared/records/layout.ts';
import { mapping as mappingSchema } from '#shared/records/mapping.ts';
import { compile, mappingError } from './compile.ts';
import { currencyOfFile } from './currency-of-file.ts';
import { IdentityBook } from './identity-book.ts';
import { ImportRun } from './import-run.ts';
import { ledgerOf } from './ledger-of.ts';
import { refuseRepeatedColumns } from './look.ts';
import type { Export } from './open-export.ts';
import { FileReading } from './reading.ts';
import type { RecordSink } from './record-sink.ts';
import { originOf } from './remembered.ts';
import type { RowLedger } from './row-ledger.ts';
import { RowStream } from './row-stream.ts';
import { RowTaker } from './row-taker.ts';
import { type Settled, settle, type Wish } from './settle.ts';
import type { Watch } from './watch.ts';

/** A file whose rows have been read to the end, with what they came to; nothing is written yet. */
export type Importing<Sink> = {
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
  readonly sink: Sink;
};

/** Reads all rows of a file into a sink, which `makeSink` makes when it is known how many rows are coming. */
export async function readRows<Sink extends RecordSink>(
  db: ReadableDb,
  file: Export,
  wish: Wish,
  watch: Watch,
  makeSink: MakeSink<Sink>,
): Promise<Importing<Sink>> {
  const reading = new FileReading(file);
  try {
    return await readAll(db, file, wish, watch, makeSink, reading);
  } finally {
    await reading.end();
  }
}

type MakeSink<Sink> = (rowEstimate: number, currency: () => string | null) => Sink;

async function readAll<Sink extends RecordSink>(
  db: ReadableDb,
  file: Export,
  wish: Wish,
  { progress, signal }: Watch,
  makeSink: MakeSink<Sink>,
  reading: FileReading,
): Promise<Importing<Sink>> {
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
  const sink = makeSink(look.rowEstimate, () => taker.values.currency);
  const { currency, rates } = ratesFor(db, mapping, () => currencyOfFile(look, plan, format.currency));
  const country = format.country ?? readMatching(db).country;
  const cells = { ...format, country, rates, dateOrder: settled.dateOrder };
  const taker: RowTaker = new RowTaker(plan, cells, currency, book, ledger, sink, source);
  const run = new ImportRun(plan, taker, sink);
  const stream = new RowStream(plan, run);
  const rows = await reading.of(look, plan, format.decimal);
  for await (const read of rows.batches()) {
    signal.throwIfAborted();
    stream.take(read.batch, read.prints);
    progress(read.bytesRead, file.bytes, `Reading ${file.name}`);
  }
  stream.end();
  if (run.rowsRead === 0) throw noRows(file.name);
  return {
    file,
    wish,
    settled,
    source,
    origin,
    layout,
    sha256: rows.sha256(),
    run,
    taker,
    book,
    ledger,
    sink,
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

function noRows(name: string): PilotError {
  return new PilotError('no-rows', `${name} has a header but no rows below it; there is nothing to import.`);
}
