import { joined, type Sign } from './sign.ts';

/** How one number is written: `unit` is `percent` (the value is a fraction) or a three-letter currency. */
export type Style = { readonly digits: number; readonly sign: Sign; readonly unit: 'none' | 'percent' | string };

const written = new Map<string, Intl.NumberFormat>();

/** A finite number in a locale. Formats of Intl are costly to make, so each is made once. */
export function writeNumber(locale: string, value: number, style: Style): string {
  const key = `${locale}/${style.digits}/${style.sign}/${style.unit}`;
  let format = written.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, options(style));
    written.set(key, format);
  }
  return joined(format.formatToParts(value));
}

function options(style: Style): Intl.NumberFormatOptions {
  return {
    minimumFractionDigits: style.digits,
    maximumFractionDigits: style.digits,
    signDisplay: style.sign === 'signed' ? 'exceptZero' : 'negative',
    ...unitOptions(style.unit),
  };
}

function unitOptions(unit: Style['unit']): Intl.NumberFormatOptions {
  if (unit === 'none') return {};
  if (unit === 'percent') return { style: 'percent' };
  return { style: 'currency', currency: unit, currencyDisplay: 'narrowSymbol' };
}

/** The decimals a currency has: 2 for dollars, 0 for yen. */
export function currencyDigits(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}
