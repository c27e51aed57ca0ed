import { z } from 'zod';
import { type Arms, armsProblem, type MeanArm, spreadProblem } from '../arm.ts';
import { bayesEffect, type EffectPrior } from '../bayes-effect.ts';
import { bayesProportion } from '../bayes-proportion.ts';
import { estimatedArms } from '../outcome-arms.ts';
import { questionOf } from '../question.ts';
import { deltaError } from '../relative.ts';
import { computed, notComputed, type Outcome } from '../result.ts';
import { type CalcMethod, define } from './define.ts';
import { input, isRecord, meanArms, proportionArms } from './shape.ts';

const effectPrior = z.union([z.object({ mean: z.number(), sd: z.number() }), z.literal('flat')]).optional();
const scale = z.enum(['relative', 'absolute']).optional();
const FLAT: EffectPrior = 'flat';

const ofEstimate = define(
  input({ estimate: z.number(), standardError: z.number(), prior: effectPrior, scale }),
  ({ estimate, standardError, prior, ...asking }) =>
    bayesEffect({ estimate, standardError, prior: prior ?? FLAT, question: questionOf(asking, 0) }),
);

const ofArms = define(
  input({ ...meanArms, prior: effectPrior, scale }),
  ({ control, treatment, prior, scale, ...asking }) => {
    const effect = effectOf({ control, treatment }, scale ?? 'relative');
    if (effect.kind === 'error') return effect;
    return bayesEffect({ ...effect, prior: prior ?? FLAT, question: questionOf(asking, 0) });
  },
);

/** Relative lift with its delta standard error, or the difference with Welch's. */
function effectOf(
  arms: Arms<MeanArm>,
  scale: 'relative' | 'absolute',
): Outcome<{ readonly estimate: number; readonly standardError: number }> {
  const problem = armsProblem(arms, spreadProblem);
  if (problem !== null) return notComputed(problem);
  const estimated = estimatedArms({ kind: 'means', arms });
  if (estimated.kind === 'error') return estimated;
  const { control, treatment } = estimated;
  const difference = treatment.mean - control.mean;
  if (scale === 'absolute') {
    return computed({ estimate: difference, standardError: Math.sqrt(control.variance + treatment.variance) });
  }
  if (control.mean === 0) return notComputed('control.mean: is 0, so a relative lift does not exist');
  const standardError = deltaError({
    control: control.mean,
    treatment: treatment.mean,
    varianceControl: control.variance,
    varianceTreatment: treatment.variance,
    covariance: 0,
    df: null,
  });
  return computed({ estimate: difference / Math.abs(control.mean), standardError });
}

export const bayesMethods: Record<string, CalcMethod> = {
  'bayes-proportion': define(
    input({ ...proportionArms, prior: z.object({ alpha: z.number(), beta: z.number() }).optional() }),
    bayesProportion,
  ),
  'bayes-effect': (given) => (isRecord(given) && 'control' in given ? ofArms(given) : ofEstimate(given)),
};
