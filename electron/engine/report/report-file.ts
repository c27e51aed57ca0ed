import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { PilotError } from '#shared/api/error.ts';
import { type LiftResult, liftResult } from '#shared/lift/lift-result.ts';
import type { Theme } from '#shared/report/html/colours.ts';
import type { ReportModel } from '#shared/report/model.ts';
import { reportHtml } from '#shared/report/report-html.ts';
import { reportJson } from '#shared/report/report-json.ts';
import { reportModel } from '#shared/report/report-model.ts';
import type { Appearance, ReportOptions } from '#shared/report/report-options.ts';
import type { ReportSubject } from '#shared/report/story.ts';
import { version } from '../../version.ts';
import { readEdited } from '../business/business-row.ts';
import { readCharter } from '../charter/charter-row.ts';
import { fingerprint, type LiftWords, LOGGED_WORDS, liftOf, lookAtLift } from '../lift/look.ts';
import { countLooks, type Look, readLastLook, readLooks } from '../lift/look-row.ts';
import { readPlan } from '../plan/plan-row.ts';
import { pilotValue } from '../records/pilot-value.ts';
import { readSources } from '../records/sources.ts';
import type { ReadableDb } from '../store/db.ts';
import type { PilotFile } from '../store/pilot-file.ts';
import { writeHandedOut } from '../store/written-file.ts';
import { readArrangement } from './arrangement-value.ts';
import { readReportOptions } from './options-row.ts';
import { voiceOf } from './voice.ts';

export const reportFormats = ['html', 'pdf', 'pptx', 'xlsx', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export type PrintPdf = (html: string, outPath: string) => Promise<void>;

export type WrittenReport = { readonly file: string; readonly sha256: string };

/** The format a file name asks for by its ending. @throws PilotError `unknown-format` */
export function formatOf(path: string): ReportFormat {
  const ending = extname(path).slice(1).toLowerCase();
  const format = reportFormats.find((one) => one === ending);
  if (format) return format;
  throw new PilotError(
    'unknown-format',
    `A report is written as ${reportFormats.map((one) => `.${one}`).join(', ')}; "${path}" ends otherwise. Choose one of these endings.`,
  );
}

/** Whether the last look still stands for the data and the plan as they are now. */
export function lastLookStands(db: ReadableDb): boolean {
  const last = readLastLook(db);
  return (
    last !== null && last.result.fingerprint === fingerprint(db) && last.result.plan.sha256 === readPlan(db).sha256
  );
}

/** Takes a new look when data or plan have changed since the last one: a report never shows stale figures. */
export async function freshLook(file: PilotFile, now: number): Promise<void> {
  if (!lastLookStands(file.read)) await lookAtLift(file, now, now);
}

/**
 * Writes the report of the last look.
 * @param chosen options for this one file, over those the pilot remembers
 * @throws PilotError `no-look` when there is none
 */
export async function writeReport(
  file: PilotFile,
  path: string,
  format: ReportFormat,
  now: number,
  printPdf: PrintPdf,
  chosen: Partial<ReportOptions> = {},
): Promise<WrittenReport> {
  const model = modelOf(file.read, now, chosen);
  if (format === 'pdf') await printPdf(html(model, 'light'), path);
  else await writeHandedOut(path, await bytesOf(model, format));
  await file.change('report', (db) =>
    db.run("INSERT OR REPLACE INTO pilot (key, value) VALUES ('reported_at', ?)", [String(now)]),
  );
  return { file: path, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') };
}

/** The bytes of a face. What writes slides and workbooks is loaded only for them. */
export async function bytesOf(model: ReportModel, format: Exclude<ReportFormat, 'pdf'>): Promise<Buffer> {
  switch (format) {
    case 'html':
      return Buffer.from(html(model, 'reader'), 'utf8');
    case 'json':
      return Buffer.from(reportJson(model), 'utf8');
    case 'xlsx':
      return Buffer.from(await (await import('./workbook.ts')).reportWorkbook(model));
    case 'pptx':
      return Buffer.from(await (await import('./slides.ts')).reportSlides(model));
  }
}

/**
 * The report model of the last look.
 * @param chosen options for this one model, over those the pilot remembers
 * @throws PilotError `no-look` when there is none
 */
export function modelOf(db: ReadableDb, now: number, chosen: Partial<ReportOptions> = {}): ReportModel {
  const last = readLastLook(db);
  if (last === null) throw new PilotError('no-look', 'There is no result to report yet: look at the lift first.');
  const { language, locale, ...appearance } = { ...readReportOptions(db), ...chosen };
  const reader = { language, locale, timeZone: 'UTC' };
  return modelOfLook(db, inWords(db, last.result, reader), readLooks(db), { at: now, reader, appearance });
}

/**
 * The last look in the reader's words: computed again in them, which shows nothing that was not seen. Where the data
 * have changed since, that would be a new look, so the words stay as logged until one is taken.
 */
function inWords(db: ReadableDb, logged: LiftResult, reader: LiftWords): LiftResult {
  const asLogged = reader.language === LOGGED_WORDS.language && reader.locale === LOGGED_WORDS.locale;
  if (asLogged || !lastLookStands(db)) return logged;
  return throughJson(liftOf(db, Date.parse(logged.asOf), countLooks(db), reader));
}

/** A look as the log keeps it. */
export function throughJson(lift: LiftResult): LiftResult {
  return liftResult.parse(JSON.parse(JSON.stringify(lift)));
}

/** For whom a report is written, when, and how it looks. */
export type Occasion = { readonly at: number; readonly reader: LiftWords; readonly appearance: Appearance };

/** The report model of one look among the looks there had been. */
export function modelOfLook(db: ReadableDb, lift: LiftResult, looks: readonly Look[], occasion: Occasion): ReportModel {
  return reportModel(subjectOf(db, lift, looks, occasion));
}

/** Everything the report of a look is made from. */
export function subjectOf(
  db: ReadableDb,
  lift: LiftResult,
  looks: readonly Look[],
  { at, reader, appearance }: Occasion,
): ReportSubject {
  return {
    summary: { id: pilotValue(db, 'id') ?? '', name: pilotValue(db, 'name') ?? '' },
    charter: readCharter(db),
    planState: readPlan(db),
    lift,
    sources: readSources(db),
    looks,
    edited: readEdited(db),
    voice: voiceOf(db, readPlan(db).plan, Date.parse(lift.asOf)),
    arrangement: readArrangement(db),
    generatedAt: new Date(at).toISOString(),
    ...reader,
    appearance,
    versions: { pilotlight: version },
  };
}

/** The report as one self-contained page; `reader` follows the reader's system. */
export function html(model: ReportModel, theme: Theme): string {
  return reportHtml(model, { theme, fontBase64: fontBase64() });
}

const require = createRequire(import.meta.url);

function fontBase64(): string {
  return readFileSync(require.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')).toString(
    'base64',
  );
}
