import type { ReadableDb } from '#engine/store/db.ts';
import type { CustomerStory, StoryActivity, StoryFeedback } from '#shared/identity/customer-story.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { readPlan } from '../plan/plan-row.ts';
import { sourceId } from '../records/source-id.ts';

/** Everything the pilot holds of one customer. */
export function customerStory(db: ReadableDb, customer: number): CustomerStory {
  const activities = db
    .all<ActivityRow>(
      `SELECT kind, at, at_day, amount, currency, reference, properties, source, line FROM activity WHERE customer = ?
       ORDER BY at, id`,
      [customer],
    )
    .map(storyActivity);
  const contactSources = new Set(
    db.all<{ id: number }>("SELECT id FROM source WHERE kind = 'contacts'").map(({ id }) => sourceId(id)),
  );
  const arms = armsOf(db, customer);
  return {
    customer,
    identities: db.all(
      `SELECT i.kind, i.value, s.people FROM identity i LEFT JOIN identity_shared s ON s.identity = i.id
       WHERE i.customer = ? ORDER BY i.id`,
      [customer],
    ),
    traits: traitsOf(db, customer),
    activities,
    feedback: feedbackOf(db, customer),
    assignment: arms[0] ?? null,
    arms: [...new Set(arms.map(({ arm }) => arm))],
    contacts: activities.filter(({ source }) => contactSources.has(source)),
    cases: [],
  };
}

type ActivityRow = {
  kind: string;
  at: number;
  at_day: number;
  amount: number | null;
  currency: string | null;
  reference: string | null;
  properties: string | null;
  source: number;
  line: number;
};

function storyActivity({ at_day, ...row }: ActivityRow): StoryActivity {
  return {
    ...row,
    at: new Date(row.at).toISOString(),
    dayOnly: at_day === 1,
    properties: row.properties === null ? {} : JSON.parse(row.properties),
    source: sourceId(row.source),
  };
}

function traitsOf(db: ReadableDb, customer: number): CustomerStory['traits'] {
  return db
    .all<{ key: string; value: string | number | null; source: number }>(
      'SELECT key, value, source FROM trait WHERE customer = ? ORDER BY key, source DESC, line DESC',
      [customer],
    )
    .filter((trait, i, all) => i === 0 || all[i - 1]!.key !== trait.key)
    .map((trait) => ({ ...trait, source: sourceId(trait.source) }));
}

function feedbackOf(db: ReadableDb, customer: number): StoryFeedback[] {
  return db
    .all<Omit<StoryFeedback, 'at' | 'dayOnly' | 'source'> & { at: number | null; at_day: number; source: number }>(
      `SELECT kind, at, at_day, channel, question, score, verbatim, source, line FROM feedback WHERE customer = ?
       ORDER BY at IS NULL, at, id`,
      [customer],
    )
    .map(({ at_day, ...row }) => ({
      ...row,
      at: iso(row.at),
      dayOnly: at_day === 1,
      source: sourceId(row.source),
    }));
}

type InArm = NonNullable<CustomerStory['assignment']>;

/** The arms drawn here; where none were drawn for this customer, those that exports name, by the plan's own ids. */
function armsOf(db: ReadableDb, customer: number): InArm[] {
  const drawn = db.all<{ arm: string; stratum: string; at: number }>(
    'SELECT arm, stratum, at FROM assignment WHERE customer = ? ORDER BY at, identity',
    [customer],
  );
  if (drawn.length > 0) return drawn.map((row) => ({ ...row, at: iso(row.at) }));
  const planned = db.get('SELECT 1 FROM plan WHERE id = 1') !== undefined;
  const idOf = armIds(planned ? readPlan(db).plan : null);
  return db
    .all<{ arm: string; at: number | null }>(
      'SELECT arm, at FROM arm_named WHERE customer = ? ORDER BY at IS NULL, at, source, line',
      [customer],
    )
    .map(({ arm, at }) => ({ arm: idOf(arm), stratum: null, at: iso(at) }));
}

function armIds(plan: Plan | null): (value: string) => string {
  if (plan === null || plan.allocation.method !== 'imported') return (value) => value;
  const from = new Map(Object.entries(plan.allocation.from));
  return (value) => from.get(value) ?? value;
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
