import { closeSync, openSync, writeSync } from 'node:fs';
import type { ReadableDb, SqlValue } from '#engine/store/db.ts';
import { diskFailure } from '#engine/store/disk-failure.ts';
import { csvLine } from '#shared/records/csv-line.ts';
import { explainReason } from '#shared/records/reason.ts';
import type { QuarantinedRow } from '#shared/records/source.ts';
import { english } from '#shared/text/english/index.ts';
import { sourceId, sourceNumber } from './source-id.ts';

type Row = { row: number; source: number; line: number; reason: string; raw: string };

const WRITTEN_AT_ONCE = 1000;

/** One page of the rows that did not get in, by source and line; `total` and `reasons` are of all pages. */
export type QuarantinePage = {
  readonly total: number;
  readonly rows: (QuarantinedRow & { readonly row: number })[];
  readonly reasons: Record<string, number>;
};

/**
 * Rows in quarantine of one source (`s3`), or of all where `source` is null; of one reason, or of all where `reason`
 * is null. `row` is what a row is mended by.
 */
export function readQuarantine(
  db: ReadableDb,
  source: string | null,
  reason: string | null,
  offset: number,
  limit: number,
): QuarantinePage {
  const { where, params } = ofSource(db, source);
  const rows = db.all<Row>(
    `SELECT rowid AS row, source, line, reason, raw FROM quarantine ${where === '' ? 'WHERE' : `${where} AND`} (? IS NULL OR reason = ?)
     ORDER BY source, line LIMIT ? OFFSET ?`,
    [...params, reason, reason, limit, offset],
  );
  const counts = db.all<{ reason: string; n: number }>(
    `SELECT reason, count(*) AS n FROM quarantine ${where} GROUP BY reason ORDER BY n DESC, reason`,
    params,
  );
  return {
    total: counts.reduce((sum, { n }) => sum + n, 0),
    rows: rows.map((row) => ({ ...row, source: sourceId(row.source) })),
    reasons: Object.fromEntries(counts.map(({ reason, n }) => [reason, n])),
  };
}

/** Every row in quarantine of one source, or of all where `source` is null. */
export function allQuarantined(db: ReadableDb, source: string | null): QuarantinedRow[] {
  return readQuarantine(db, source, null, 0, -1).rows.map(({ row: _, ...told }) => told);
}

/**
 * Writes the quarantine as CSV that a spreadsheet opens without running anything in it. Gives the number of rows. It
 * writes without pause, since nothing may change the pilot while its rows are being walked.
 */
export async function exportQuarantine(db: ReadableDb, source: string | null, path: string): Promise<number> {
  const { where, params } = ofSource(db, source);
  const cells = db.iterate(`SELECT source, line, reason, raw FROM quarantine ${where} ORDER BY source, line`, params);
  try {
    return writeRows(path, cells);
  } catch (error) {
    throw diskFailure(error, path, 'written');
  }
}

function writeRows(path: string, cells: IterableIterator<SqlValue[]>): number {
  const file = openSync(path, 'w');
  let rows = 0;
  try {
    let text = `\ufeff${csvLine(['source', 'line', 'reason', 'why', 'raw'])}\r\n`;
    for (const [number, line, reason, raw] of cells) {
      const why = explainReason(String(reason), english.reason);
      text += `${csvLine([sourceId(number as number), String(line), String(reason), why, String(raw)])}\r\n`;
      rows++;
      if (rows % WRITTEN_AT_ONCE !== 0) continue;
      writeSync(file, text);
      text = '';
    }
    writeSync(file, text);
  } finally {
    closeSync(file);
  }
  return rows;
}

function ofSource(db: ReadableDb, source: string | null): { readonly where: string; readonly params: number[] } {
  return source === null
    ? { where: '', params: [] }
    : { where: 'WHERE source = ?', params: [sourceNumber(db, source)] };
}
