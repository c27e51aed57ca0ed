import type { Formatter } from '../format/formatter.ts';
import type { Plan } from '../plan/plan.ts';
import type { Catalogue } from '../text/catalogue.ts';
import type { MetricResult, Verdict } from './lift-result.ts';
import { breached, clear } from './margin.ts';
import { deciding } from './peeking.ts';

export type Ruling = {
  readonly verdict: Verdict;
  readonly because: string;
  /** Whether the verdict rests on harm, for which a pilot may end at any time. */
  readonly harm: boolean;
  /** The treatment the verdict names. */
  readonly arm: string | null;
};

/** Whether the day the plan decides on has come; before it only an always-valid plan rules at all. */
export type Moment = 'before' | 'due';

type Words = { readonly text: Catalogue['lift']; readonly format: Formatter };

/**
 * The sealed rule, applied. Scale: the primary's interval lies wholly on the better side of 0, its estimate reaches
 * the threshold, and every guardrail is shown non-inferior. Stop: the better end of the relative interval is below
 * the threshold, or the interval lies wholly on the worse side, or a guardrail is breached. Else extend.
 * Where few conversions are expected, Fisher's exact test must agree before anything is scaled; where a family is
 * corrected by its p-values rather than by its intervals (Benjamini and Hochberg), the corrected one must as well.
 * Intervals are those that decide under the plan's way of looking. Before the day of the decision a guardrail must
 * hold by its own always-valid or planned interval; on it, once, by the fixed test.
 * With several treatments the best one that qualifies is named; stop needs all of them.
 */
export function rule(plan: Plan, metrics: readonly MetricResult[], moment: Moment, words: Words): Ruling {
  const treatments = plan.arms.filter((arm) => arm.role === 'treatment').map((arm) => arm.id);
  const rulings = treatments.map((arm) => ({
    ...ruleOne(plan, metrics, arm, moment, words),
    lift: signedLift(plan, metrics, arm),
  }));
  const scaling = rulings.filter((ruling) => ruling.verdict === 'scale').sort((a, b) => b.lift - a.lift);
  const chosen = scaling[0] ?? rulings.find((ruling) => ruling.verdict === 'extend') ?? rulings[0];
  if (chosen === undefined) throw new Error('a checked plan has a treatment');
  const { verdict, because, harm, arm } = chosen;
  return { verdict, because, harm, arm };
}

function primaryOf(plan: Plan, metrics: readonly MetricResult[], arm: string): MetricResult | undefined {
  return metrics.find((metric) => metric.id === plan.decision.scaleIf.metric && metric.treatment === arm);
}

function signedLift(plan: Plan, metrics: readonly MetricResult[], arm: string): number {
  const primary = primaryOf(plan, metrics, arm);
  if (primary === undefined || primary.relative.estimate === null) return Number.NEGATIVE_INFINITY;
  return primary.better === 'higher' ? primary.relative.estimate : -primary.relative.estimate;
}

function ruleOne(
  plan: Plan,
  metrics: readonly MetricResult[],
  arm: string,
  moment: Moment,
  { text, format }: Words,
): Ruling {
  const says = (verdict: Verdict, because: string): Ruling => ({ verdict, because, harm: false, arm });
  const primary = primaryOf(plan, metrics, arm);
  const planned = new Map(plan.metrics.map((metric) => [metric.id, metric]));
  const guardrails = metrics.filter((metric) => metric.role === 'guardrail' && metric.treatment === arm);
  const broken = guardrails.find((result) => {
    const metric = planned.get(result.id);
    return metric !== undefined && breached(metric, deciding(result).absolute);
  });
  if (broken) return { ...says('stop', text.because.stopGuardrail(broken.name)), harm: true };
  if (primary === undefined || primary.withheld !== null || primary.absolute.estimate === null) {
    return says('extend', text.because.extendWithheld(primary?.name ?? plan.decision.scaleIf.metric));
  }
  const sign = primary.better === 'higher' ? 1 : -1;
  const threshold = plan.decision.scaleIf.relativeLiftAtLeast;
  const lift = primary.relative.estimate;
  const { absolute, relative } = deciding(primary);
  const [worseEnd, betterEnd] = sided(absolute, sign);
  const bestLift = sided(relative, sign)[1];
  const written = { lift: format.lift(lift), threshold: format.lift(sign * threshold) };
  if (betterEnd !== null && betterEnd < 0) return { ...says('stop', text.because.stopWorse), harm: true };
  if (bestLift !== null && bestLift < threshold) {
    return says('stop', text.because.stopBelow(...apart(sign * bestLift, sign * threshold, format)));
  }
  if (worseEnd === null || worseEnd <= 0) return says('extend', text.because.extendUnclear(written.lift));
  if (lift === null) return says('extend', text.because.extendNoBase(primary.name));
  if (sign * lift < threshold) {
    return says('extend', text.because.extendBelow(written.lift, written.threshold));
  }
  if (primary.pExact !== null && primary.pExact > 1 - primary.level) {
    return says('extend', text.because.extendExact(format.pValue(primary.pExact)));
  }
  const { correction, level } = plan.analysis;
  if (correction === 'bh' && primary.pAdjusted !== null && primary.pAdjusted > 1 - level) {
    return says('extend', text.because.extendCorrected(format.pValue(primary.pAdjusted)));
  }
  const unproven = guardrails.find((result) => {
    const metric = planned.get(result.id);
    const holds = moment === 'due' || (metric !== undefined && clear(metric, deciding(result).absolute));
    return result.nonInferior !== true || !holds;
  });
  if (unproven) return says('extend', text.because.extendGuardrail(unproven.name));
  return says('scale', text.because.scale(written.lift, written.threshold, guardrails.length));
}

/** Two lifts as they are read, with as many digits as it takes to tell them apart. */
function apart(one: number, other: number, format: Formatter): [string, string] {
  for (const digits of [undefined, 1, 2, 3]) {
    const [a, b] = [format.lift(one, digits), format.lift(other, digits)];
    if (a !== b) return [a, b];
  }
  return [format.lift(one, 4), format.lift(other, 4)];
}

/** Worse and better end of an interval, both turned so that up is better. */
function sided(interval: MetricResult['absolute'], sign: number): [number | null, number | null] {
  const turn = (end: number | null) => (end === null ? null : sign * end);
  return sign > 0 ? [turn(interval.lower), turn(interval.upper)] : [turn(interval.upper), turn(interval.lower)];
}
