import { z } from 'zod';
import { key } from './matching.ts';

/** Something a customer did or was sent, as one row told it. Times are ISO 8601 UTC; `dayOnly`: the row gave no time. */
export const storyActivity = z.object({
  kind: z.string(),
  at: z.string(),
  dayOnly: z.boolean(),
  amount: z.number().nullable(),
  currency: z.string().nullable(),
  reference: z.string().nullable(),
  properties: z.record(z.string(), z.unknown()),
  source: z.string(),
  line: z.int(),
});
export type StoryActivity = z.infer<typeof storyActivity>;

/** Something a customer said. */
export const storyFeedback = z.object({
  kind: z.string(),
  at: z.string().nullable(),
  dayOnly: z.boolean(),
  channel: z.string().nullable(),
  question: z.string().nullable(),
  score: z.number().nullable(),
  verbatim: z.string().nullable(),
  source: z.string(),
  line: z.int(),
});
export type StoryFeedback = z.infer<typeof storyFeedback>;

/** One customer's whole story, oldest first. */
export const customerStory = z.object({
  customer: z.int(),
  /** `people` is how many share the key, where that is too many for it to join anybody. */
  identities: z.array(key.extend({ people: z.int().nullable() })),
  /** The value that counts of each trait. */
  traits: z.array(
    z.object({ key: z.string(), value: z.union([z.string(), z.number(), z.null()]), source: z.string() }),
  ),
  activities: z.array(storyActivity),
  feedback: z.array(storyFeedback),
  /** The arm drawn here, or the one the exports name (`stratum` null); of two arms the first. */
  assignment: z.object({ arm: z.string(), stratum: z.string().nullable(), at: z.string().nullable() }).nullable(),
  /** Every arm this person stands in; more than one takes it out of the lift. */
  arms: z.array(z.string()),
  contacts: z.array(storyActivity),
  cases: z.array(z.never()),
});
export type CustomerStory = z.infer<typeof customerStory>;

/** A customer that a search found, by which of its keys. */
export const foundCustomer = key.extend({ customer: z.int(), records: z.int() });
export type FoundCustomer = z.infer<typeof foundCustomer>;
