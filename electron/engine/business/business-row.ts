import { type Assumption, editedAssumptions } from '#shared/business/assumption.ts';
import { pilotValue, setPilotValue } from '../records/pilot-value.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';

const KEY = 'business';

/** The lines of the business case that somebody wrote by hand. */
export function readEdited(db: ReadableDb): readonly Assumption[] {
  const stored = pilotValue(db, KEY);
  return stored === null ? [] : editedAssumptions.parse(JSON.parse(stored));
}

export function writeEdited(db: WritableDb, lines: readonly Assumption[]): void {
  setPilotValue(db, KEY, JSON.stringify(lines));
}
