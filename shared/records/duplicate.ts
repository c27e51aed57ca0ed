import { z } from 'zod';

/** What the row that is kept says, in the words of its record; so does the one that came again. */
export const keptRecord = z.object({
  /** The key it stands under. */
  key: z.object({ kind: z.string(), value: z.string() }),
  /** Kind of activity or feedback; `trait` where the row says only what a customer is like. */
  kind: z.string(),
  at: z.string().nullable(),
  dayOnly: z.boolean(),
  amount: z.number().nullable(),
  currency: z.string().nullable(),
  reference: z.string().nullable(),
  /** The customer's own words, or the traits as `name: value`. */
  words: z.string().nullable(),
});
export type KeptRecord = z.infer<typeof keptRecord>;

/**
 * A row that was there already: its line, and the row it is the same as. `file` is null where that source was taken
 * out since; `record` where a newer version took that row's place.
 */
export const duplicateRow = z.object({
  line: z.int(),
  of: z.object({ source: z.string(), file: z.string().nullable(), line: z.int() }),
  record: keptRecord.nullable(),
});
export type DuplicateRow = z.infer<typeof duplicateRow>;

/** One page of a source's duplicates; `total` counts those whose lines are known, `counted` all of them. */
export const duplicatePage = z.object({ counted: z.int(), total: z.int(), rows: z.array(duplicateRow) });
export type DuplicatePage = z.infer<typeof duplicatePage>;
