import { z } from 'zod';
import { powerMean } from '../power-mean.ts';
import { powerNonInferiorityMean, powerNonInferiorityProportion } from '../power-non-inferiority.ts';
import { powerProportion } from '../power-proportion.ts';
import { type CalcMethod, define } from './define.ts';
import { input, isRecord } from './shape.ts';

const common = {
  power: z.number().optional(),
  n: z.number().optional(),
  alpha: z.number().optional(),
  sides: z.literal([1, 2]).optional(),
  ratio: z.number().optional(),
};
const distribution = z.enum(['t', 'normal']).optional();
const formula = z.enum(['pooled', 'baseline']).optional();
const margins = {
  margin: z.number().optional(),
  trueDifference: z.number().optional(),
  better: z.enum(['higher', 'lower']).optional(),
};

const nonInferiorRates = define(
  input({ baseline: z.number(), ...common, ...margins, formula }),
  powerNonInferiorityProportion,
);
const nonInferiorMeans = define(
  input({ sd: z.number(), ...common, ...margins, distribution }),
  powerNonInferiorityMean,
);

export const powerMethods: Record<string, CalcMethod> = {
  'power-proportion': define(
    input({ baseline: z.number(), mde: z.number().optional(), ...common, formula }),
    powerProportion,
  ),
  'power-mean': define(input({ sd: z.number(), mde: z.number().optional(), ...common, distribution }), powerMean),
  'power-non-inferiority': (given) =>
    isRecord(given) && 'sd' in given ? nonInferiorMeans(given) : nonInferiorRates(given),
};
