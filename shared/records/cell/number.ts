/** How a file writes the fraction of a number. */
export type Decimal = '.' | ',';

const GROUPED = { '.': /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?$/, ',': /^\d{1,3}(?:\.\d{3})+(?:,\d*)?$/ } as const;
const PLAIN = {
  '.': /^(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/,
  ',': /^(?:\d+(?:,\d*)?|,\d+)(?:[eE][+-]?\d{1,3})?$/,
} as const;
/** No longer cell names a currency; looking for one at its end would take the square of its length. */
const LONGEST = 400;
/** Spaces and apostrophes between digits part thousands; `5 3` and `12 34` are no numbers. */
const PARTED = /\d[\s'’]\s*\d/;
const DIGITS = /\d[\d.,\s'’]*/;
const GROUPS_OF_THREE = /^\d{1,3}([\s'’])\d{3}(?:\1\d{3})*(?:[.,]\d*)?\s*$/;
const SPACES = /[\s\u00a0\u2009\u202f'’]/g;
const CODE_OR_SIGN =
  /^(?:[A-Z]{3}|(?:US|CA|AU|NZ|R|C|A|HK|S)?\$|[€£¥₹₩₽₺₫฿₴₪]|zł|kr\.?|Kč|Ft|CHF)|(?:[A-Z]{3}|\$|[€£¥₹₩₽₺₫฿₴₪]|zł|kr\.?|Kč|Ft)$/u;

/** What no number has in it, or has not: said at once of most cells, since the rest takes long to find out. */
const NEVER_A_NUMBER = /[:;@_#]|^\D*$/;

/**
 * A number as exports write it: `1,299.00`, `1.299,00` (by `decimal`), `€ 12.50`, `(3.20)` and `$(3.20)` for −3.20, `12-`.
 * NaN for everything else, also for digits whose separators are not where thousands stand (`1,23` where the point
 * is the decimal sign, `5 3`), so that no figure is changed by guessing.
 */
export function readNumber(text: string, decimal: Decimal): number {
  if (isPlain(text, decimal)) return Number(text);
  if (NEVER_A_NUMBER.test(text)) return Number.NaN;
  if (PARTED.test(text) && !GROUPS_OF_THREE.test(DIGITS.exec(text)![0])) return Number.NaN;
  let rest = text.replace(SPACES, '').replace('−', '-');
  let sign = 1;
  const unnamed = rest.replace(CODE_OR_SIGN, '');
  if (unnamed.startsWith('(') && unnamed.endsWith(')')) rest = unnamed;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    sign = -1;
    rest = rest.slice(1, -1);
  }
  const signFirst = takeSign(rest);
  const bare = takeSign(signFirst.rest.replace(CODE_OR_SIGN, ''));
  if (signFirst.negative && (bare.negative || sign < 0)) return Number.NaN;
  if (signFirst.negative || bare.negative) sign = -sign;
  const digits = unsigned(bare.rest, decimal);
  return sign * digits;
}

/** The ISO code of the currency a cell's own sign or code names, null where it names none. `$` alone is any dollar. */
export function currencyNamed(text: string): string | null {
  if (text.length > LONGEST) return null;
  const found = CODE_OR_SIGN.exec(text.replace(SPACES, '').replace(/^[(+-]+|[)-]+$/g, ''));
  if (found === null) return null;
  const sign = found[0];
  return SIGNS.get(sign) ?? (/^[A-Z]{3}$/.test(sign) ? sign : null);
}

const DOLLARS = new Set(['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP']);

/** Whether `$` alone may mean this currency. */
export function isDollar(currency: string): boolean {
  return DOLLARS.has(currency);
}

const SIGNS = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['Ft', 'HUF'],
  ['US$', 'USD'],
  ['CA$', 'CAD'],
  ['C$', 'CAD'],
  ['AU$', 'AUD'],
  ['A$', 'AUD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
]);

/** Digits, perhaps behind a minus, and where the point is the decimal sign at most one point between them. */
function isPlain(text: string, decimal: Decimal): boolean {
  const length = text.length;
  const from = text.charCodeAt(0) === 45 ? 1 : 0;
  if (length === from || length > 15) return false;
  let points = 0;
  for (let i = from; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) continue;
    if (code !== 46 || decimal !== '.' || i === from || ++points > 1) return false;
  }
  return true;
}

function takeSign(text: string): { readonly rest: string; readonly negative: boolean } {
  if (text.startsWith('-')) return { rest: text.slice(1), negative: true };
  if (text.endsWith('-')) return { rest: text.slice(0, -1), negative: true };
  return { rest: text.startsWith('+') ? text.slice(1) : text, negative: false };
}

function unsigned(text: string, decimal: Decimal): number {
  if (PLAIN[decimal].test(text)) return finite(Number(decimal === ',' ? text.replace(',', '.') : text));
  if (!GROUPED[decimal].test(text)) return Number.NaN;
  return finite(Number(decimal === ',' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '')));
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}
