import { z } from 'zod';
import { proportion } from '../proportion.ts';
import { proportionDifference } from '../proportion-difference.ts';
import { proportionRatio } from '../proportion-ratio.ts';
import { define } from './define.ts';
import { input, proportionArms } from './shape.ts';

export const proportionMethods = {
  proportion: define(
    input({
      n: z.number(),
      x: z.number(),
      interval: z.enum(['wilson', 'wilson-cc', 'clopper-pearson', 'agresti-coull', 'jeffreys', 'wald']).optional(),
    }),
    proportion,
  ),
  'proportion-difference': define(
    input({
      ...proportionArms,
      interval: z.enum(['mee', 'miettinen-nurminen', 'newcombe', 'newcombe-cc', 'agresti-caffo', 'wald']).optional(),
      test: z.enum(['score', 'unpooled', 'chi2-yates', 'fisher']).optional(),
    }),
    proportionDifference,
  ),
  'proportion-ratio': define(
    input({ ...proportionArms, interval: z.enum(['koopman', 'katz']).optional() }),
    proportionRatio,
  ),
};
