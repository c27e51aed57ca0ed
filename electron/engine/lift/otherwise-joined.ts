import { trustOf } from '#shared/identity/key-kind.ts';
import type { OtherwiseJoined } from '#shared/lift/records-reader.ts';
import { joinKeys } from '../identity/join-keys.ts';
import { readMatching } from '../identity/matching-value.ts';
import { movedPeople } from '../identity/moved-people.ts';
import type { ReadableDb } from '../store/db.ts';
import { pilotRecords } from './pilot-records.ts';

/**
 * The pilot's records with keys joined the other way than the pilot joins them: strictly where it joins loosely, and
 * the reverse. Null where no key is of the sort that only loose matching joins, so that both ways are one. Nothing is written.
 */
export function otherwiseJoined(db: ReadableDb): OtherwiseJoined | null {
  const kinds = db.all<{ kind: string }>('SELECT DISTINCT kind FROM identity');
  if (!kinds.some(({ kind }) => trustOf(kind) === 'loose')) return null;
  const matching = readMatching(db);
  const mode = matching.mode === 'strict' ? 'loose' : 'strict';
  const found = joinKeys(db, { ...matching, mode });
  const { joined, parted } = movedPeople(found);
  const reader = pilotRecords(db, found.customerOf);
  return {
    mode,
    differ: new Set([...joined, ...parted]).size,
    records: () => reader,
  };
}
