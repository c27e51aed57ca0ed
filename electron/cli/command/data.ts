import type { Command } from 'commander';
import { guessExport, type ImportAs, importExport } from '#engine/import/index.ts';
import { readSources } from '#engine/records/sources.ts';
import { mapping as mappingSchema } from '#shared/records/mapping.ts';
import type { ImportResult } from '#shared/records/source.ts';
import { define } from '../define.ts';
import { textTable, UsageError } from '../outcome.ts';
import { progressBar } from '../progress.ts';
import { readChecked } from '../read-json.ts';
import { withPilot, withView } from '../with-pilot.ts';

const guessCommand = define(
  'guess <EXPORT>',
  'Say what an export is, and what each column should become.',
  'pilotlight guess orders_export_1.csv --json',
  async ([path]) => {
    const found = await guessExport(path ?? '', null);
    const rows = found.columns.map((column) => [
      column.header,
      JSON.stringify(column.target),
      column.doubt === null ? column.because : `${column.because} (${column.doubt})`,
    ]);
    return {
      json: found,
      text: [
        found.finding,
        `${found.encoding}, delimiter "${found.delimiter}", about ${found.rowEstimate} rows`,
        '',
        textTable(['column', 'becomes', 'because'], rows),
        ...found.warnings,
      ].join('\n'),
    };
  },
);

const importCommand = define<{ preset?: string; mapping?: string; as?: string; dryRun?: boolean }>(
  'import <FILE.pilot> <EXPORT...>',
  'Import exports. Rows read = kept + duplicates + quarantined, always.',
  'pilotlight import carts.pilot orders.csv nps.csv',
  async ([pilot, ...paths], options) => {
    const as = importAs(options.as);
    const mapping = options.mapping === undefined ? null : readChecked(options.mapping, mappingSchema);
    const wish = { mapping, preset: options.preset ?? null, as };
    const results = await withPilot(pilot ?? '', async (file) => {
      const done: ImportResult[] = [];
      for (const path of paths) {
        done.push(
          await importExport(file, path, wish, { progress: progressBar(), signal: new AbortController().signal }),
        );
      }
      return done;
    });
    for (const result of results)
      for (const warning of result.warnings) process.stderr.write(`${result.file}: ${warning}\n`);
    return { json: results, text: sums(results) };
  },
)
  .option('--preset <ID>', 'take the exports for this layout')
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

export const dataCommands: readonly Command[] = [guessCommand, importCommand, sourcesCommand];

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
