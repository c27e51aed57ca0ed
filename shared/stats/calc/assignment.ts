import { z } from 'zod';
import { adjust } from '../adjust.ts';
import { interaction } from '../interaction.ts';
import { srm } from '../srm.ts';
import { define } from './define.ts';
import { input, values } from './shape.ts';

export const assignmentMethods = {
  srm: define(input({ observed: values, weights: values }), srm),
};

export const groupMethods = {
  interaction: define(
    input({ effects: z.array(z.object({ estimate: z.number(), standardError: z.number() })) }),
    interaction,
  ),
};

export const correctionMethods = {
  adjust: define(
    input({ p: values, correction: z.enum(['holm', 'bh', 'bonferroni', 'hochberg', 'by']).optional() }),
    adjust,
  ),
};
