import type { ColumnProfile } from './column-profile.ts';
import { normalisedHeader } from './layout.ts';
import type { ColumnTarget, TraitType } from './mapping.ts';

/** What a column most likely is, because of what, and what speaks against it. */
export type ColumnIdea =
  | { readonly is: 'key'; readonly key: string; readonly because: string }
  | { readonly is: 'date'; readonly because: string; readonly doubt: string | null; readonly rank: number }
  | { readonly is: 'amount'; readonly of: 'row' | 'one'; readonly because: string; readonly rank: number }
  | { readonly is: 'quantity'; readonly because: string }
  | { readonly is: 'currency'; readonly because: string }
  | { readonly is: 'reference'; readonly because: string }
  | { readonly is: 'activity'; readonly because: string }
  | { readonly is: 'arm'; readonly because: string }
  | {
      readonly is: 'score';
      readonly question: string;
      readonly scale: readonly [number, number];
      readonly because: string;
      readonly doubt: string | null;
    }
  | { readonly is: 'verbatim'; readonly because: string }
  | { readonly is: 'channel'; readonly because: string }
  | { readonly is: 'fact'; readonly type: TraitType; readonly because: string; readonly doubt: string | null }
  | { readonly is: 'nothing'; readonly because: string };

const MOST = 0.9;
const EXACT = 1;

const NUMBER_KEYS =
  /^(?:(customer|client|user|member|account|contact|subscriber|person|patient|guest|loyalty|kunden?|cust)(?: ?unique)? ?(?:id|no|nr|number|num|key|code|nummer)|kundennummer|customerid|userid|clientid|memberid|external id)$/;
const COOKIES = /\b(?:cookie|device|visitor|anonymous) ?(?:id)?$|^(?:client|session) cookie$/;
const PHONES = /\b(?:phone|mobile|cell|tel|telefon|sms|handy|whatsapp)\b/;
const EMAILS = /\be ?mail\b/;
const ARMS =
  /^(?:arm|group|variant|variation|treatment|treatment group|test group|experiment(?: group| arm| variant)?|bucket|cell|condition|segment|ab group|split)$/;
const ARM_WORDS =
  /\b(?:control|hold ?out|held ?out|treat(?:ment|ed)?|variant|placebo|test|exposed|no (?:e[ -]?)?mail|none|reminder)\b|^[ab]$/i;
const REFERENCES =
  /^(?:order|invoice|transaction|ticket|case|booking|checkout|cart|receipt|purchase|payment|reference|response|respondent|event)(?: ?(?:id|no|nr|number|num|name|ref|reference|key))?$|^(?:id|invoiceno|orderid|bestellnummer|rechnungsnummer)$/;
const AMOUNTS = /\b(?:total|amount|revenue|sum|value|price|sales|betrag|umsatz|gesamt|paid|spent)\b/;
const NOT_AMOUNTS =
  /\b(?:subtotal|tax|taxes|shipping|discount|quantity|qty|count|number|fee|refund|refunded|freight)\b/;
const PRICES_OF_ONE =
  /\b(?:unit|item|single) ?(?:price|amount|cost)\b|\bprice (?:each|per (?:unit|item))\b|^(?:price|einzelpreis|stückpreis)$/;
const QUANTITIES = /^(?:(?:item |order )?(?:quantity|qty)|units|pieces|menge|anzahl|stückzahl)$/;
const CURRENCIES = /\b(?:currency|waehrung|währung)\b/;
const ACTIVITIES = /^(?:event(?: ?(?:type|name|kind))?|activity(?: ?type)?|action(?: ?type)?|interaction(?: ?type)?)$/;
const CHANNELS = /^(?:channel|via|medium|source|kanal)$/;
const SCORES = /\b(?:nps|score|rating|csat|ces|stars|satisfaction|recommend|likely|bewertung|note)\b/;
/** The question whose scale is known before anybody answers high. */
const RECOMMEND = /\b(?:nps|recommend|weiterempfehlen)\b/;
const VERBATIMS =
  /\b(?:comments?|feedback|verbatims?|text|review|message|answer|why|reason|remark|subject|description|kommentar|grund)\b/;
const DATES = /\b(?:date|time|timestamp|created|at|on|when|day|datum|zeit)\b/;
const CODES = /\b(?:zip|postal|postcode|plz|id|sku|ean|gtin|barcode)\b/;
const HAPPENED =
  /\b(?:created|ordered|order date|purchased?|purchase|event|invoice ?date|occurred|submitted|submit|answered|response date|sent|placed|completed)\b/;

/** Reads a column's name and what stands in it. */
export function ideaOf(profile: ColumnProfile): ColumnIdea {
  const name = normalisedHeader(splitCamel(profile.name));
  const { filled } = profile;
  if (filled === 0) return { is: 'nothing', because: 'every cell of it is empty' };
  return keyIdea(profile, name) ?? roleIdea(profile, name) ?? factIdea(profile, name);
}

function keyIdea(profile: ColumnProfile, name: string): ColumnIdea | null {
  const { filled, emails, phones, values } = profile;
  if (emails >= filled * MOST) {
    return {
      is: 'key',
      key: 'email',
      because: emails === filled ? 'every cell is an e-mail address' : 'nearly every cell is an e-mail address',
    };
  }
  if (EMAILS.test(name) && emails >= filled * 0.5)
    return { is: 'key', key: 'email', because: 'its name says so, and most cells are addresses' };
  if (PHONES.test(name) && phones >= filled * MOST)
    return { is: 'key', key: 'phone', because: 'its name and its cells are those of phone numbers' };
  const number = NUMBER_KEYS.exec(name);
  if (number !== null && (values === null || values.size > 1)) {
    return {
      is: 'key',
      key: `number:${numberSystem(number[1])}`,
      because: `its name says that it is the ${number[1] ?? 'customer'}'s number`,
    };
  }
  if (COOKIES.test(name)) return { is: 'key', key: 'cookie', because: 'its name says that it is a device or a cookie' };
  return null;
}

/** "Customer ID" of one tool is "client number" of the next: the shop's own number of a person. */
function numberSystem(word: string | undefined): string {
  return word === undefined || /^(?:customer|client|cust|kunde|kunden)$/.test(word) ? 'customer' : word;
}

function roleIdea(profile: ColumnProfile, name: string): ColumnIdea | null {
  const { filled, values, dates, numbers, codes } = profile;
  if (dates >= filled * MOST || isEpoch(profile, name)) return dateIdea(profile, name);
  if (ARMS.test(name) && values !== null && values.size >= 2 && values.size <= 12) {
    const told = [...values.keys()].find((value) => ARM_WORDS.test(value));
    if (told !== undefined) return { is: 'arm', because: `its name, and "${told}" among its ${values.size} values` };
  }
  if (ACTIVITIES.test(name) && values !== null && values.size <= 50 && numbers === 0) {
    return { is: 'activity', because: `its name, and ${values.size} kinds such as "${profile.examples[0]}"` };
  }
  if (codes >= filled * MOST && (CURRENCIES.test(name) || values?.has('EUR') || values?.has('USD'))) {
    return { is: 'currency', because: 'its cells are currency codes' };
  }
  if (CHANNELS.test(name) && values !== null && values.size <= 50) return { is: 'channel', because: 'its name' };
  const score = scoreIdea(profile, name);
  if (score !== null) return score;
  if (numbers >= filled * MOST && AMOUNTS.test(name) && !NOT_AMOUNTS.test(name)) {
    return {
      is: 'amount',
      of: PRICES_OF_ONE.test(name) ? 'one' : 'row',
      rank: /\b(?:grand )?total\b|\brevenue\b/.test(name) ? 2 : 1,
      because: 'its name, and its cells are numbers',
    };
  }
  if (QUANTITIES.test(name) && numbers >= filled * MOST) {
    return { is: 'quantity', because: 'its name, and its cells are numbers' };
  }
  if (REFERENCES.test(name) && profile.meanLength < 60) return { is: 'reference', because: 'its name' };
  if (VERBATIMS.test(name) && numbers < filled * 0.5 && profile.meanLength >= 12 && profile.phrases >= filled * 0.5) {
    return {
      is: 'verbatim',
      because: `its name, and texts of ${Math.round(profile.meanLength)} characters on average`,
    };
  }
  return null;
}

/** Seconds or milliseconds since 1970 that lie between 2000 and 2100, under a name that speaks of a date. */
function isEpoch({ filled, integers, smallest, largest }: ColumnProfile, name: string): boolean {
  if (integers < filled || !(HAPPENED.test(name) || DATES.test(name))) return false;
  return [1, 1000].some((unit) => smallest >= 946_684_800 * unit && largest < 4_102_444_800 * unit);
}

/** So few cells off its scale do not make a recommendation something else. */
const FEW = 0.05;

function scoreIdea({ filled, values, integers, smallest, largest }: ColumnProfile, name: string): ColumnIdea | null {
  if (!SCORES.test(name) || integers < filled * MOST) return null;
  const asksToRecommend = RECOMMEND.test(name);
  if (smallest >= 0 && largest <= 10) {
    const isNps = asksToRecommend || largest > 5 || smallest === 0;
    const because = `its name, and whole numbers from ${smallest} to ${largest}`;
    return isNps
      ? { is: 'score', question: 'nps', scale: [0, 10], because, doubt: null }
      : { is: 'score', question: 'csat', scale: [1, 5], because, doubt: null };
  }
  if (!asksToRecommend || values === null) return null;
  const off = [...values].reduce((sum, [cell, n]) => (Number(cell) >= 0 && Number(cell) <= 10 ? sum : sum + n), 0);
  if (off > filled * FEW) return null;
  const doubt = `${off} of ${filled} cells ${off === 1 ? 'is' : 'are'} not from 0 to 10; their rows would go to quarantine.`;
  return { is: 'score', question: 'nps', scale: [0, 10], because: 'its name, and nearly all are from 0 to 10', doubt };
}

function dateIdea(profile: ColumnProfile, name: string): ColumnIdea {
  const { filled, times, offsets } = profile;
  const named = HAPPENED.test(name) ? 2 : DATES.test(name) ? 1 : 0;
  if (isEpoch(profile, name)) return { is: 'date', rank: named, because: 'its cells count from 1970', doubt: null };
  const { dates } = profile;
  const because = times === 0 ? 'its cells are days' : 'its cells are dates with a time';
  const doubt =
    dates < filled ? `${filled - dates} of ${filled} cells are no dates; their rows would go to quarantine.` : null;
  return { is: 'date', rank: named + (offsets > 0 ? 0.5 : 0), because, doubt };
}

function factIdea(profile: ColumnProfile, name: string): ColumnIdea {
  const { filled, numbers, booleans, dates, values, examples, leadingZeros } = profile;
  if (booleans >= filled * EXACT && (values?.size ?? 0) <= 4) {
    return {
      is: 'fact',
      type: 'boolean',
      because: `only ${[...(values?.keys() ?? [])].join(' and ')} ${values?.size === 1 ? 'stands' : 'stand'} in it`,
      doubt: null,
    };
  }
  if (numbers > 0 && (leadingZeros > 0 || CODES.test(name))) {
    return { is: 'fact', type: 'text', because: 'its figures are codes, not amounts', doubt: null };
  }
  if (numbers >= filled * EXACT) return { is: 'fact', type: 'number', because: 'every cell is a number', doubt: null };
  if (dates >= filled * EXACT) return { is: 'fact', type: 'date', because: 'every cell is a date', doubt: null };
  const doubt =
    numbers >= filled * MOST
      ? `${filled - numbers} of ${filled} cells are no numbers, so it is kept as text.`
      : dates >= filled * MOST
        ? `${filled - dates} of ${filled} cells are no dates, so it is kept as text.`
        : null;
  return {
    is: 'fact',
    type: 'text',
    because: `its cells are texts such as "${(examples[0] ?? '').slice(0, 40)}"`,
    doubt,
  };
}

/** `CustomerID` and `orderNo` as words. */
function splitCamel(name: string): string {
  return name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2');
}

/** A target as a short phrase: "the customer's e-mail". */
export function targetPhrase(target: ColumnTarget): string {
  switch (target.to) {
    case 'identity':
      return `names the customer (${target.key})`;
    case 'at':
      return 'says when';
    case 'amount':
      return 'is the amount';
    case 'quantity':
      return 'says how many the amount is the price of one of';
    case 'currency':
      return 'is the currency of the amount';
    case 'reference':
      return 'is the reference';
    case 'activity':
      return 'says what happened';
    case 'property':
      return 'is kept with the row';
    case 'arm':
      return 'names the arm';
    case 'trait':
      return `is a trait of the customer (${target.type})`;
    case 'score':
      return `is a score from ${target.scale[0]} to ${target.scale[1]}`;
    case 'verbatim':
      return "is the customer's words";
    case 'channel':
      return 'is the channel';
    case 'ignore':
      return 'is left out';
  }
}
