import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { PilotError } from '#shared/api/error.ts';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import { carriedBy, withoutEvidence } from '#shared/report/html/evidence.ts';
import type { ReportModel } from '#shared/report/model.ts';
import { reportJson } from '#shared/report/report-json.ts';
import { appearance } from '#shared/report/report-options.ts';
import type { Difference, Verification } from '#shared/report/verify/difference.ts';
import { pageDifferences } from '#shared/report/verify/page-differences.ts';
import { valueDifferences } from '#shared/report/verify/value-differences.ts';
import { languages } from '#shared/text/catalogue.ts';
import { fingerprint, liftOf } from '../lift/look.ts';
import { readLooks } from '../lift/look-row.ts';
import type { ReadableDb } from '../store/db.ts';
import { html, modelOfLook, throughJson } from './report-file.ts';
import { lookBeforeNewData, notesOn } from './since-report.ts';

/** What a report has to say of itself before anything in it can be recomputed. */
const said = z.object({
  format: z.literal('pilotlight-report'),
  generated: z.object({ at: z.iso.datetime() }),
  reader: z.object({ language: z.enum(languages), locale: z.string(), timeZone: z.string() }),
  appearance,
  versions: z.object({ pilotlight: z.string() }),
  evidence: z.object({
    lift: z.object({
      asOf: z.iso.datetime(),
      looks: z.int(),
      fingerprint: z.string(),
      plan: z.object({ sha256: z.string().nullable() }),
    }),
  }),
});
export type Said = z.infer<typeof said>;

/**
 * Recomputes a report from its pilot and names everything in which it differs: each figure and word of an .html, what
 * it carries to be checked by, each value of a .json. Nothing is logged and nothing is changed.
 *
 * @param path a report as .html or .json; told apart by what is in it
 * @throws PilotError `not-found`, `not-a-report`
 */
export function verifyReport(db: ReadableDb, path: string): Verification {
  const text = read(path);
  const isJson = text.trimStart().startsWith('{');
  const carried = isJson ? { json: text, page: '' } : withoutEvidence(text);
  if (carried === null) throw notAReport(path);
  const reported = parsed(carried.json, path);
  const claims = said.safeParse(reported);
  if (!claims.success) throw notAReport(path);
  const notes = notesOn(db, claims.data);
  const logged = lookBeforeNewData(db, claims.data);
  if (logged !== null) return { same: false, differences: againstLog(db, claims.data, reported, logged), notes };
  const model = remade(db, claims.data);
  const recomputed: unknown = JSON.parse(isJson ? reportJson(model) : JSON.stringify(carriedBy(model)));
  const differences = [
    ...unknownLook(db, claims.data),
    ...valueDifferences(reported, recomputed),
    ...(isJson ? [] : pageDifference(carried.page, model)),
  ];
  return { same: differences.length === 0, differences, notes };
}

/** The report of the same look, written from what the pilot holds now, as if at the same moment. */
function remade(db: ReadableDb, { generated, reader, appearance, evidence }: Said): ReportModel {
  const at = Date.parse(generated.at);
  const looks = readLooks(db).filter((look) => Date.parse(look.at) <= at);
  const lift = throughJson(liftOf(db, Date.parse(evidence.lift.asOf), looks.length, reader));
  return modelOfLook(db, lift, looks, { at, reader, appearance });
}

/**
 * The data have moved on, so nothing can be recomputed: the figures are held against the look as it was logged.
 * Sentences are left out, since the log tells them in its own language.
 */
function againstLog(db: ReadableDb, { evidence }: Said, reported: unknown, logged: LiftResult): Difference[] {
  const carried = evidenceIn.safeParse(reported);
  return [
    { where: 'data fingerprint', reported: evidence.lift.fingerprint, recomputed: fingerprint(db) },
    ...valueDifferences(wordless(carried.data?.evidence.lift), wordless(throughJson(logged)), ['evidence', 'lift']),
  ];
}

const evidenceIn = z.object({ evidence: z.object({ lift: z.unknown() }) });

function wordless(value: unknown): unknown {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return value.map(wordless);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, wordless(one)]));
}

/** A report tells a look that was logged; one of another moment was picked by hand. */
function unknownLook(db: ReadableDb, { generated, evidence }: Said): Difference[] {
  const asOf = Date.parse(evidence.lift.asOf);
  const logged = readLooks(db).some(
    (look) => Date.parse(look.asOf) === asOf && Date.parse(look.at) <= Date.parse(generated.at),
  );
  return logged ? [] : [{ where: 'log of looks', reported: evidence.lift.asOf, recomputed: null }];
}

/** A page follows the reader's system or one theme: its style tells which. */
function pageDifference(page: string, model: ReportModel): readonly Difference[] {
  const candidates = (['reader', 'light', 'dark'] as const).map((theme) => html(model, theme));
  const own = candidates.find((one) => styleOf(one) === styleOf(page)) ?? candidates[0] ?? '';
  return pageDifferences(page, withoutEvidence(own)?.page ?? own);
}

function styleOf(page: string): string {
  return page.slice(page.indexOf('<style>'), page.indexOf('</style>'));
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    throw new PilotError(
      'not-found',
      `The report ${path} cannot be read; name a report that "report" wrote.`,
      String(cause),
    );
  }
}

function parsed(json: string, path: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw notAReport(path);
  }
}

function notAReport(path: string): PilotError {
  return new PilotError(
    'not-a-report',
    `${path} carries nothing that could be recomputed: it is no .html or .json report of Pilotlight, or its evidence was taken out.`,
  );
}
