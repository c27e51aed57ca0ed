import type { ReadableDb } from '#engine/store/db.ts';
import type { Known } from '#shared/api/contract.ts';
import { fieldNames } from './field-names.ts';

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** What was counted of each state of a pilot; a state that is over takes it along. */
const counted = new WeakMap<object, Known>();

/**
 * What the pilot's records offer to a plan: kinds of activity, traits, scores and arm names, with how many of each. It
 * goes over all records once and is then kept until the pilot changes.
 */
export function readKnown(db: ReadableDb): Known {
  const { state } = db;
  const known = counted.get(state) ?? countKnown(db);
  counted.set(state, known);
  return known;
}

function countKnown(db: ReadableDb): Known {
  const activities = db.all<{ kind: string; n: number; first: number | null; last: number | null }>(
    'SELECT kind, count(*) AS n, min(at) AS first, max(at) AS last FROM activity GROUP BY kind ORDER BY n DESC, kind',
  );
  return {
    activities: activities.map(({ kind, n, first, last }) => ({
      kind,
      n,
      first: iso(first),
      last: iso(last),
      fields: fieldNames(db, kind),
    })),
    traits: db.all('SELECT key, count(DISTINCT customer) AS n FROM trait GROUP BY key ORDER BY key'),
    scores: db.all(
      'SELECT question, count(*) AS n FROM feedback WHERE score IS NOT NULL GROUP BY question ORDER BY n DESC, question',
    ),
    armValues: db.all(
      'SELECT arm AS value, count(DISTINCT customer) AS n FROM arm_named GROUP BY arm ORDER BY n DESC, arm',
    ),
    customers: db.get<{ n: number }>('SELECT count(*) AS n FROM customer')?.n ?? 0,
  };
}
