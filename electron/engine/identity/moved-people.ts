import type { Joined } from './join-keys.ts';

/** Customers, by their present numbers, whom another way of joining would join with somebody, or make several of. */
export type MovedPeople = { readonly joined: ReadonlySet<number>; readonly parted: ReadonlySet<number> };

/** What another way of joining would do to the customers as they are now. */
export function movedPeople({ before, customerOf }: Pick<Joined, 'before' | 'customerOf'>): MovedPeople {
  const joined = new Set<number>();
  const parted = new Set<number>();
  const firstOf = { before: new Int32Array(before.length), after: new Int32Array(before.length) };
  for (let id = 1; id < before.length; id++) {
    const [was, is] = [before[id]!, customerOf[id]!];
    if (was === 0) continue;
    const whole = firstOf.before[was]!;
    if (whole === 0) firstOf.before[was] = is;
    else if (whole !== is) parted.add(was);
    const alone = firstOf.after[is]!;
    if (alone === 0) firstOf.after[is] = was;
    else if (alone !== was) joined.add(alone).add(was);
  }
  return { joined, parted };
}
