import type { Formatter } from '#shared/format/formatter.ts';
import type { Money } from '#shared/records/rates.ts';

/** "1 USD = 0.92 EUR" */
export function rateWords(code: string, rate: number, currency: string): string {
  return `1 ${code} = ${rate} ${currency}`;
}

/** What becomes of amounts in other currencies. */
export function moneySentence({ table, waiting }: Money, format: Formatter): string {
  if (waiting.length > 0) {
    const rows = waiting.map(({ currency, rows: n }) => `${format.count(n)} in ${currency}`).join(', ');
    return `Rows in quarantine wait for a rate: ${rows}.`;
  }
  return Object.keys(table?.rates ?? {}).length === 0
    ? 'Amounts in another currency go to quarantine, unless you give a rate.'
    : 'Amounts in these currencies are converted as they come in, and each record says so; others go to quarantine.';
}

/** A rate as it was typed, with a decimal point or comma; null where it is none. */
export function rateTyped(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(value) && value > 0 ? value : null;
}
