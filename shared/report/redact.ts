const EMAIL = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:]+/gu;
const PHONE = /(?<![\w.,])(?:\+|00)\d[\d\s().\-/]{7,}\d(?!\w)/gu;
/** Stands where something was blacked out. */
export const HIDDEN = '[…]';

/**
 * Text with e-mail addresses and international phone numbers blacked out. No face of a report holds contact data,
 * whatever stands in the name of a file or in a reason that quotes the data.
 */
export function redacted(text: string): string {
  return text
    .replace(EMAIL, HIDDEN)
    .replace(PHONE, (match) => (match.replace(/\D/g, '').length >= 10 ? HIDDEN : match));
}

const ADDRESS = /(?:https?:\/\/|www\.)\S+/giu;
const HANDLE = /(?<![\w@])@\w{2,}/gu;
/** A run of letters and digits, with dashes, dots and slashes inside. */
const TOKEN = /#?[\p{L}\d]+(?:[-./,][\p{L}\d]+)*/gu;
const PRICE = /^\d{1,3}(?:[.,]\d{3})*[.,]\d{1,2}$/;
/** Order numbers, ticket numbers, dates of birth, card numbers hold at least so many digits. */
const FEWEST_DIGITS = 4;
/** A capitalised name after a word that introduces one. */
const INTRODUCED =
  /\b(Mr|Mrs|Ms|Miss|Dr|Herr|Herrn|Frau|Dear|Hi|Hello|Hallo|Liebe|Lieber|[Rr]egards|Grüße|Grüßen|[Mm]y name is|[Tt]his is|[Mm]ein Name ist)([.,:]?\s+)(\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+){0,2})/gu;
/** Shorter pieces of a customer's data are words of the language as well. */
const SHORTEST_KNOWN = 3;

/**
 * A customer's own words without what could name anybody: e-mail and web addresses, phones, numbers of four digits
 * or more, names that are introduced as such, and whatever of `known` stands in it.
 *
 * @param known what the data know of this customer: keys, names, order numbers
 */
export function redactedWords(text: string, known: readonly string[]): string {
  const patterned = redacted(text)
    .replace(ADDRESS, HIDDEN)
    .replace(HANDLE, HIDDEN)
    .replace(TOKEN, (token) =>
      token.replace(/\D/g, '').length >= FEWEST_DIGITS && !PRICE.test(token) ? HIDDEN : token,
    )
    .replace(INTRODUCED, (_, word: string, space: string) => `${word}${space}${HIDDEN}`);
  return known
    .map((one) => one.trim())
    .filter((one) => one.length >= SHORTEST_KNOWN)
    .sort((a, b) => b.length - a.length)
    .reduce((told, one) => told.replace(wholeWord(one), HIDDEN), patterned);
}

function wholeWord(known: string): RegExp {
  const plain = known.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d])${plain}(?![\\p{L}\\d])`, 'giu');
}

/** A plain value with all its texts, at any depth, keys included, treated the same. */
export function redactedDeep<Value>(value: Value): Value {
  return deep(value) as Value;
}

function deep(value: unknown): unknown {
  if (typeof value === 'string') return redacted(value);
  if (Array.isArray(value)) return value.map(deep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [redacted(key), deep(one)]));
}
