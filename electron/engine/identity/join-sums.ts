import type { ReadableDb } from '#engine/store/db.ts';

/** What joins can do harm to, as it stands: people in two arms, and keys that too many share. */
export type JoinSums = { readonly twoArms: number; readonly shared: number };

export function joinSums(db: ReadableDb): JoinSums {
  return {
    twoArms: countTwoArms(db, null),
    shared: db.get<{ n: number }>('SELECT count(*) AS n FROM identity_shared')?.n ?? 0,
  };
}

/** What a user should know of the joins an import made. */
export function joinWarnings(before: JoinSums, after: JoinSums): string[] {
  const warnings: string[] = [];
  const shared = after.shared - before.shared;
  if (shared > 0) {
    const keys = shared === 1 ? '1 key is' : `${shared} keys are`;
    warnings.push(`${keys} shared by too many people to be one person's, and joined nobody; see Matching.`);
  }
  const people = after.twoArms - before.twoArms;
  if (people > 0) {
    const who = people === 1 ? '1 person stands' : `${people} people stand`;
    warnings.push(`${who} in two arms, because rows of this file join them; the lift leaves them out and says so.`);
  }
  return warnings;
}

/**
 * How many people stand in two arms: by the arms drawn here or, where none were, by those the exports name.
 *
 * @param customerOf who would be one person, by number of the key; null for as it is
 */
export function countTwoArms(db: ReadableDb, customerOf: Int32Array | null): number {
  const drawn = db.get('SELECT 1 FROM assignment LIMIT 1') !== undefined;
  const table = drawn ? 'assignment' : 'arm_named';
  if (customerOf === null) {
    const both = `SELECT 1 FROM ${table} GROUP BY customer HAVING min(arm) <> max(arm)`;
    return db.get<{ n: number }>(`SELECT count(*) AS n FROM (${both})`)?.n ?? 0;
  }
  const first = new Map<number, string>();
  const both = new Set<number>();
  for (const [identity, arm] of db.iterate(`SELECT identity, arm FROM ${table}`)) {
    const person = customerOf[identity as number]!;
    const known = first.get(person);
    if (known === undefined) first.set(person, arm as string);
    else if (known !== arm) both.add(person);
  }
  return both.size;
}
