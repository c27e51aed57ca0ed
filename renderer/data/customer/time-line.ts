import type { CustomerStory, StoryActivity, StoryFeedback } from '#shared/identity/customer-story.ts';

/** What an entry of a customer's time line is about: the filters above it. */
export type Group = 'order' | 'cart' | 'mail' | 'ticket' | 'answer' | 'call' | 'visit' | 'other';

export const groupNames: Readonly<Record<Group, string>> = {
  order: 'Orders',
  cart: 'Carts',
  mail: 'Mails',
  ticket: 'Tickets',
  answer: 'Answers',
  call: 'Calls',
  visit: 'Visits',
  other: 'Other',
};

/** One row of an export as it concerns the customer; a row can tell of something done and something said at once. */
export type Entry = {
  readonly id: string;
  readonly group: Group;
  readonly kind: string;
  readonly at: string | null;
  readonly dayOnly: boolean;
  readonly activity: StoryActivity | null;
  readonly said: readonly StoryFeedback[];
  readonly source: string;
  readonly line: number;
};

const WORDS: readonly (readonly [Group, RegExp])[] = [
  ['ticket', /ticket|complain|support|claim/],
  ['answer', /nps|csat|survey|review|interview|answer|feedback|rating/],
  ['call', /call|phone/],
  ['mail', /mail|sms|push|message|newsletter|unsubscribe|contact|campaign|letter/],
  ['cart', /cart|checkout|basket/],
  ['order', /order|purchase|refund|cancel|return|payment|invoice|charge|subscription/],
  ['visit', /visit|page|session|view|click/],
];

export function groupOf(kind: string): Group {
  const word = kind.toLowerCase();
  return WORDS.find(([, words]) => words.test(word))?.[0] ?? 'other';
}

/** Everything dated latest first, then what no date is known of. */
export function timeLine({ activities, feedback }: CustomerStory): Entry[] {
  const answers = new Map<string, StoryFeedback[]>();
  for (const answer of feedback) {
    const row = `${answer.source} ${answer.line}`;
    answers.set(row, [...(answers.get(row) ?? []), answer]);
  }
  const entries: Entry[] = activities.map((activity, i) => {
    const { kind, at, dayOnly, source, line } = activity;
    const row = `${source} ${line}`;
    const said = answers.get(row) ?? [];
    answers.delete(row);
    return { id: `a${i}`, group: groupOf(kind), kind, at, dayOnly, activity, said, source, line };
  });
  for (const [row, said] of answers) {
    const { kind, at, dayOnly, source, line } = said[0]!;
    entries.push({ id: `f${row}`, group: groupOf(kind), kind, at, dayOnly, activity: null, said, source, line });
  }
  return entries.sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''));
}

/** When it was, as a moment that lies on the right day in every time zone where only the day is known. */
export function momentOf({ at, dayOnly }: Pick<Entry, 'at' | 'dayOnly'>): string | null {
  return at !== null && dayOnly && at.endsWith('T00:00:00.000Z') ? at.replace('T00:', 'T12:') : at;
}

/** How many entries of each group there are, in the order in which the filters stand. */
export function countGroups(entries: readonly Entry[]): (readonly [Group, number])[] {
  const counts = (Object.keys(groupNames) as Group[]).map(
    (group) => [group, entries.filter((entry) => entry.group === group).length] as const,
  );
  return counts.filter(([, n]) => n > 0);
}

/** `email_sent` → "Email sent", `nps` → "NPS" */
export function kindWords(kind: string): string {
  if (/^(nps|csat|ces|sms)$/i.test(kind)) return kind.toUpperCase();
  const words = kind.replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
