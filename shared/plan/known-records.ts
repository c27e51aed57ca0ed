/** Names of one sort that the records hold; asked one by one, since a large pilot need not list them for a plan that fits. */
export type KnownNames = {
  /** Whether there is any: without one there is nothing to compare with. */
  readonly any: () => boolean;
  readonly has: (name: string) => boolean;
  readonly list: () => readonly string[];
};

/** What the pilot's records hold, as far as a plan can refer to it. */
export type KnownRecords = {
  readonly activities: KnownNames;
  readonly traits: KnownNames;
  /** Questions that were answered with a score. */
  readonly scores: KnownNames;
  /** What other systems call their arms. */
  readonly armValues: KnownNames;
  /** Values that the activities of a kind carry: `amount` and the names of properties. */
  readonly fields: (activity: string) => KnownNames;
};

export function namesOf(names: readonly string[]): KnownNames {
  const known = new Set(names);
  return { any: () => known.size > 0, has: (name) => known.has(name), list: () => [...known].sort() };
}

/** A pilot into which nothing was imported yet. */
export const nothingKnown: KnownRecords = {
  activities: namesOf([]),
  traits: namesOf([]),
  scores: namesOf([]),
  armValues: namesOf([]),
  fields: () => namesOf([]),
};

/** Kinds of activity every pilot understands, even before the first one is imported. */
export const standardActivities: ReadonlySet<string> = new Set([
  'order',
  'cart',
  'visit',
  'refund',
  'email_sent',
  'email_opened',
  'email_clicked',
  'unsubscribe',
  'contact',
  'call',
  'complaint',
  'reply',
  'service_failure',
]);
