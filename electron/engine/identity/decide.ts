import type { ReadableDb } from '#engine/store/db.ts';
import type { PilotFile } from '#engine/store/pilot-file.ts';
import { PilotError } from '#shared/api/error.ts';
import type { Key, Matching, MatchingPreview, MatchingState, SharedKey } from '#shared/identity/matching.ts';
import { eraseCut, readCuts, writeCut } from './cut.ts';
import { customerOf } from './find.ts';
import { joinKeys } from './join-keys.ts';
import { countTwoArms } from './join-sums.ts';
import { readMatching, writeMatching } from './matching-value.ts';
import { movedPeople } from './moved-people.ts';
import { rejoin } from './rejoin.ts';

/** The keys set aside that are shown: those most people share. */
const SHOWN = 100;

/** What became of two keys: the customers they belong to now, the same one where other rows still join them. */
export type Decided = { readonly customers: [number, number]; readonly apart: boolean };

/** How the pilot joins keys now, and what was decided by hand or set aside. */
export function matchingState(db: ReadableDb): MatchingState {
  return {
    matching: readMatching(db),
    customers: db.get<{ n: number }>('SELECT count(*) AS n FROM customer')?.n ?? 0,
    setAside: db.all<SharedKey>(
      `SELECT i.kind, i.value, s.people FROM identity_shared s JOIN identity i ON i.id = s.identity
       ORDER BY s.people DESC, i.id LIMIT ${SHOWN}`,
    ),
    cuts: readCuts(db),
  };
}

/** What another way of matching would change; nothing is written. */
export function previewMatching(db: ReadableDb, matching: Matching): MatchingPreview {
  const { customerOf, before, shared } = joinKeys(db, matching);
  const now = countPeople(before);
  const then = countPeople(customerOf);
  const { joined, parted } = movedPeople({ before, customerOf });
  const most = [...shared].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
  return {
    customersNow: now,
    customersThen: then,
    joined: joined.size,
    parted: parted.size,
    twoArmsNow: countTwoArms(db, null),
    twoArmsThen: countTwoArms(db, customerOf),
    setAside: most.map(([id, people]) => ({
      ...db.get<Key>('SELECT kind, value FROM identity WHERE id = ?', [id])!,
      people,
    })),
  };
}

function countPeople(customerOf: Int32Array): number {
  let people = 0;
  const seen = new Uint8Array(customerOf.length);
  for (const customer of customerOf) {
    if (customer === 0 || seen[customer] === 1) continue;
    seen[customer] = 1;
    people++;
  }
  return people;
}

/** Joins all customers anew in this way. */
export async function setMatching(pilot: PilotFile, matching: Matching): Promise<MatchingState> {
  await pilot.bulk('matching', async (db) => {
    writeMatching(db, matching);
    rejoin(db);
  });
  return matchingState(pilot.read);
}

/** Parts two keys for good: no row joins them again, also not one that comes in later. */
export async function cutKeys(pilot: PilotFile, a: Key, b: Key, why: string, now: number): Promise<Decided> {
  if (a.kind === b.kind && a.value === b.value) {
    throw new PilotError('same-key', `${a.value} cannot be cut from itself: name two keys.`);
  }
  for (const key of [a, b]) customerOf(pilot.read, key);
  await pilot.change('cut', (db) => {
    writeCut(db, a, b, now, why);
    rejoin(db);
  });
  return decided(pilot.read, a, b);
}

/** Takes a cut back: rows that name both keys join them again. */
export async function uncutKeys(pilot: PilotFile, a: Key, b: Key): Promise<Decided> {
  await pilot.change('uncut', (db) => {
    if (eraseCut(db, a, b) === 0) {
      throw new PilotError('no-such-cut', `${a.value} and ${b.value} are not cut from each other.`);
    }
    rejoin(db);
  });
  return decided(pilot.read, a, b);
}

function decided(db: ReadableDb, a: Key, b: Key): Decided {
  const customers: [number, number] = [customerOf(db, a), customerOf(db, b)];
  return { customers, apart: customers[0] !== customers[1] };
}
