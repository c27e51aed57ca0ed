import type { Arms, ProportionArm } from './arm.ts';
import { armsProblem, proportionProblem } from './arm.ts';
import { differenceAtScore, differenceScore, observedDifference, scoreVariance } from './difference-score.ts';
import { normalUpperQuantile } from './distribution/normal.ts';
import { welch } from './mean-difference.ts';
import { estimatedArms, type OutcomeArms } from './outcome-arms.ts';
import { pivotal, pivotalP } from './pivotal.ts';
import type { Question } from './question.ts';
import { computed, type Finding, notComputed, type Outcome } from './result.ts';

export interface NonInferiorityInput {
  readonly outcome: OutcomeArms;
  /** Absolute, above 0: by how much treatment may be worse. */
  readonly margin: number;
  readonly better?: 'higher' | 'lower' | undefined;
  /** One-sided; 0.05. */
  readonly alpha?: number | undefined;
  /** For proportions. */
  readonly test?: 'score' | 'unpooled' | undefined;
}

export interface NonInferiority extends Finding {
  readonly margin: number;
  readonly nonInferior: boolean;
}

/**
 * Whether treatment is not worse than control by `margin` or more: a one-sided
 * test against the margin, with the one-sided 1 − α interval it belongs to.
 * Means: Welch; proportions: score (Farrington & Manning 1990) or unpooled.
 * Not computed: a margin that is not above 0 (for proportions: below 1), arms without variance.
 */
export function nonInferiority(input: NonInferiorityInput): Outcome<NonInferiority> {
  const alpha = input.alpha ?? 0.05;
  if (!(alpha > 0 && alpha < 1)) return notComputed('alpha: must lie between 0 and 1');
  if (!(Number.isFinite(input.margin) && input.margin > 0)) return notComputed('margin: must be above 0');
  const higher = (input.better ?? 'higher') === 'higher';
  const question: Question = {
    level: 1 - alpha,
    alternative: higher ? 'greater' : 'less',
    null: higher ? -input.margin : input.margin,
  };
  const found = tested(input, question, alpha);
  if (found.kind === 'error') return found;
  const { kind: _, ...finding } = found;
  return computed({ ...finding, margin: input.margin, nonInferior: finding.p !== null && finding.p < alpha });
}

function tested(input: NonInferiorityInput, question: Question, alpha: number): Outcome<Finding> {
  const { outcome } = input;
  if (outcome.kind === 'proportions' && input.margin >= 1)
    return notComputed('margin: must be below 1 for proportions');
  if (outcome.kind === 'proportions' && (input.test ?? 'score') === 'score') {
    const problem = armsProblem(outcome.arms, proportionProblem);
    return problem === null ? score(outcome.arms, question, alpha) : notComputed(problem);
  }
  const arms = estimatedArms(outcome);
  if (arms.kind === 'error') return arms;
  const estimate = arms.treatment.mean - arms.control.mean;
  if (outcome.kind === 'means') {
    const { standardError, df } = welch(outcome.arms);
    return computed(pivotal({ estimate, standardError, df, method: 'Non-inferiority, Welch t' }, question));
  }
  const standardError = Math.sqrt(arms.control.variance + arms.treatment.variance);
  return computed(pivotal({ estimate, standardError, df: null, method: 'Non-inferiority, unpooled z' }, question));
}

function score(arms: Arms<ProportionArm>, question: Question, alpha: number): Outcome<Finding> {
  const statistic = differenceScore(arms, question.null, 'mee');
  if (statistic === null) return notComputed('margin: at this margin the score variance is 0 and cannot be estimated');
  const z = normalUpperQuantile(alpha);
  return computed({
    estimate: observedDifference(arms),
    lower: question.alternative === 'greater' ? differenceAtScore(arms, z, 'mee') : null,
    upper: question.alternative === 'less' ? differenceAtScore(arms, -z, 'mee') : null,
    unbounded: false,
    level: question.level,
    p: pivotalP(statistic, null, question),
    statistic,
    standardError: Math.sqrt(scoreVariance(arms, question.null, 'mee')),
    df: null,
    method: 'Non-inferiority, score test (Farrington–Manning)',
  });
}
