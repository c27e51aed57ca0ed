import { z } from 'zod';
import { mean } from '../mean.ts';
import { meanDifference, pairedDifference } from '../mean-difference.ts';
import { meanRatio } from '../mean-ratio.ts';
import { summarise } from '../summary.ts';
import { type CalcMethod, define } from './define.ts';
import { input, isRecord, isValues, meanArms, values, valuesArms } from './shape.ts';

const meanOfValues = define(input({ values }), ({ values, ...question }) => {
  const summary = summarise(values);
  return summary.kind === 'error' ? summary : mean({ ...summary, ...question });
});

const meanOfSummary = define(input({ n: z.number(), mean: z.number(), sd: z.number() }), mean);

const paired = define(input({ ...valuesArms, variance: z.literal('paired') }), ({ control, treatment, ...question }) =>
  pairedDifference({ ...question, control: control.values, treatment: treatment.values }),
);

const independent = define(
  input({ ...meanArms, variance: z.enum(['welch', 'pooled', 'paired']).optional() }),
  ({ variance, ...rest }) => meanDifference({ ...rest, variance: variance === 'pooled' ? 'pooled' : 'welch' }),
);

function asksPaired(given: unknown): boolean {
  return isRecord(given) && given.variance === 'paired';
}

export const meanMethods: Record<string, CalcMethod> = {
  mean: (given) => (isValues(given) ? meanOfValues(given) : meanOfSummary(given)),
  'mean-difference': (given) => (asksPaired(given) ? paired(given) : independent(given)),
  'mean-ratio': define(
    input({
      ...meanArms,
      interval: z.enum(['fieller', 'delta', 'log-delta']).optional(),
      distribution: z.enum(['t', 'normal']).optional(),
    }),
    meanRatio,
  ),
};
