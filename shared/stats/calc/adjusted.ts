import { z } from 'zod';
import type { Arms } from '../arm.ts';
import { type CupedArm, cuped, cupedArm } from '../cuped.ts';
import { independentCovariates } from '../independent-covariates.ts';
import { type RatioArm, ratioMetric } from '../ratio-metric.ts';
import { computed, notComputed, type Outcome } from '../result.ts';
import { covariance, summarise } from '../summary.ts';
import { type CalcMethod, define } from './define.ts';
import { hasList, input, values } from './shape.ts';

const moments = z.object({ mean: z.number(), sd: z.number() });
const distribution = z.enum(['t', 'normal']).optional();

const ratioSummary = z.object({ n: z.number(), numerator: moments, denominator: moments, covariance: z.number() });
const ratioValues = z.object({ numerator: values, denominator: values });

const ratioOfSummaries = define(input({ control: ratioSummary, treatment: ratioSummary, distribution }), ratioMetric);
const ratioOfValues = define(input({ control: ratioValues, treatment: ratioValues, distribution }), (given) => {
  const arms = bothArms(given, ratioArm);
  return arms.kind === 'error' ? arms : ratioMetric({ ...given, control: arms.control, treatment: arms.treatment });
});

function ratioArm({ numerator, denominator }: z.output<typeof ratioValues>): Outcome<RatioArm> {
  if (numerator.length !== denominator.length) return notComputed('denominator: must be as many as numerator');
  const above = summarise(numerator);
  if (above.kind === 'error') return notComputed(above.reason.replace(/^values/, 'numerator'));
  const below = summarise(denominator);
  if (below.kind === 'error') return notComputed(below.reason.replace(/^values/, 'denominator'));
  const joint = above.n < 2 ? 0 : covariance(numerator, above.mean, denominator, below.mean);
  return computed({ n: above.n, numerator: above, denominator: below, covariance: joint });
}

const cupedSummary = z.object({ n: z.number(), y: moments, x: moments, covariance: z.number() });
const cupedValues = z.object({ y: values, x: z.union([z.array(values), values]) });

const cupedOfSummaries = define(input({ control: cupedSummary, treatment: cupedSummary }), (given) =>
  cuped({ ...given, control: oneCovariate(given.control), treatment: oneCovariate(given.treatment) }),
);
const collinear = z.enum(['error', 'drop']).optional();

const cupedOfValues = define(input({ control: cupedValues, treatment: cupedValues, collinear }), (given) => {
  const arms = bothArms(given, ({ y, x }) =>
    cupedArm(y, x.every((list) => Array.isArray(list)) ? x : [x.filter((one) => typeof one === 'number')]),
  );
  if (arms.kind === 'error') return arms;
  const kept = given.collinear === 'drop' ? independentCovariates(arms) : null;
  return cuped({ ...given, ...(kept?.arms ?? { control: arms.control, treatment: arms.treatment }) });
});

function oneCovariate({ n, y, x, covariance }: z.output<typeof cupedSummary>): CupedArm {
  return { n, y, x: [{ mean: x.mean, withY: covariance, withX: [x.sd ** 2] }] };
}

/** Both arms summarised, a problem told with its arm. */
export function bothArms<Given, Arm extends object>(
  arms: Arms<Given>,
  summary: (arm: Given) => Outcome<Arm>,
): Outcome<Arms<Arm>> {
  const control = summary(arms.control);
  if (control.kind === 'error') return notComputed(`control.${control.reason}`);
  const treatment = summary(arms.treatment);
  if (treatment.kind === 'error') return notComputed(`treatment.${treatment.reason}`);
  return computed({ control, treatment });
}

export const adjustedMethods: Record<string, CalcMethod> = {
  'ratio-metric': (given) => (hasList(given, 'numerator') ? ratioOfValues(given) : ratioOfSummaries(given)),
  cuped: (given) => (hasList(given, 'y') ? cupedOfValues(given) : cupedOfSummaries(given)),
};
