import { z } from 'zod';

/** What would go with a source, and what would stay or come back. */
export const removal = z.object({
  activities: z.int(),
  answers: z.int(),
  armsNamed: z.int(),
  traits: z.int(),
  quarantined: z.int(),
  /** Customers that only this source tells of, and those that others tell of too. */
  customersGone: z.int(),
  customersStay: z.int(),
  /** Older versions of rows that this source replaced; they come back. */
  comeBack: z.int(),
  /** Rows of other sources that are the same as a row of this one: counted there, kept here, so they go with it. */
  sameElsewhere: z.int(),
});
export type Removal = z.infer<typeof removal>;
