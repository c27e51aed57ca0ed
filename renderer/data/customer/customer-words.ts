import type { Formatter } from '#shared/format/formatter.ts';
import type { CustomerStory } from '#shared/identity/customer-story.ts';
import type { Key } from '#shared/identity/matching.ts';
import { bestKey, keyText } from './key-words.ts';
import { countGroups, type Group, momentOf, timeLine } from './time-line.ts';

const ONE: Readonly<Record<Group, readonly [string, string]>> = {
  order: ['order', 'orders'],
  cart: ['cart', 'carts'],
  mail: ['mail', 'mails'],
  ticket: ['ticket', 'tickets'],
  answer: ['answer', 'answers'],
  call: ['call', 'calls'],
  visit: ['visit', 'visits'],
  other: ['other record', 'other records'],
};

/** What the person is called by: a name where one is known, else the best key. */
export function customerTitle({ identities, traits }: CustomerStory, shown: Key): string {
  const part = (...names: string[]) => traits.find(({ key }) => names.includes(key.toLowerCase()))?.value ?? null;
  const whole = part('name', 'full name', 'customer name');
  const parts = [part('first name', 'first_name'), part('last name', 'last_name')].filter((name) => name !== null);
  const name = whole ?? (parts.length === 0 ? null : parts.join(' '));
  const key = keyText(bestKey(identities) ?? shown);
  return name === null ? key : `${name}, ${key}`;
}

/** "2 orders, 1 answer and 1 ticket, from 1 Mar 2026 to 6 Mar 2026." */
export function customerSentence(story: CustomerStory, format: Formatter): string {
  const entries = timeLine(story);
  const parts = countGroups(entries).map(([group, n]) => `${format.count(n)} ${ONE[group][n === 1 ? 0 : 1]}`);
  if (parts.length === 0) return 'No activity and no answer is known of this customer yet.';
  const dated = entries.map(momentOf).filter((at) => at !== null);
  const [last, first] = [dated[0] ?? null, dated[dated.length - 1] ?? null];
  const listed = parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
  if (first === null || last === null) return `${listed}, undated.`;
  const [from, to] = [format.dateShort(first), format.dateShort(last)];
  return from === to ? `${listed}, on ${from}.` : `${listed}, from ${from} to ${to}.`;
}
