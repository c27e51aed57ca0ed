import { joinSums, joinWarnings } from '#engine/identity/join-sums.ts';
import { rejoinAfterImport } from '#engine/identity/rejoin.ts';
import { moveCustomers } from '#engine/records/move.ts';
import { setPilotValue } from '#engine/records/pilot-value.ts';
import { pruneIdentities } from '#engine/records/remove-source.ts';
import { layReplacedAside } from '#engine/records/replaced.ts';
import { sourceId } from '#engine/records/source-id.ts';
import type { NewRows } from '#engine/store/append-tables.ts';
import type { BulkWritableDb, ReadableDb } from '#engine/store/db.ts';
import type { Breathe } from '#engine/store/pages/append-rows.ts';
import { Blobs, Same } from '#engine/store/pages/column.ts';
import type { ImportResult } from '#shared/records/source.ts';
import { ExportFolder } from './export-folder.ts';
import type { GatheredRecords } from './gathered-records.ts';
import { resultOf } from './import-result.ts';
import type { Importing } from './read-rows.ts';
import { remember } from './remembered.ts';
import { statedFormat } from './settle.ts';

/** What to say of a file whose rows are all there already; null where some are not. */
export function bringsNothing(db: ReadableDb, importing: Importing<unknown>): ImportResult | null {
  const { file, run, layout, sha256 } = importing;
  const same = db.get<{ id: number }>('SELECT id FROM source WHERE sha256 = ? AND layout = ? ORDER BY id DESC', [
    sha256,
    layout,
  ]);
  const isHere = run.kept === 0 && (run.quarantined === 0 || same !== undefined);
  if (!isHere && (same === undefined || !onlyTurnedAgain(importing, same.id))) return null;
  const result = resultOf(importing);
  const where = same === undefined ? '' : ` as ${sourceId(same.id)}`;
  const sentence = `Every row of ${file.name} is already here${where}; nothing was changed.`;
  const duplicates = run.duplicates + run.kept;
  const warnings = [sentence, ...result.warnings];
  return { ...result, source: null, kept: 0, replaced: 0, duplicates, warnings };
}

/**
 * Versions of one row within a file take each other's place anew each time the file comes, and end as they had ended:
 * whether nothing else happened to the rows of `same`, an earlier import of the same bytes.
 */
function onlyTurnedAgain({ run, taker, source }: Importing<unknown>, same: number): boolean {
  return run.kept === run.replaced && taker.known.replaced.every((row) => row.source === same || row.source === source);
}

/** Bytes of a part: no part is so large that writing it takes much memory. */
const PART = 1 << 20;

function digestRows(source: number, digests: Uint8Array): NewRows {
  const count = Math.ceil(digests.length / PART);
  const parts = Array.from({ length: count }, (_, i) => digests.subarray(i * PART, (i + 1) * PART));
  const columns = { source: new Same(source), digests: Blobs.of(parts) };
  return { table: 'row_digest', count, verb: 'INSERT', rowids: null, columns };
}

/** Writes what a file came to: records, identities, joins, the source and its digests. */
export async function finishImport(
  db: BulkWritableDb,
  importing: Importing<GatheredRecords>,
  breathe: Breathe,
): Promise<ImportResult> {
  const { file, wish, settled, source, layout, sha256, run, taker, book, ledger, sink } = importing;
  const result = resultOf(importing);
  const before = joinSums(db);
  const digests = digestRows(source, ledger.digestsOf(source));
  ledger.letGo();
  const customerOf = (identity: number) => book.customerOf(identity);
  const identities = book.newRows(source);
  book.letGoOfKeys();
  await db.append([...identities, ...sink.newRows(source, customerOf), digests], breathe);
  layReplacedAside(db, taker.known.replaced, source);
  moveCustomers(db, book.moved());
  const joined = rejoinAfterImport(db, source);
  const customers = book.countCustomers(joined);
  if (taker.known.replaced.length > 0) pruneIdentities(db);
  const warnings = [...result.warnings, ...joinWarnings(before, joinSums(db))];
  if (taker.values.currency !== null) setPilotValue(db, 'currency', taker.values.currency);
  const remembered = JSON.stringify({ ...settled.mapping, format: statedFormat(settled) });
  // A guess at rows of which none got in would be wrong next week too.
  if (run.kept > 0 || settled.from !== 'guess') remember(db, settled, remembered, importing.origin);
  setPilotValue(db, 'last_source', String(source));
  db.run(
    `INSERT INTO source (id, file, preset, kind, imported_at, bytes, sha256, rows_read, kept, replaced, duplicates,
       quarantined, reasons, warnings, layout, mapping, header, duplicate_rows)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
      JSON.stringify(file instanceof ExportFolder ? [] : settled.look.names),
      run.sameRows.bytes(),
    ],
  );
  return { ...result, customersNew: customers.isNew, customersMatched: customers.matched, warnings };
}
