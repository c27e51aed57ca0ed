import { closeSync, openSync, writeSync } from 'node:fs';
import type { ReadableDb } from '#engine/store/db.ts';
import { diskFailure } from '#engine/store/disk-failure.ts';
import { csvLine } from '#shared/records/csv-line.ts';
import type { DuplicatePage, KeptRecord } from '#shared/records/duplicate.ts';
import { BYTES_PER_DUPLICATE, type DuplicateLine, duplicateLines } from './duplicate-lines.ts';
import { sourceId, sourceNumber } from './source-id.ts';

const WRITTEN_AT_ONCE = 1000;

type Counted = { readonly counted: number; readonly bytes: number };

/**
 * One page of the rows of a source (`s3`) that were there already, in the order of the file: the line of each, the row
 * it is the same as, and what that row says. Sources that came in with an older version only have their count.
 */
export function readDuplicates(db: ReadableDb, source: string, offset: number, limit: number): DuplicatePage {
  const number = sourceNumber(db, source);
  const { counted, bytes } = db.get<Counted>(
    'SELECT duplicates AS counted, coalesce(length(duplicate_rows), 0) AS bytes FROM source WHERE id = ?',
    [number],
  )!;
  const lines = linesOf(db, number, offset, limit);
  const files = filesOf(db);
  const records = new Map(
    [...new Set(lines.map((line) => line.source))].map((id) => [
      id,
      recordsAt(
        db,
        id,
        lines.flatMap((line) => (line.source === id ? [line.of] : [])),
      ),
    ]),
  );
  return {
    counted,
    total: bytes / BYTES_PER_DUPLICATE,
    rows: lines.map(({ line, source: same, of }) => ({
      line,
      of: { source: sourceId(same), file: files.get(same) ?? null, line: of },
      record: records.get(same)?.get(of) ?? null,
    })),
  };
}

/** Writes which rows of a source were there already, and where, as CSV. Gives the number of rows. */
export function exportDuplicates(db: ReadableDb, source: string, path: string): number {
  const number = sourceNumber(db, source);
  const files = filesOf(db);
  try {
    return writeRows(path, function* () {
      for (let offset = 0; ; offset += WRITTEN_AT_ONCE) {
        const lines = linesOf(db, number, offset, WRITTEN_AT_ONCE);
        for (const { line, source: same, of } of lines)
          yield [sourceId(number), files.get(number) ?? '', line, sourceId(same), files.get(same) ?? '', of];
        if (lines.length < WRITTEN_AT_ONCE) return;
      }
    });
  } catch (error) {
    throw diskFailure(error, path, 'written');
  }
}

function writeRows(path: string, rows: () => Iterable<readonly (string | number)[]>): number {
  const file = openSync(path, 'w');
  let written = 0;
  try {
    let text = `\ufeff${csvLine(['source', 'file', 'line', 'same_as_source', 'same_as_file', 'same_as_line'])}\r\n`;
    for (const cells of rows()) {
      text += `${csvLine(cells)}\r\n`;
      written++;
      if (written % WRITTEN_AT_ONCE !== 0) continue;
      writeSync(file, text);
      text = '';
    }
    writeSync(file, text);
  } finally {
    closeSync(file);
  }
  return written;
}

function linesOf(db: ReadableDb, source: number, offset: number, limit: number): DuplicateLine[] {
  const part = db.get<{ bytes: Uint8Array | null }>(
    'SELECT substr(duplicate_rows, ?, ?) AS bytes FROM source WHERE id = ?',
    [offset * BYTES_PER_DUPLICATE + 1, limit * BYTES_PER_DUPLICATE, source],
  )?.bytes;
  return part === null || part === undefined ? [] : duplicateLines(part);
}

function filesOf(db: ReadableDb): Map<number, string> {
  return new Map(
    db.all<{ id: number; file: string }>('SELECT id, file FROM source').map(({ id, file }) => [id, file] as const),
  );
}

type Row = {
  line: number;
  key_kind: string;
  key_value: string;
  kind: string;
  at: number | null;
  at_day: number;
  amount: number | null;
  currency: string | null;
  reference: string | null;
  words: string | null;
};

/** What each kind of record says of its row, in the columns of `Row`; what a row did is told before what it said. */
const SAYS = [
  'r.kind, r.at, r.at_day, r.amount, r.currency, r.reference, NULL AS words FROM activity r',
  "r.kind, r.at, r.at_day, NULL AS amount, NULL AS currency, NULL AS reference, coalesce(r.verbatim, r.question || ': ' || r.score) AS words FROM feedback r",
  "'arm' AS kind, r.at, r.at_day, NULL AS amount, NULL AS currency, NULL AS reference, r.arm AS words FROM arm_named r",
  "'trait' AS kind, NULL AS at, 0 AS at_day, NULL AS amount, NULL AS currency, NULL AS reference, r.key || ': ' || r.value AS words FROM trait r",
] as const;

function recordsAt(db: ReadableDb, source: number, lines: readonly number[]): Map<number, KeptRecord> {
  const found = new Map<number, KeptRecord>();
  const wanted = [...new Set(lines)];
  for (const says of SAYS) {
    const missing = wanted.filter((line) => !found.has(line));
    if (missing.length === 0) return found;
    const rows = db.all<Row>(
      `SELECT r.line, i.kind AS key_kind, i.value AS key_value, ${says} JOIN identity i ON i.id = r.identity
       WHERE r.source = ? AND r.line IN (${missing.map(() => '?').join(', ')})`,
      [source, ...missing],
    );
    for (const row of rows) if (!found.has(row.line)) found.set(row.line, recordOf(row));
  }
  return found;
}

function recordOf(row: Row): KeptRecord {
  return {
    key: { kind: row.key_kind, value: row.key_value },
    kind: row.kind,
    at: row.at === null ? null : new Date(row.at).toISOString(),
    dayOnly: row.at_day === 1,
    amount: row.amount,
    currency: row.currency,
    reference: row.reference,
    words: row.words,
  };
}
