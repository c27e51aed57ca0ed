import { readMatching } from '#engine/identity/matching-value.ts';
import { rejoinAfterImport } from '#engine/identity/rejoin.ts';
import { moveCustomers } from '#engine/records/move.ts';
import { setPilotValue } from '#engine/records/pilot-value.ts';
import { cellsOf, whyNotMended } from '#engine/records/quarantined-cells.ts';
import { ratesFor } from '#engine/records/rates.ts';
import { pruneIdentities } from '#engine/records/remove-source.ts';
import { layReplacedAside } from '#engine/records/replaced.ts';
import { addDigests } from '#engine/records/row-digests.ts';
import { sourceNumber } from '#engine/records/source-id.ts';
import type { BulkWritableDb, ReadableDb, WritableDb } from '#engine/store/db.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import { PilotError } from '#shared/api/error.ts';
import { type Mapping, mapping as mappingSchema } from '#shared/records/mapping.ts';
import { columnOfReason, type Mended, type Mending, trimmed } from '#shared/records/mend.ts';
import { compile, type RowPlan } from './compile.ts';
import { GatheredRecords } from './gathered-records.ts';
import { IdentityBook } from './identity-book.ts';
import { ledgerOf } from './ledger-of.ts';
import { MendedRows } from './mended-rows.ts';
import type { RowLedger } from './row-ledger.ts';
import { RowStream } from './row-stream.ts';
import { RowTaker } from './row-taker.ts';

type SourceRow = { id: number; file: string; layout: string; mapping: string; header: string };
type Quarantined = { id: number; line: number; reason: string; raw: string };

/**
 * Tries rows in quarantine again, after a person mended them: they go through the mapping they came in with and become
 * records of their source. What still cannot be read stays as it stood in the file, with its reason of now. Rows read
 * = kept + duplicates + quarantined holds for every source before and after.
 */
export async function mendQuarantine(pilot: PilotFile, how: Mending): Promise<Mended> {
  return await pilot.bulk('mend', async (db) => {
    const total = { tried: 0, kept: 0, replaced: 0, duplicates: 0, stillOut: 0 };
    for (const source of sourcesOf(db, how)) {
      const { rows } = await mendSource(db, source, how);
      total.tried += rows.tried;
      total.kept += rows.kept;
      total.replaced += rows.replaced;
      total.duplicates += rows.duplicates;
      total.stillOut += rows.stillOut;
    }
    return total;
  });
}

function sourcesOf(db: ReadableDb, how: Mending): SourceRow[] {
  const columns = 'id, file, layout, mapping, header';
  if (how.by === 'cells') {
    const sources = db.all<SourceRow>(
      `SELECT ${columns} FROM source WHERE id = (SELECT source FROM quarantine WHERE rowid = ?)`,
      [how.row],
    );
    if (sources.length > 0) return sources;
    throw new PilotError('no-such-row', 'This row is no longer in quarantine: it got in, or its source was taken out.');
  }
  const one = how.source === null ? null : sourceNumber(db, how.source);
  return db.all<SourceRow>(
    `SELECT ${columns} FROM source WHERE id IN (SELECT source FROM quarantine WHERE reason = ?)
       AND (? IS NULL OR id = ?) ORDER BY id`,
    [how.reason, one, one],
  );
}

async function mendSource(db: BulkWritableDb, source: SourceRow, how: Mending): Promise<{ readonly rows: MendedRows }> {
  const mapping = mappingAs(how, mappingSchema.parse(JSON.parse(source.mapping)));
  const header = JSON.parse(source.header) as string[];
  const format = mapping.format ?? {};
  const decimal = format.decimal ?? '.';
  const readable = (raw: string) => whyNotMended(header, raw, source.file);
  if (readable('') !== null) throw new PilotError('not-mended-here', readable('')!);
  const plan = compile(mapping, header, decimal, source.file);
  const delimiter = format.delimiter ?? ',';
  const waiting = rowsOf(db, source.id, how, plan, delimiter).filter(({ raw }) => readable(raw) === null);
  const ledger = ledgerOf(db, source.layout, waiting.length);
  ledger.seenIn(source.id);
  const book = new IdentityBook(db);
  const sink = new GatheredRecords(waiting.length, () => taker.values.currency);
  const { currency, rates } = ratesFor(db, mapping, () => format.currency ?? null);
  const cells = {
    decimal,
    dateOrder: format.dateOrder ?? null,
    timeZone: format.timeZone ?? 'UTC',
    currency: format.currency ?? null,
    country: format.country ?? readMatching(db).country,
    rates,
  };
  const taker: RowTaker = new RowTaker(plan, cells, currency, book, ledger, sink, source.id);
  const rows = new MendedRows(plan, taker, ledger, source.id);
  const stream = new RowStream(plan, rows);
  stream.take(
    {
      rows: waiting.map((row) => mendedCells(row, how, header, delimiter)),
      lines: waiting.map(({ line }) => line),
      faults: new Map(),
      raw: (i) => waiting[i]!.raw,
    },
    null,
  );
  stream.end();
  writeBack(db, source.id, waiting, rows, ledger);
  const customerOf = (identity: number) => book.customerOf(identity);
  await db.append([...book.newRows(source.id), ...sink.newRows(source.id, customerOf)], async () => {});
  layReplacedAside(db, taker.known.replaced, source.id);
  moveCustomers(db, book.moved());
  rejoinAfterImport(db, source.id);
  if (taker.known.replaced.length > 0) pruneIdentities(db);
  if (taker.values.currency !== null) setPilotValue(db, 'currency', taker.values.currency);
  return { rows };
}

/** The rows to try: the one named, with the rows of its record where records have several; or all of one reason. */
function rowsOf(db: ReadableDb, source: number, how: Mending, plan: RowPlan, delimiter: string): Quarantined[] {
  const all = 'SELECT rowid AS id, line, reason, raw FROM quarantine WHERE source = ?';
  if (how.by !== 'cells') return db.all(`${all} AND reason = ? ORDER BY line`, [source, how.reason]);
  const { continuation } = plan;
  if (continuation === null) return db.all(`${all} AND rowid = ?`, [source, how.row]);
  const same = how.cells[continuation.same];
  return db
    .all<Quarantined>(`${all} ORDER BY line`, [source])
    .filter(({ id, raw }) => id === how.row || cellsOf(raw, delimiter)[continuation.same] === same);
}

function mappingAs(how: Mending, mapping: Mapping): Mapping {
  switch (how.by) {
    case 'date-order':
      return { ...mapping, format: { ...mapping.format, dateOrder: how.dateOrder } };
    case 'decimal':
      return { ...mapping, format: { ...mapping.format, decimal: how.decimal } };
    case 'cells':
    case 'retry':
    case 'trim':
    case 'empty':
      return mapping;
  }
}

function mendedCells(row: Quarantined, how: Mending, header: readonly string[], delimiter: string): string[] {
  const cells = [...cellsOf(row.raw, delimiter)];
  switch (how.by) {
    case 'cells':
      return row.id === how.row ? [...how.cells] : cells;
    case 'trim':
      return cells.map(trimmed);
    case 'empty': {
      const column = header.indexOf(columnOfReason(how.reason) ?? '');
      return cells.map((cell, i) => (i === column ? '' : cell));
    }
    case 'date-order':
    case 'decimal':
    case 'retry':
      return cells;
  }
}

/** Takes rows that got in out of the quarantine, gives the others their reason of now, and sets the source's sums right. */
function writeBack(
  db: WritableDb,
  source: number,
  waiting: readonly Quarantined[],
  rows: MendedRows,
  ledger: RowLedger,
): void {
  for (const { id, line, reason } of waiting) {
    const now = rows.reasons.get(line);
    if (now === null) db.run('DELETE FROM quarantine WHERE rowid = ?', [id]);
    else if (now !== undefined && now !== reason) {
      db.run('UPDATE quarantine SET reason = ? WHERE rowid = ?', [now, id]);
    }
  }
  const counts = db.all<{ reason: string; n: number }>(
    'SELECT reason, count(*) AS n FROM quarantine WHERE source = ? GROUP BY reason ORDER BY n DESC, reason',
    [source],
  );
  db.run(
    `UPDATE source SET kept = kept + ?, replaced = replaced + ?, duplicates = duplicates + ?, quarantined = quarantined - ?,
       reasons = ? WHERE id = ?`,
    [
      rows.kept,
      rows.replaced,
      rows.duplicates,
      rows.kept + rows.duplicates,
      JSON.stringify(Object.fromEntries(counts.map(({ reason, n }) => [reason, n]))),
      source,
    ],
  );
  const same = rows.sameRows.bytes();
  if (same !== null) addSameRows(db, source, same);
  if (rows.kept > 0) addDigests(db, source, ledger.digestsOfLines(source, rows.keptLines));
}

function addSameRows(db: WritableDb, source: number, added: Uint8Array): void {
  const before = db.get<{ bytes: Uint8Array | null }>('SELECT duplicate_rows AS bytes FROM source WHERE id = ?', [
    source,
  ]);
  const all = Buffer.concat([before?.bytes ?? new Uint8Array(0), added]);
  db.run('UPDATE source SET duplicate_rows = ? WHERE id = ?', [all, source]);
}
