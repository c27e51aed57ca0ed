const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAY = /^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*,?\s+/i;
const MONTH_FIRST = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(.+))?$/i;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})(?:,?\s+(.+))?$/i;

/** A date whose month is a word; `rest` is what follows the year. */
export type WrittenDate = {
  readonly year: number;
  readonly month: string;
  readonly day: number;
  readonly rest: string | undefined;
};

/** Takes `Jun 09, 2018 09:30 pm`, `Sat, May 1, 2021` and `9 June 2018` apart; null for everything else. */
export function writtenDate(text: string): WrittenDate | null {
  const bare = text.replace(WEEKDAY, '');
  const monthFirst = MONTH_FIRST.exec(bare);
  if (monthFirst !== null) {
    return { month: monthFirst[1]!, day: Number(monthFirst[2]), year: Number(monthFirst[3]), rest: monthFirst[4] };
  }
  const dayFirst = DAY_FIRST.exec(bare);
  if (dayFirst === null) return null;
  return { day: Number(dayFirst[1]), month: dayFirst[2]!, year: Number(dayFirst[3]), rest: dayFirst[4] };
}

/** 1–12 by an English month's name or its first three letters, NaN for another word. */
export function monthNumber(name: string): number {
  const word = name.toLowerCase();
  const at = Math.max(NAMES.indexOf(word === 'sept' ? 'sep' : word), FULL.indexOf(word));
  return at < 0 ? Number.NaN : at + 1;
}
