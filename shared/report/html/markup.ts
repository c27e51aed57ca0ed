/** Text that is markup already. Make it with `markup`, which escapes what it is given. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Controls, and marks that turn the direction of what follows: neither belongs in a report. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters taken out
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text without characters that no face of a report may hold. */
export function wanted(text: string): string {
  return text.replace(UNWANTED, '');
}

/** Text as it may stand between tags and inside quoted attributes. */
export function escaped(text: string): string {
  return wanted(text).replace(/[&<>"']/g, (character) => ENTITY[character] ?? '');
}

type Value = string | number | Markup | readonly Markup[];

/** Template for HTML and SVG: whatever is put in is escaped, unless it came out of this function. */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(strings.reduce((text, part, i) => text + written(values[i - 1]) + part));
}

/** Nothing. */
export const EMPTY = new Markup('');

function written(value: Value | undefined): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  return value.map((one) => one.text).join('');
}

/** Text inside a CSS string: everything but plain letters, digits and spaces as a hexadecimal escape. */
export function cssString(text: string): string {
  const safe = text.replace(UNWANTED, '').replace(/[^A-Za-z0-9 ]/gu, (c) => `\\${c.codePointAt(0)?.toString(16)} `);
  return `"${safe}"`;
}
