/** Months as exports write them, in English, German, French, Spanish, Italian, Portuguese and Dutch; marks left out. */
const NAMES = [
  'january januar janner janvier enero gennaio janeiro januari',
  'february februar feber fevrier febrero febbraio fevereiro februari fevr',
  'march marz mars marzo marco maart mrz mrt',
  'april avril abril aprile avr abr',
  'may mai mayo maggio maio mei mag',
  'june juni juin junio giugno junho giu',
  'july juli juillet julio luglio julho juil lug',
  'august aout agosto augustus ago',
  'september septembre septiembre settembre setembro sept set',
  'october oktober octobre octubre ottobre outubro okt ott out',
  'november novembre noviembre novembro',
  'december dezember decembre diciembre dicembre dezembro dez dic',
].map((words) => words.split(' '));

const BY_WORD = new Map(NAMES.flatMap((words, i) => words.flatMap((word) => pairs(word, i + 1))));

/** A name in full, and the three letters that stand for it where no other month begins with them. */
function pairs(word: string, month: number): [string, number][] {
  const short = word.slice(0, 3);
  const isClear = NAMES.every((words, i) => i === month - 1 || !words.some((other) => other.startsWith(short)));
  return isClear
    ? [
        [word, month],
        [short, month],
      ]
    : [[word, month]];
}

const WEEKDAY = /^\p{L}{2,10}\.?,?\s+(?=\p{L}|\d)/u;
const MONTH_FIRST = /^(\p{L}{3,10})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})(?:,?\s+(.+))?$/iu;
const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|er)?[\s.-]+(?:de\s+)?(\p{L}{3,10})\.?,?[\s-]+(?:de\s+)?(\d{4}|\d{2})(?:,?\s+(.+))?$/iu;
const YEAR_FIRST = /^(\d{4})[\s-]+(\p{L}{3,10})\.?[\s-]+(\d{1,2})(?:,?\s+(.+))?$/u;
/** As C and Unix write it: `Mar  1 10:22:05 2026`, behind the weekday. */
const YEAR_LAST = /^(\p{L}{3})\s+(\d{1,2})\s+(\d{1,2}:\d{2}:\d{2})(?:\s+([A-Z]{3}))?\s+(\d{4})$/u;

/** A date whose month is a word; `rest` is what follows the year. */
export type WrittenDate = {
  readonly year: number;
  readonly month: string;
  readonly day: number;
  readonly rest: string | undefined;
};

/** Takes `Jun 09, 2018 09:30 pm`, `Sat, May 1, 2021`, `9 June 2018`, `1. März 2026` and `01-Mar-26` apart; null for everything else. */
export function writtenDate(text: string): WrittenDate | null {
  const bare = isMonth(/^\p{L}+/u.exec(text)?.[0]) ? text : text.replace(WEEKDAY, '');
  const monthFirst = MONTH_FIRST.exec(bare);
  if (monthFirst !== null) {
    return { month: monthFirst[1]!, day: Number(monthFirst[2]), year: Number(monthFirst[3]), rest: monthFirst[4] };
  }
  const dayFirst = DAY_FIRST.exec(bare);
  if (dayFirst !== null) {
    return { day: Number(dayFirst[1]), month: dayFirst[2]!, year: wholeYear(dayFirst[3]!), rest: dayFirst[4] };
  }
  const yearFirst = YEAR_FIRST.exec(bare);
  if (yearFirst !== null) {
    return { year: Number(yearFirst[1]), month: yearFirst[2]!, day: Number(yearFirst[3]), rest: yearFirst[4] };
  }
  const yearLast = YEAR_LAST.exec(bare);
  if (yearLast === null) return null;
  const zone = yearLast[4] === undefined ? '' : ` ${yearLast[4]}`;
  return { month: yearLast[1]!, day: Number(yearLast[2]), year: Number(yearLast[5]), rest: `${yearLast[3]}${zone}` };
}

/** 1–12 by a month's name or its first letters, NaN for another word. */
export function monthNumber(name: string): number {
  return BY_WORD.get(plain(name)) ?? Number.NaN;
}

function isMonth(word: string | undefined): boolean {
  return word !== undefined && !Number.isNaN(monthNumber(word));
}

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** 00–69 are this century, 70–99 the last. */
function wholeYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
