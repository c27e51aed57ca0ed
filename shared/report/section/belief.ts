import type { MetricResult } from '../../lift/lift-result.ts';
import { bayesEffect } from '../../stats/bayes-effect.ts';
import { bayesProportion } from '../../stats/bayes-proportion.ts';
import { comparedArms } from '../shown.ts';
import type { Story } from '../story.ts';

type Item = { readonly term: string; readonly text: string };

/**
 * What one would believe of a metric after these data alone: the chance that the treatment is better, and what either
 * choice loses on average, with the prior said. It never enters the verdict. Nothing of a broken split, of ratios, and
 * of clusters, whose raw figures would claim too much.
 */
export function beliefItems(metric: MetricResult, story: Story): Item[] {
  const { lift, planState, text } = story;
  const arms = comparedArms(metric);
  const apart = metric.kind !== 'ratio' && planState.plan.allocation.cluster === undefined;
  if (arms === null || !apart || lift.verdict === 'invalid') return [];
  const { control, treatment } = arms;
  const found =
    metric.kind === 'conversion' ? bayesProportion({ control, treatment }) : effect(metric, { control, treatment });
  if (found === null || found.kind === 'error') return [];
  const { chanceToBeat, expectedLoss } = found;
  const higher = metric.better === 'higher';
  const loss = (inHigher: number, inLower: number) => lossOf(higher ? inHigher : inLower, metric.unit, story);
  const say = text.report.results;
  return [
    {
      term: say.belief,
      text: say.beliefText(
        chanceOf(higher ? chanceToBeat : 1 - chanceToBeat, story),
        loss(expectedLoss.chooseTreatment, expectedLoss.chooseControl),
        loss(expectedLoss.chooseControl, expectedLoss.chooseTreatment),
        metric.kind === 'conversion' ? say.prior.rate : say.prior.effect,
      ),
    },
  ];
}

const SURE = 0.999;

/** A chance that rounds to none or all is still not certain. */
function chanceOf(chance: number, { format, text }: Story): string {
  const { over, under } = text.report.business;
  if (chance > SURE) return over(format.percent(SURE, 1));
  return chance < 1 - SURE ? under(format.percent(1 - SURE, 1)) : format.percent(chance, 1);
}

/** A loss on average, of rates in points, to a hundredth; what is smaller is said to be. */
function lossOf(loss: number, unit: MetricResult['unit'], { format, text }: Story): string {
  const hundredth = unit === 'rate' ? 0.0001 : 0.01;
  if (loss < hundredth) return text.report.business.under(format.given(hundredth, unit));
  return format.given(Math.round(loss / hundredth) * hundredth, unit);
}

function effect({ level }: MetricResult, { control, treatment }: NonNullable<ReturnType<typeof comparedArms>>) {
  const variance = [control, treatment].reduce((sum, { n, sd }) => sum + (sd ?? Number.NaN) ** 2 / n, 0);
  if (control.mean === null || treatment.mean === null) return null;
  return bayesEffect({
    estimate: treatment.mean - control.mean,
    standardError: Math.sqrt(variance),
    prior: 'flat',
    question: { level, alternative: 'two-sided', null: 0 },
  });
}
