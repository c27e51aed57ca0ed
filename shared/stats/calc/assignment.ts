import { z } from 'zod';
import { adjust } from '../adjust.ts';
import { srm } from '../srm.ts';
import { define } from './define.ts';
import { input, values } from './shape.ts';

export const assignmentMethods = {
  srm: define(input({ observed: values, weights: values }), srm),
};

export const correctionMethods = {
  adjust: define(
    input({ p: values, correction: z.enum(['holm', 'bh', 'bonferroni', 'hochberg', 'by']).optional() }),
    adjust,
  ),
};
