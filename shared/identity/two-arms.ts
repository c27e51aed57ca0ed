import { z } from 'zod';
import { key } from './matching.ts';
import { rowPlace } from './why-one.ts';

/** A row, or an assignment drawn here (`file` null), that puts somebody into an arm, under the key it named. */
export const armPlace = rowPlace.extend({ arm: z.string(), key });
export type ArmPlace = z.infer<typeof armPlace>;

/**
 * Somebody who stands in two arms. `because` a join made one person of keys that stand in one arm each, or the exports
 * disagree about a single key.
 */
export const inTwoArms = z.object({
  key,
  because: z.enum(['join', 'disagreement']),
  places: z.array(armPlace),
});
export type InTwoArms = z.infer<typeof inTwoArms>;

export const twoArms = z.object({ total: z.int(), people: z.array(inTwoArms) });
export type TwoArms = z.infer<typeof twoArms>;
