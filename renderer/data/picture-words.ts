import type { Formatter } from '#shared/format/formatter.ts';
import type { DayBars, FarOut, Gap, SourcePicture } from '#shared/records/source-picture.ts';
import { spoken } from './row-words.ts';

/** A day as a moment that lies on it in every time zone. */
const noon = (day: string) => `${day}T12:00:00.000Z`;

const plus = (day: string, days: number) =>
  new Date(Date.parse(noon(day)) + days * 86_400_000).toISOString().slice(0, 10);

/** "1 Mar to 7 Mar 2026"; a single day alone. */
export function spanWords(first: string, last: string, format: Formatter): string {
  if (first === last) return format.dateShort(noon(first));
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  return `${sameYear ? format.day(noon(first)) : format.dateShort(noon(first))} to ${format.dateShort(noon(last))}`;
}

/** What the bars show, in a sentence. */
export function barsSentence({ from, step, counts }: DayBars, format: Formatter): string {
  const most = Math.max(...counts);
  const at = counts.indexOf(most);
  const empty = counts.filter((n) => n === 0).length;
  const bar = step === 1 ? 'day' : `${step} days`;
  return [
    `${format.count(counts.reduce((a, b) => a + b, 0))} dated records, one bar a ${bar}`,
    `most from ${format.dateShort(noon(plus(from, at * step)))}: ${format.count(most)}`,
    ...(empty === 0 ? [] : [`${format.count(empty)} of ${format.count(counts.length)} bars are empty`]),
  ].join('; ');
}

/** The bars as rows of a table: which days, how many records. */
export function barRows({ from, step, counts }: DayBars, format: Formatter): { days: string; n: string }[] {
  return counts.map((n, i) => {
    const first = plus(from, i * step);
    return { days: spanWords(first, plus(first, step - 1), format), n: format.count(n) };
  });
}

export function gapWords({ from, to, days }: Gap, format: Formatter): string {
  return `${spanWords(from, to, format)}: ${format.count(days)} days without a record`;
}

const LACKING: Readonly<Record<SourcePicture['lacking'][number]['what'], string>> = {
  amount: 'have no amount',
  date: 'have no date',
  score: 'have no score',
  words: 'have no words',
};

export function lackingWords({ what, n, of }: SourcePicture['lacking'][number], format: Formatter): string {
  return `${format.count(n)} of ${format.count(of)} records ${LACKING[what]}`;
}

/** "160 of 397,924 orders are far from the others (above 1,453); the furthest: 168,469.60 in line 540,423". */
export function farOutWords({ kind, n, of, below, above, furthest }: FarOut, format: Formatter): string {
  const beyond = [
    ...(furthest.some(({ amount }) => amount < below) ? [`below ${format.number(Math.round(below), 0)}`] : []),
    ...(furthest.some(({ amount }) => amount > above) ? [`above ${format.number(Math.round(above), 0)}`] : []),
  ].join(' or ');
  const where = furthest.map(({ line, amount }) => `${format.number(amount, 2)} in line ${format.count(line)}`);
  const amounts = `${format.count(n)} of ${format.count(of)} amounts of "${spoken(kind)}" ${n === 1 ? 'lies' : 'lie'}`;
  return `${amounts} far from the others (${beyond}); the furthest: ${where.join(', ')}`;
}

/** What the records are: "117 order, 8 refund; 5 traits". */
export function recordWords({ records, traits }: SourcePicture, format: Formatter): string {
  const kinds = records.map(({ kind, n }) => `${format.count(n)} × ${spoken(kind)}`);
  return [...kinds, ...(traits === 0 ? [] : [`${format.count(traits)} ${traits === 1 ? 'trait' : 'traits'}`])].join(
    ', ',
  );
}
