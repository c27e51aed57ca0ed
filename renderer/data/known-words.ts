import type { Known } from '#shared/api/contract.ts';
import type { Formatter } from '#shared/format/formatter.ts';
import { spoken } from './row-words.ts';

const plurals: Readonly<Record<string, string>> = {
  order: 'orders',
  cart: 'carts',
  checkout: 'checkouts',
  visit: 'visits',
  email_sent: 'e-mails sent',
  email_opened: 'e-mails opened',
  email_clicked: 'e-mails clicked',
  click: 'clicks',
  complaint: 'complaints',
  cancellation: 'cancellations',
  refund: 'refunds',
  call: 'calls',
  contact: 'contacts',
  unsubscribe: 'unsubscribes',
};

/** What is known of the customers, in one line: "4,812 orders (1 Feb to 3 Mar 2026), …, 12 traits, 801 answers to nps". */
export function knownSentence(known: Known, format: Formatter): string {
  const activities = known.activities
    .slice(0, 5)
    .map(
      ({ kind, n, first, last }) =>
        `${format.count(n)} ${plurals[kind] ?? `× ${spoken(kind)}`}${span(first, last, format)}`,
    );
  const more = known.activities.length > 5 ? [`${known.activities.length - 5} further kinds of activity`] : [];
  const traits = known.traits.length > 0 ? [counted(known.traits.length, 'trait', format)] : [];
  const scores = known.scores.map(({ question, n }) => `${format.count(n)} answers to ${question}`);
  const arms =
    known.armValues.length > 0 ? [`${counted(known.armValues.length, 'arm', format)} named by the exports`] : [];
  return `${[...activities, ...more, ...traits, ...scores, ...arms].join(', ')}.`;
}

function span(first: string | null, last: string | null, format: Formatter): string {
  if (first === null || last === null) return '';
  if (format.dateShort(first) === format.dateShort(last)) return ` (${format.dateShort(last)})`;
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  return ` (${sameYear ? format.day(first) : format.dateShort(first)} to ${format.dateShort(last)})`;
}

function counted(n: number, word: string, format: Formatter): string {
  return `${format.count(n)} ${word}${n === 1 ? '' : 's'}`;
}
