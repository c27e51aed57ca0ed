import type { ReadableDb } from '#engine/store/db.ts';
import type { ColumnTarget, Mapping } from '#shared/records/mapping.ts';
import type { Guess, GuessedColumn, Since } from '#shared/records/source.ts';
import { targetPhrase } from '#shared/records/suggest-column.ts';
import { compile } from './compile.ts';
import { type Look, repeatedColumns } from './look.ts';
import { openExport } from './open-export.ts';
import { questionsOf, zoneDoubt } from './questions.ts';
import { lastOf } from './remembered.ts';
import { type Settled, settle, statedFormat } from './settle.ts';
import { ignoredColumns } from './warnings.ts';

const SHOWN_ROWS = 20;

/**
 * What an export looks like before it is imported: how it is written, which tool wrote it, what each column should
 * become and because of what. With `pilot` the mapping remembered for this layout is used; with `mapping` that one is
 * explained instead of a suggestion, with `preset` that one is taken (`none` for none).
 */
export async function guessExport(
  path: string,
  pilot: ReadableDb | null,
  mapping: Mapping | null = null,
  preset: string | null = null,
): Promise<Guess> {
  const file = await openExport(path);
  try {
    const settled = await settle(file, { mapping, preset, as: null }, pilot);
    const { look, format } = settled;
    const layout = settled.preset ?? settled.noPerson;
    compile(settled.mapping, look.names, format.decimal, file.name);
    return {
      file: file.name,
      bytes: file.bytes,
      encoding: format.encoding,
      delimiter: format.delimiter,
      sheets: [...look.table.sheets],
      header: [...look.names],
      rowEstimate: look.rowEstimate,
      preset: layout?.id ?? null,
      presetName: layout?.name ?? null,
      remembered: settled.from === 'remembered',
      kind: settled.mapping.kind,
      mapping: { ...settled.mapping, format: statedFormat(settled) },
      columns: look.names.map((name, column) => guessedColumn(settled, look, name, column)),
      firstRows: look.rows.slice(0, SHOWN_ROWS).map((row) => [...row]),
      finding: finding(settled, file.name),
      warnings: warnings(settled, file.name),
      questions: questionsOf(settled, pilot),
      since: sinceOf(settled, pilot),
    };
  } finally {
    await file.close();
  }
}

function sinceOf({ from, look, mapping, preset, changes }: Settled, pilot: ReadableDb | null): Since | null {
  if (from !== 'remembered' || pilot === null) return null;
  const last = lastOf(pilot, look, mapping, preset?.id ?? null);
  return last === null ? null : { ...last, changes: [...changes] };
}

function guessedColumn(settled: Settled, look: Look, name: string, column: number): GuessedColumn {
  const { columns } = settled.mapping;
  const target = Object.hasOwn(columns, name) ? columns[name]! : { to: 'ignore' as const };
  const guessed = settled.reasons.get(name);
  const agrees = guessed !== undefined && sameTarget(guessed.target, target);
  const because =
    (settled.preset !== null && Object.hasOwn(settled.preset.because, name) ? settled.preset.because[name]! : null) ??
    (agrees ? guessed.because : standingReason(settled, target));
  const doubt = agrees ? guessed.doubt : null;
  return {
    header: name,
    values: [...look.profiles[column]!.examples],
    target,
    because,
    doubt: dateDoubt(settled, target) ?? doubt,
  };
}

function standingReason({ from, preset }: Settled, target: ColumnTarget): string {
  if (from === 'remembered') return `last time it was told that it ${targetPhrase(target)}`;
  if (from === 'given') return `the mapping says that it ${targetPhrase(target)}`;
  if (target.to === 'ignore') return 'nothing in a pilot needs it';
  return preset === null ? `it ${targetPhrase(target)}` : `in ${preset.name} it ${targetPhrase(target)}`;
}

function dateDoubt({ look, dateOrder }: Settled, target: ColumnTarget): string | null {
  if (look.ambiguousDate === null || dateOrder !== null || target.to !== 'at') return null;
  return `"${look.ambiguousDate}" could be two different days. Say whether the day or the month comes first.`;
}

function sameTarget(a: ColumnTarget, b: ColumnTarget): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function noneFits({ misshapen, names }: Look): string {
  const rows = misshapen === 1 ? 'The one row' : `None of the ${misshapen} rows looked at`;
  const cells = names.length === 1 ? '1 cell' : `${names.length} cells`;
  return `${rows} ${misshapen === 1 ? 'has not the' : 'has the'} ${cells} of the header, so nothing can be said of its columns; they would go to quarantine. Check the delimiter and the header.`;
}

/** The headline: what this file is. */
function finding({ look, from, preset, noPerson, mapping }: Settled, file: string): string {
  if (hasNoRows(look)) return `${file} has a header but no rows below it.`;
  if (from === 'remembered') return `${file} has the columns of an earlier import; the same mapping fits.`;
  if (preset !== null && from === 'preset') return `${file} looks like ${preset.name}.`;
  if (noPerson !== null) return `${file} looks like ${noPerson.name}; there is no person in it.`;
  const keys = Object.values(mapping.columns).flatMap((target) => (target.to === 'identity' ? [target.key] : []));
  const whose = keys.length === 0 ? 'each row its own customer' : `customers by ${keys.map(keyWords).join(' and ')}`;
  const what = {
    activities: mapping.activity ?? 'activities',
    traits: 'traits',
    feedback: mapping.feedback ?? 'feedback',
  };
  return `${file} is a table of ${look.names.length} columns: ${what[mapping.kind]}, ${whose}.`;
}

function hasNoRows({ rows, misshapen }: Look): boolean {
  return rows.length === 0 && misshapen === 0;
}

function warnings(settled: Settled, file: string): string[] {
  const { look, noPerson } = settled;
  if (hasNoRows(look)) return [...look.table.notes, 'There is nothing to import. Export it again with its rows.'];
  const repeated = repeatedColumns(look, file);
  const unnamed = look.header.flatMap((text, i) => (text.trim() === '' ? [i + 1] : []));
  const ignored = ignoredColumns(settled);
  const list = [
    ...(noPerson === null ? [] : [noPerson.sentence]),
    ...look.table.notes,
    // What to map is no question where no column could be the answer.
    ...(noPerson === null ? settled.doubts : []),
    ...(repeated === null ? [] : [repeated]),
  ];
  if (look.rows.length === 0) list.push(noneFits(look));
  if (unnamed.length > 0)
    list.push(`Columns without a name go by their place: ${unnamed.map((i) => `column ${i}`).join(', ')}.`);
  if (ignored.length > 0) list.push(`Left out: ${ignored.join(', ')}.`);
  const zone = zoneDoubt(settled);
  if (zone !== null) list.push(zone.sentence);
  return list;
}

/** `number:shop` as people say it. */
function keyWords(key: string): string {
  return key.startsWith('number:') ? `${key.slice('number:'.length)} number` : key;
}
