import { PilotError } from '#shared/api/error.ts';
import { type ComparedSide, type Comparison, compare } from '#shared/report/compare/compared.ts';
import { redactedDeep } from '#shared/report/redact.ts';
import { countLooks, readLookNumber } from '../lift/look-row.ts';
import { pilotValue } from '../records/pilot-value.ts';
import type { ReadableDb } from '../store/db.ts';
import { viewPilot } from '../store/open.ts';

/**
 * Two pilots beside each other, each at a look already taken. Both files are opened to look at only.
 * @param looks which look of each, from 1; null: the last
 * @throws PilotError `no-look` where a pilot has no such look
 */
export async function comparePilots(
  paths: readonly [string, string],
  looks: readonly [number, number] | null,
): Promise<Comparison> {
  const one = await sideIn(paths[0], looks?.[0] ?? null);
  return compare(one, await sideIn(paths[1], looks?.[1] ?? null));
}

/** Two looks of one pilot; null: its first and its last. @throws PilotError `no-look` */
export function compareLooks(db: ReadableDb, looks: readonly [number, number] | null): Comparison {
  const last = countLooks(db);
  if (looks === null && last < 2) {
    throw new PilotError(
      'no-look',
      'This pilot has been looked at fewer than twice: there are no two looks to compare.',
    );
  }
  return compare(sideOf(db, looks?.[0] ?? 1), sideOf(db, looks?.[1] ?? last));
}

async function sideIn(path: string, look: number | null): Promise<ComparedSide> {
  const view = await viewPilot(path);
  try {
    return sideOf(view.read, look ?? countLooks(view.read));
  } finally {
    await view.close();
  }
}

function sideOf(db: ReadableDb, look: number): ComparedSide {
  const lift = readLookNumber(db, look);
  const name = pilotValue(db, 'name') ?? '';
  if (lift !== null) return { pilot: pilotValue(db, 'id') ?? '', name, look, lift: redactedDeep(lift) };
  const n = countLooks(db);
  throw new PilotError(
    'no-look',
    n === 0
      ? `“${name}” was not looked at yet: look at its lift first.`
      : `“${name}” has no look ${look}; its looks are 1 to ${n}.`,
  );
}
