import type { ReadableDb } from '#engine/store/db.ts';
import { PilotError } from '#shared/api/error.ts';
import { DelimitedScanner } from '#shared/records/delimited.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import { columnOfReason, type QuarantinedCells } from '#shared/records/mend.ts';
import { sourceId } from './source-id.ts';

/** The raw text of a longer row was cut when it was set aside. */
const RAW_KEPT = 10_000;

type Row = {
  id: number;
  source: number;
  line: number;
  reason: string;
  raw: string;
  file: string;
  header: string;
  mapping: string;
};

/** One row in quarantine cell by cell, to be mended. Throws a PilotError for a row that is no longer there. */
export function quarantinedCells(db: ReadableDb, row: number): QuarantinedCells {
  const found = db.get<Row>(
    `SELECT q.rowid AS id, q.source, q.line, q.reason, q.raw, s.file, s.header, s.mapping
     FROM quarantine q JOIN source s ON s.id = q.source WHERE q.rowid = ?`,
    [row],
  );
  if (found === undefined) throw goneRow();
  const header = JSON.parse(found.header) as string[];
  const mapping = JSON.parse(found.mapping) as Mapping;
  const cells = cellsOf(found.raw, mapping.format?.delimiter ?? ',');
  const named = columnOfReason(found.reason);
  const column = named === null ? -1 : header.indexOf(named);
  return {
    row,
    source: sourceId(found.source),
    file: found.file,
    line: found.line,
    reason: found.reason,
    header,
    cells: [...cells, ...header.slice(cells.length).map(() => '')],
    column: column < 0 ? null : column,
    whyNot: whyNotMended(header, found.raw, found.file),
  };
}

/** Why a row cannot be mended in the pilot, as a sentence; null where it can. */
export function whyNotMended(header: readonly string[], raw: string, file: string): string | null {
  if (header.length === 0) {
    return `${file} is a folder of files or came in with an older version, so its rows are mended in the file: mend them there and import it again.`;
  }
  if (raw.length >= RAW_KEPT)
    return 'The row is too long to be mended here. Mend it in the file and import that again; rows already in are not doubled.';
  return null;
}

/** The cells of a row as it stood; where its quotation marks do not match, it is cut at every delimiter. */
export function cellsOf(raw: string, delimiter: string): readonly string[] {
  const scanner = new DelimitedScanner(delimiter, 1);
  for (const { rows, faults } of [scanner.push(raw), scanner.end()]) {
    if (rows.length === 1 && faults.size === 0) return rows[0]!;
  }
  return raw.split(delimiter);
}

function goneRow(): PilotError {
  return new PilotError('no-such-row', 'This row is no longer in quarantine: it got in, or its source was taken out.');
}
