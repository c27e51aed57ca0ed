import type { Command } from 'commander';
import { guessExport, type ImportAs, importExports, type TriedImport, tryImport } from '#engine/import/index.ts';
import { exportableTables, exportTable } from '#engine/records/export-table.ts';
import { allQuarantined, exportQuarantine } from '#engine/records/quarantine.ts';
import { removeSource } from '#engine/records/remove-source.ts';
import { readSources } from '#engine/records/sources.ts';
import { mapping as mappingSchema } from '#shared/records/mapping.ts';
import type { Guess, ImportResult } from '#shared/records/source.ts';
import { define } from '../define.ts';
import { textTable, UsageError } from '../outcome.ts';
import { progressBar } from '../progress.ts';
import { readChecked } from '../read-json.ts';
import { withPilot, withView } from '../with-pilot.ts';

const guessCommand = define<{ preset?: string }>(
  'guess <EXPORT>',
  'Say what an export is, and what each column should become.',
  'pilotlight guess orders_export_1.csv --json',
  async ([path], options) => {
    const found = await guessExport(path ?? '', null, null, options.preset ?? null);
    const rows = found.columns.map((column) => [
      column.header,
      JSON.stringify(column.target),
      column.doubt === null ? column.because : `${column.because} (${column.doubt})`,
    ]);
    return {
      json: found,
      text: [
        found.finding,
        [writtenAs(found), `about ${found.rowEstimate} rows`].join(', '),
        '',
        textTable(['column', 'becomes', 'because'], rows),
        ...found.warnings,
      ].join('\n'),
    };
  },
).option('--preset <ID>', 'take it for this layout, or for "none"');

const importCommand = define<{ preset?: string; mapping?: string; as?: string; dryRun?: boolean }>(
  'import <FILE.pilot> <EXPORT...>',
  'Import exports, all or none. Rows read = kept + duplicates + quarantined, always.',
  'pilotlight import carts.pilot orders.csv nps.csv',
  async ([pilot, ...paths], options) => {
    const as = importAs(options.as);
    const mapping = options.mapping === undefined ? null : readChecked(options.mapping, mappingSchema);
    const wish = { mapping, preset: options.preset ?? null, as };
    const watch = { progress: progressBar(), signal: new AbortController().signal };
    const results: ImportResult[] = [];
    if (options.dryRun) {
      await withView(pilot ?? '', async (view) => {
        for (const path of paths) results.push(withoutRows(await tryImport(view.read, path, wish, watch)));
      });
    } else {
      await withPilot(pilot ?? '', async (file) => {
        results.push(...(await importExports(file, paths, wish, watch)));
      });
    }
    for (const result of results)
      for (const warning of result.warnings) process.stderr.write(`${result.file}: ${warning}\n`);
    return { json: results, text: sums(results) };
  },
)
  .option('--preset <ID>', 'take the exports for this layout, or for "none"')
  .option('--mapping <MAP.json>', 'what the columns become; "guess --json" suggests it')
  .option('--as <WHAT>', 'contacts: the log of who was reached; cases: call-backs')
  .option('--dry-run', 'say what would become of the rows, and change nothing');

const sourcesCommand = define(
  'sources <FILE.pilot>',
  'List what was imported.',
  'pilotlight sources carts.pilot',
  async ([path]) => {
    const sources = await withView(path ?? '', (view) => readSources(view.read));
    const rows = sources.map((s) => [s.source, s.file, s.rowsRead, s.kept, s.duplicates, s.quarantined]);
    return {
      json: sources,
      text: textTable(['source', 'file', 'rows read', 'kept', 'duplicates', 'quarantined'], rows),
    };
  },
);

const removeCommand = define(
  'remove <FILE.pilot> <SOURCE>',
  'Take a source out again, whole; as JSON, the sources that are left.',
  'pilotlight remove carts.pilot s3',
  async ([path, source]) => {
    const left = await withPilot(path ?? '', async (file) => {
      await removeSource(file, source ?? '');
      return readSources(file.read);
    });
    return { json: left, text: `${source} is taken out, with all that came from it.` };
  },
);

const quarantineCommand = define<{ source?: string; out?: string }>(
  'quarantine <FILE.pilot>',
  'Show the rows that did not get in, as they were.',
  'pilotlight quarantine carts.pilot --source s2 --out not-in.csv',
  async ([path], options) =>
    await withView(path ?? '', async (view) => {
      const rows = allQuarantined(view.read, options.source ?? null);
      if (options.out !== undefined) await exportQuarantine(view.read, options.source ?? null, options.out);
      const shown = rows.map((row) => [row.source, row.line, row.reason, row.raw]);
      return {
        json: rows,
        text:
          options.out === undefined
            ? textTable(['source', 'line', 'reason', 'raw'], shown)
            : `${options.out}: ${rows.length} rows`,
      };
    }),
)
  .option('--source <ID>', 'only the rows of this source')
  .option('--out <FILE.csv>', 'write them to a file, safe for spreadsheets');

const exportCommand = define<{ out: string }>(
  'export <FILE.pilot> <TABLE>',
  `Write a table of records as CSV, safe for spreadsheets: ${exportableTables.join(', ')}.`,
  'pilotlight export carts.pilot activities --out activities.csv',
  async ([path, table], { out }) => {
    if (!out.toLowerCase().endsWith('.csv')) throw new UsageError(`--out is a CSV file, NAME.csv; not "${out}".`);
    const rows = await withView(path ?? '', (view) => exportTable(view.read, table ?? '', out));
    return { json: { file: out, table, rows }, text: `${out}: ${rows} rows` };
  },
).requiredOption('--out <FILE.csv>', 'where to write it');

export const dataCommands: readonly Command[] = [
  guessCommand,
  importCommand,
  sourcesCommand,
  removeCommand,
  quarantineCommand,
  exportCommand,
];

/** How an export is written, as far as its format has choices. */
function writtenAs({ encoding, delimiter, mapping }: Guess): string {
  const sheet = mapping.format?.sheet ?? null;
  const parts = [
    ...(encoding === null ? [] : [encoding]),
    ...(delimiter === null ? [] : [`delimiter "${delimiter}"`]),
    ...(sheet === null ? [] : [`sheet "${sheet}"`]),
  ];
  return parts.length === 0 ? 'columns with types of their own' : parts.join(', ');
}

/** The rows of a try-out are for the screen; the contract of the command line has the sums. */
function withoutRows({ quarantine: _, ...result }: TriedImport): ImportResult {
  return result;
}

function importAs(given: string | undefined): ImportAs | null {
  if (given === undefined) return null;
  if (given === 'contacts' || given === 'cases') return given;
  throw new UsageError(`--as is contacts or cases; not "${given}".`);
}

function sums(results: readonly ImportResult[]): string {
  const rows = results.map((r) => [
    r.file,
    r.rowsRead,
    r.kept,
    r.duplicates,
    r.quarantined,
    r.customersNew,
    r.customersMatched,
  ]);
  return textTable(['file', 'rows read', 'kept', 'duplicates', 'quarantined', 'new customers', 'known'], rows);
}
