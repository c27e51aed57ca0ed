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
  /** Rows that other files hold too: they stay, each as a row of the first of those files. */
  heldElsewhere: z.array(z.object({ file: z.string(), rows: z.int() })),
  /** Rows of other files that are only counted as duplicates, of which it is not known that this source says the same. */
  onlyCounted: z.int(),
});
export type Removal = z.infer<typeof removal>;
