import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { PilotError } from '#shared/api/error.ts';
import { formatter } from '#shared/format/formatter.ts';
import { computeLift } from '#shared/lift/compute-lift.ts';
import type { LiftResult } from '#shared/lift/lift-result.ts';
import { catalogueIn, type Language } from '#shared/text/catalogue.ts';
import { readCuts } from '../identity/cut.ts';
import { readMatching } from '../identity/matching-value.ts';
import { readPlan } from '../plan/plan-row.ts';
import type { ReadableDb } from '../store/db.ts';
import type { PilotFile } from '../store/pilot-file.ts';
import { countLooks, writeLook } from './look-row.ts';
import { pilotRecords } from './pilot-records.ts';

/** In whose words a look is told: the sentences' language, and how figures and dates in them are written. */
export type LiftWords = { readonly language: Language; readonly locale: string; readonly timeZone: string };

/** The words in which a look is logged. */
export const LOGGED_WORDS: LiftWords = { language: 'en', locale: 'en-GB', timeZone: 'UTC' };

/**
 * Looks at the lift as it stood at a moment, and logs the look for good.
 *
 * @throws PilotError `nobody-assigned` when no customer of the population has an arm: nothing is logged then
 */
export async function lookAtLift(file: PilotFile, asOf: number, now: number): Promise<LiftResult> {
  const result = liftOf(file.read, asOf, countLooks(file.read) + 1);
  await file.change('look', (db) => writeLook(db, result, now));
  return result;
}

/** The lift without logging a look: only for recomputing what a look has already seen. */
export function liftOf(db: ReadableDb, asOf: number, looks: number, words: LiftWords = LOGGED_WORDS): LiftResult {
  const state = readPlan(db);
  const currency = db.get<{ value: string }>("SELECT value FROM pilot WHERE key = 'currency'")?.value ?? null;
  const text = catalogueIn(words.language);
  const result = computeLift(
    {
      plan: state.plan,
      sha256: state.sha256,
      amendments: state.amendments.length,
      asOf,
      looks,
      currency,
      fingerprint: fingerprint(db),
      text: text.lift,
      format: formatter({ ...words, currency, words: text.figures }),
    },
    pilotRecords(db),
  );
  const assigned = Object.values(result.flow.assigned).reduce((sum, n) => sum + n, 0);
  if (assigned > 0) return result;
  const imported = state.plan.allocation.method === 'imported';
  throw new PilotError(
    'nobody-assigned',
    imported
      ? `No customer of the population has an arm yet: import the export that names the arms${known(state.plan.allocation)}; "assign" is for plans that draw the arms here.`
      : 'Nobody is assigned to an arm yet: run "assign" first, then look at the lift.',
  );
}

function known(allocation: { method: string; from?: Record<string, string> }): string {
  const values = Object.keys(allocation.from ?? {});
  return values.length === 0 ? '' : ` (${values.map((value) => `"${value}"`).join(', ')})`;
}

/**
 * Names the data a look saw: SHA-256 over what every source held, in order, how its keys were joined, and the
 * assignments made here.
 */
export function fingerprint(db: ReadableDb): string {
  const sources = db.all<{ sha256: string; kept: number }>('SELECT sha256, kept FROM source ORDER BY sha256, kept');
  const assigned = db.all<{ arm: string; n: number }>(
    'SELECT arm, count(*) AS n FROM assignment GROUP BY arm ORDER BY arm',
  );
  const joined = { matching: readMatching(db), cuts: readCuts(db).map(({ a, b }) => [a, b]) };
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify({ sources, joined, assigned }))));
}
