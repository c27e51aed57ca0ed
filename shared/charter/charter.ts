import { z } from 'zod';

/** Which pain, which promise, who decides, and what would convince them: the agreement before any data. */
export const charter = z.strictObject({
  title: z.string().min(1),
  painPoint: z.string(),
  promise: z.string(),
  hypothesis: z.string(),
  intervention: z.string(),
  owner: z.string(),
  sponsor: z.string(),
  /** Relative lift of the primary metric that would earn the rollout, as a fraction. */
  successThreshold: z.number().min(0).max(100),
  budget: z.strictObject({ amount: z.number().min(0), currency: z.string().regex(/^[A-Z]{3}$/) }),
  decideBy: z.iso.date().nullable(),
  convincedBy: z.string(),
});
export type Charter = z.infer<typeof charter>;
