import type { Known } from '#shared/api/contract.ts';
import type { Formatter } from '#shared/format/formatter.ts';
import { spoken } from './row-words.ts';

/** What is known of the customers, in one line: "4,812 order (1 Feb 2026 to 3 Mar 2026), … · 12 traits · 2 scores". */
export function knownSentence(known: Known, format: Formatter): string {
  const activities = known.activities
    .slice(0, 5)
    .map(({ kind, n, first, last }) => `${format.count(n)} × ${spoken(kind)}${span(first, last, format)}`);
  const more = known.activities.length > 5 ? [`${known.activities.length - 5} further kinds of activity`] : [];
  const traits = known.traits.length > 0 ? [counted(known.traits.length, 'trait', format)] : [];
  const scores = known.scores.map(({ question, n }) => `${format.count(n)} × ${question}`);
  const arms =
    known.armValues.length > 0 ? [`${counted(known.armValues.length, 'arm', format)} named by the exports`] : [];
  return `${[...activities, ...more, ...traits, ...scores, ...arms].join(', ')}.`;
}

function span(first: string | null, last: string | null, format: Formatter): string {
  if (first === null || last === null) return '';
  return ` (${format.day(first)} to ${format.dateShort(last)})`;
}

function counted(n: number, word: string, format: Formatter): string {
  return `${format.count(n)} ${word}${n === 1 ? '' : 's'}`;
}
