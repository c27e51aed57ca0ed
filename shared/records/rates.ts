import { z } from 'zod';

/** How much one of each currency is in another one: `{"USD": 0.92}`. */
export const rates = z.record(
  z.string().regex(/^[A-Z]{3}$/, 'is a currency of three letters, such as USD'),
  z.number().positive(),
);
export type Rates = z.infer<typeof rates>;

/** What amounts in other currencies are worth in the pilot's currency `to`, and where the rates are from. */
export const rateTable = z.strictObject({
  to: z.string().regex(/^[A-Z]{3}$/, 'is a currency of three letters, such as EUR'),
  rates,
  note: z.string().max(200),
});
export type RateTable = z.infer<typeof rateTable>;

/** The pilot's money: its currency once one is known, its rates, and the currencies of rows that wait for one. */
export const money = z.object({
  currency: z.string().nullable(),
  table: rateTable.nullable(),
  waiting: z.array(z.object({ currency: z.string(), rows: z.int() })),
});
export type Money = z.infer<typeof money>;

/** Under this name a record says what it was converted from: "21 USD at 0.92". */
export const CONVERTED_FROM = 'converted_from';

/** An amount in another currency, without the tail that binary fractions leave: 21 × 0.92 is 19.32. */
export function converted(amount: number, rate: number): number {
  return Number((amount * rate).toPrecision(12));
}
