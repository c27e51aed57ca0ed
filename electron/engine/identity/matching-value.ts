import type { ReadableDb, WritableDb } from '#engine/store/db.ts';
import { type Matching, matching as matchingSchema, usualMatching } from '#shared/identity/matching.ts';
import { pilotValue, setPilotValue } from '../records/pilot-value.ts';

const KEY = 'matching';

/** How the pilot joins keys. What an older or hand-edited file leaves out is as usual. */
export function readMatching(db: ReadableDb): Matching {
  const stored = pilotValue(db, KEY);
  if (stored === null) return usualMatching;
  const parsed = matchingSchema.safeParse({ ...usualMatching, ...JSON.parse(stored) });
  return parsed.success ? parsed.data : usualMatching;
}

export function writeMatching(db: WritableDb, matching: Matching): void {
  setPilotValue(db, KEY, JSON.stringify(matching));
}
