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
    ({ control, treatment, margin, better, alpha, level, test }) => {
      const read = readOutcome({ control, treatment });
      if (read.kind === 'error') return read;
      return nonInferiority({ outcome: read.outcome, margin, better, alpha: alpha ?? alphaOf(level), test });
    },
  ),
  equivalence: define(
    input({ ...meanArms, margin: z.tuple([z.number(), z.number()]), alpha: z.number().optional() }),
    ({ alpha, level, ...rest }) => equivalence({ ...rest, alpha: alpha ?? alphaOf(level) }),
  ),
  balance: define(input(outcomeArms), (arms) => {
    const read = readOutcome(arms);
    return read.kind === 'error' ? read : balance(read.outcome);
  }),
};

/** A one-sided test's alpha from the level of its one-sided interval, where that is what was given. */
function alphaOf(level: number | undefined): number | undefined {
  return level === undefined ? undefined : 1 - level;
}
