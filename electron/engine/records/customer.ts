import type { ReadableDb } from '#engine/store/db.ts';
import { readEmail, readNumberKey, readPhone } from '#shared/identity/normalise.ts';
import { sourceId } from './source-id.ts';

/** One customer's whole story, oldest first. Times are ISO 8601 UTC, null where the export gave none. */
export type CustomerStory = {
  readonly customer: number;
  readonly identities: readonly { readonly kind: string; readonly value: string }[];
  readonly traits: readonly { readonly key: string; readonly value: string | number | null; readonly source: string }[];
  readonly activities: readonly StoryActivity[];
  readonly feedback: readonly StoryFeedback[];
  readonly assignment: { readonly arm: string; readonly stratum: string; readonly at: string } | null;
  readonly armsNamed: readonly { readonly arm: string; readonly at: string | null; readonly source: string }[];
  readonly contacts: readonly StoryActivity[];
  readonly cases: readonly never[];
};

export type StoryActivity = {
  readonly kind: string;
  readonly at: string;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly reference: string | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly source: string;
  readonly line: number;
};

export type StoryFeedback = {
  readonly kind: string;
  readonly at: string | null;
  readonly channel: string | null;
  readonly question: string | null;
  readonly score: number | null;
  readonly verbatim: string | null;
  readonly source: string;
  readonly line: number;
};

/** The number of the customer that a key names, whatever sort of key it is; null when nobody has it. */
export function findCustomer(db: ReadableDb, key: string, country: string | null = null): number | null {
  const forms = new Set([key.trim()]);
  for (const reading of [readEmail(key), readPhone(key, country), readNumberKey(key)]) {
    if ('key' in reading) forms.add(reading.key);
  }
  const kinds = db.all<{ kind: string }>('SELECT DISTINCT kind FROM identity').map(({ kind }) => kind);
  for (const kind of kinds) {
    for (const value of forms) {
      const found = db.get<{ customer: number }>('SELECT customer FROM identity WHERE kind = ? AND value = ?', [
        kind,
        value,
      ]);
      if (found !== undefined) return found.customer;
    }
  }
  return null;
}

/** Everything the pilot holds of one customer. */
export function customerStory(db: ReadableDb, customer: number): CustomerStory {
  const activities = db
    .all<ActivityRow>(
      `SELECT kind, at, amount, currency, reference, properties, source, line FROM activity WHERE customer = ?
       ORDER BY at, id`,
      [customer],
    )
    .map(storyActivity);
  const contactSources = new Set(
    db.all<{ id: number }>("SELECT id FROM source WHERE kind = 'contacts'").map(({ id }) => sourceId(id)),
  );
  return {
    customer,
    identities: db.all('SELECT kind, value FROM identity WHERE customer = ? ORDER BY id', [customer]),
    traits: db
      .all<{ key: string; value: string | number | null; source: number }>(
        `SELECT key, value, source FROM trait WHERE customer = ? ORDER BY key, source DESC, line DESC`,
        [customer],
      )
      .filter((trait, i, all) => i === 0 || all[i - 1]!.key !== trait.key)
      .map((trait) => ({ ...trait, source: sourceId(trait.source) })),
    activities,
    feedback: db
      .all<FeedbackRow>(
        `SELECT kind, at, channel, question, score, verbatim, source, line FROM feedback WHERE customer = ?
         ORDER BY at IS NULL, at, id`,
        [customer],
      )
      .map((row) => ({ ...row, at: iso(row.at), source: sourceId(row.source) })),
    assignment: assignmentOf(db, customer),
    armsNamed: db
      .all<{ arm: string; at: number | null; source: number }>(
        'SELECT arm, at, source FROM arm_named WHERE customer = ? ORDER BY source, line',
        [customer],
      )
      .map((row) => ({ ...row, at: iso(row.at), source: sourceId(row.source) })),
    contacts: activities.filter(({ source }) => contactSources.has(source)),
    cases: [],
  };
}

type ActivityRow = {
  kind: string;
  at: number;
  amount: number | null;
  currency: string | null;
  reference: string | null;
  properties: string | null;
  source: number;
  line: number;
};

type FeedbackRow = Omit<StoryFeedback, 'at' | 'source'> & { at: number | null; source: number };

function storyActivity(row: ActivityRow): StoryActivity {
  return {
    ...row,
    at: new Date(row.at).toISOString(),
    properties: row.properties === null ? {} : JSON.parse(row.properties),
    source: sourceId(row.source),
  };
}

function assignmentOf(db: ReadableDb, customer: number): CustomerStory['assignment'] {
  const row = db.get<{ arm: string; stratum: string; at: number }>(
    'SELECT arm, stratum, at FROM assignment WHERE customer = ?',
    [customer],
  );
  return row === undefined ? null : { ...row, at: new Date(row.at).toISOString() };
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
