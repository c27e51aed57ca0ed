import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { ReadableDb, SqlValue } from '#engine/store/db.ts';
import { diskFailure } from '#engine/store/disk-failure.ts';
import { PilotError } from '#shared/api/error.ts';
import { csvLine } from '#shared/records/csv-line.ts';

const WRITTEN_AT_ONCE = 1000;

/** A table as it is written: its columns, each with what it is read from, and the rows in order. */
type Exported = { readonly columns: Readonly<Record<string, string>>; readonly rows: string };

const time = (column: string) => `strftime('%Y-%m-%dT%H:%M:%SZ', ${column} / 1000, 'unixepoch')`;
const plain = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));
const moment = { at: time('at'), day_only: 'at_day' };
const source = { source: "'s' || source", line: 'line' };

/** The record tables by the name they are asked for. */
const TABLES: Readonly<Record<string, Exported>> = {
  customers: {
    columns: { customer: 'id', keys: '(SELECT count(*) FROM identity WHERE customer = customer.id)' },
    rows: 'FROM customer ORDER BY id',
  },
  identities: {
    columns: { ...plain('customer', 'kind', 'value'), ...source },
    rows: 'FROM identity ORDER BY customer, id',
  },
  activities: {
    columns: {
      ...plain('customer', 'kind'),
      ...moment,
      ...plain('amount', 'currency', 'reference', 'properties'),
      ...source,
    },
    rows: 'FROM activity ORDER BY customer, at, id',
  },
  traits: {
    columns: { ...plain('customer', 'key', 'value'), ...source },
    rows: 'FROM trait ORDER BY customer, key, source, line',
  },
  feedback: {
    columns: {
      ...plain('customer', 'kind'),
      ...moment,
      ...plain('channel', 'question', 'score', 'scale_low', 'scale_high', 'verbatim', 'properties'),
      ...source,
    },
    rows: 'FROM feedback ORDER BY customer, at, id',
  },
  arms: {
    columns: { ...plain('customer', 'arm'), ...moment, ...source },
    rows: 'FROM arm_named ORDER BY customer, source, line',
  },
  assignments: {
    columns: { ...plain('customer', 'arm', 'stratum'), at: time('at'), batch: 'batch' },
    rows: 'FROM assignment ORDER BY customer',
  },
  sources: {
    columns: {
      source: "'s' || id",
      ...plain('file', 'preset', 'kind'),
      imported_at: time('imported_at'),
      ...plain('bytes', 'sha256', 'rows_read', 'kept', 'replaced', 'duplicates', 'quarantined'),
    },
    rows: 'FROM source ORDER BY id',
  },
  quarantine: {
    columns: { ...source, ...plain('reason', 'raw') },
    rows: 'FROM quarantine ORDER BY source, line',
  },
};

/** The names of the tables that can be written. */
export const exportableTables: readonly string[] = Object.keys(TABLES);

/**
 * Writes a table of records as CSV (UTF-8 with a mark, times in ISO 8601 UTC) that a spreadsheet opens without running
 * anything in it; whole or not at all. Gives the number of rows. Throws a PilotError for a table nobody knows and where
 * the file cannot be written. It writes without pause, since nothing may change the pilot while its rows are walked.
 */
export function exportTable(db: ReadableDb, table: string, path: string): number {
  const exported = tableNamed(table);
  if (exported === undefined) {
    throw new PilotError(
      'no-such-table',
      `There is no table "${table}" to export; there are ${exportableTables.join(', ')}.`,
    );
  }
  const unfinished = `${path}.part`;
  try {
    const rows = writeTable(db, exported, unfinished);
    renameSync(unfinished, path);
    return rows;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw diskFailure(error, path, 'written');
  }
}

/** `activity` is as good a name as `activities`: the design speaks of one, the file holds many. */
function tableNamed(name: string): Exported | undefined {
  const named = exportableTables.find((table) =>
    [table, table.replace(/ies$/, 'y'), table.replace(/s$/, '')].includes(name),
  );
  return named === undefined ? undefined : TABLES[named];
}

function writeTable(db: ReadableDb, { columns, rows }: Exported, path: string): number {
  const names = Object.keys(columns);
  const read = Object.values(columns).join(', ');
  const file = openSync(path, 'w');
  let written = 0;
  try {
    let text = `\ufeff${csvLine(names)}\r\n`;
    for (const cells of db.iterate(`SELECT ${read} ${rows}`)) {
      text += `${csvLine(cells.map(shown))}\r\n`;
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

function shown(cell: SqlValue): string | number | null {
  return cell instanceof Uint8Array ? Buffer.from(cell).toString('hex') : cell;
}
