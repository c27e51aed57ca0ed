import { type Arrangement, AS_IT_COMES, arrangement } from '#shared/report/arrangement.ts';
import { pilotValue, setPilotValue } from '../records/pilot-value.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';

const KEY = 'arrangement';

/** How the lead arranged the report; as it comes where nobody did. */
export function readArrangement(db: ReadableDb): Arrangement {
  const stored = pilotValue(db, KEY);
  return stored === null ? AS_IT_COMES : arrangement.parse(JSON.parse(stored));
}

export function writeArrangement(db: WritableDb, value: Arrangement): void {
  setPilotValue(db, KEY, JSON.stringify(value));
}
