import { z } from 'zod';

/**
 * How keys make one person. `strict`: only e-mail addresses and customer numbers join; `loose`: phone numbers,
 * cookies and name with postcode too. `country` (ISO 3166, two letters) is where phone numbers without a country code
 * belong, for files that do not say. A key shared by more than `sharedBy` people joins nobody.
 */
export const matching = z.strictObject({
  mode: z.enum(['strict', 'loose']),
  ignorePlusTag: z.boolean(),
  providerRules: z.boolean(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'is a country code of two capital letters, such as DE')
    .nullable(),
  sharedBy: z.int().min(2).max(1000),
});
export type Matching = z.infer<typeof matching>;

/** How a pilot joins until somebody says otherwise. */
export const usualMatching: Matching = {
  mode: 'loose',
  ignorePlusTag: false,
  providerRules: false,
  country: null,
  sharedBy: 10,
};

/** A key as people see it: what sort it is, and its normal form. */
export const key = z.strictObject({ kind: z.string().min(1), value: z.string().min(1) });
export type Key = z.infer<typeof key>;

/** A key that joins nobody, because it would make one person of `people`. */
export const sharedKey = key.extend({ people: z.int() });
export type SharedKey = z.infer<typeof sharedKey>;

/** Two keys that are not one person, whatever rows say. */
export const cut = z.object({ a: key, b: key, at: z.string(), why: z.string() });
export type Cut = z.infer<typeof cut>;

/** How the pilot joins now, and what of it was decided by hand or set aside. */
export const matchingState = z.object({
  matching,
  customers: z.int(),
  setAside: z.array(sharedKey),
  cuts: z.array(cut),
});
export type MatchingState = z.infer<typeof matchingState>;

/** What another way of matching would change: nothing is written. */
export const matchingPreview = z.object({
  customersNow: z.int(),
  customersThen: z.int(),
  /** People who would be joined with somebody else. */
  joined: z.int(),
  /** People who would become several. */
  parted: z.int(),
  /** People who would stand in two arms, and who do now. */
  twoArmsThen: z.int(),
  twoArmsNow: z.int(),
  setAside: z.array(sharedKey),
});
export type MatchingPreview = z.infer<typeof matchingPreview>;
