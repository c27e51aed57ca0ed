import { z } from 'zod';
import { balance } from '../balance.ts';
import { equivalence } from '../equivalence.ts';
import { nonInferiority } from '../non-inferiority.ts';
import { define } from './define.ts';
import { input, meanArms, outcomeArms, readOutcome } from './shape.ts';

export const marginMethods = {
  'non-inferiority': define(
    input({
      ...outcomeArms,
      margin: z.number(),
      better: z.enum(['higher', 'lower']).optional(),
      alpha: z.number().optional(),
      test: z.enum(['score', 'unpooled']).optional(),
    }),
    ({ control, treatment, margin, better, alpha, test }) => {
      const read = readOutcome({ control, treatment });
      return read.kind === 'error' ? read : nonInferiority({ outcome: read.outcome, margin, better, alpha, test });
    },
  ),
  equivalence: define(
    input({ ...meanArms, margin: z.tuple([z.number(), z.number()]), alpha: z.number().optional() }),
    equivalence,
  ),
  balance: define(input(outcomeArms), (arms) => {
    const read = readOutcome(arms);
    return read.kind === 'error' ? read : balance(read.outcome);
  }),
};
