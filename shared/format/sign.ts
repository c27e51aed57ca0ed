/** The minus of typography, as wide as a plus; a hyphen is not a minus. */
export const MINUS = '−';
/** Between a figure and its unit: never breaks. */
export const UNIT_SPACE = '\u00a0';
/** What stands where there is no value. */
export const NOTHING = '–';

/** `signed` shows a plus too, as a difference should; zero carries no sign. */
export type Sign = 'plain' | 'signed';

/** Joins the parts of Intl with our minus and with a space before or behind units, whatever the locale writes. */
export function joined(parts: readonly Intl.NumberFormatPart[]): string {
  let text = '';
  parts.forEach((part, i) => {
    const isUnit = part.type === 'percentSign' || part.type === 'currency';
    if (part.type === 'minusSign') {
      text += MINUS;
    } else if (part.type === 'literal') {
      text += part.value.replace(/\s/g, UNIT_SPACE).replace(/[\u200e\u200f\u061c]/g, '');
    } else if (isUnit && isDigit(parts[i - 1])) {
      text += UNIT_SPACE + part.value;
    } else if (isUnit && isDigit(parts[i + 1])) {
      text += part.value + UNIT_SPACE;
    } else {
      text += part.value;
    }
  });
  return text;
}

function isDigit(part: Intl.NumberFormatPart | undefined): boolean {
  return part !== undefined && ['integer', 'fraction', 'infinity'].includes(part.type);
}
