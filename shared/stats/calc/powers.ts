import { z } from 'zod';
import { powerMean } from '../power-mean.ts';
import { powerProportion } from '../power-proportion.ts';
import { define } from './define.ts';
import { input } from './shape.ts';

const powerQuestion = {
  mde: z.number().optional(),
  power: z.number().optional(),
  n: z.number().optional(),
  alpha: z.number().optional(),
  sides: z.literal([1, 2]).optional(),
  ratio: z.number().optional(),
};

export const powerMethods = {
  'power-proportion': define(
    input({ baseline: z.number(), ...powerQuestion, formula: z.enum(['pooled', 'baseline']).optional() }),
    powerProportion,
  ),
  'power-mean': define(
    input({ sd: z.number(), ...powerQuestion, distribution: z.enum(['t', 'normal']).optional() }),
    powerMean,
  ),
};
