import type { Formatter } from '../format/formatter.ts';

/** Money as precise as it is known: two digits that count. */
export function roughMoney(amount: number | null, format: Formatter): string {
  if (amount === null || !Number.isFinite(amount) || amount === 0) return format.given(amount, 'money');
  const place = 10 ** (Math.floor(Math.log10(Math.abs(amount))) - 1);
  const rounded = Math.round(amount / place) * place;
  return format.given(place < 1 ? rounded : Math.round(rounded), 'money');
}
