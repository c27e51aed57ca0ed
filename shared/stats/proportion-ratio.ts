import { type Arms, armsProblem, type ProportionArm, proportionProblem } from './arm.ts';
import { normalUpperQuantile } from './distribution/normal.ts';
import { pivotal, pivotalP } from './pivotal.ts';
import type { RelativeLift } from './proportion-difference.ts';
import { type Asking, hasLower, hasUpper, type Question, questionOf, questionProblem, tailOf } from './question.ts';
import { ratioAtScore, ratioScore } from './ratio-score.ts';
import { assertNever, computed, type Finding, type Interval, notComputed, type Outcome } from './result.ts';

export type RatioInterval = 'koopman' | 'katz';

export interface ProportionRatioInput extends Arms<ProportionArm>, Asking {
  readonly interval?: RatioInterval | undefined;
}

export interface ProportionRatio extends Finding {
  readonly relative: RelativeLift;
}

/**
 * Treatment rate / control rate, with `null` 1 unless said otherwise.
 *
 * koopman: Koopman's (1984) score interval, the dual of the score test (the
 * pooled z at null 1); katz: the log ratio and its delta variance (Katz et al.
 * 1978), whose `standardError` is on the log scale.
 *
 * With no conversion in control the estimate is `null` and the upper end
 * unbounded (koopman). Not computed: impossible counts; katz with an arm
 * without conversions, or with conversions by everybody in both.
 */
export function proportionRatio(input: ProportionRatioInput): Outcome<ProportionRatio> {
  const interval = input.interval ?? 'koopman';
  const question = questionOf(input, 1);
  const problem = armsProblem(input, proportionProblem) ?? questionProblem(question);
  if (problem !== null) return notComputed(problem);
  if (question.null <= 0) return notComputed('null: a ratio of rates must be above 0');
  switch (interval) {
    case 'koopman':
      return computed(withRelative(koopman(input, question)));
    case 'katz': {
      const found = katz(input, question);
      return found.kind === 'error' ? found : computed(withRelative(found));
    }
    default:
      return assertNever(interval);
  }
}

/** Koopman's interval on the relative-lift scale, at the level and side of `question` (its null is not used). */
export function relativeKoopman(arms: Arms<ProportionArm>, question: Question): RelativeLift {
  const ends = koopmanEnds(arms, question);
  const ratio = observedRatio(arms);
  return lift({ estimate: ratio, ...ends });
}

function withRelative(found: Finding): ProportionRatio {
  const { estimate, lower, upper, unbounded } = found;
  return { ...found, relative: lift({ estimate, lower, upper, unbounded }) };
}

function lift({ estimate, lower, upper, unbounded }: RelativeLift): RelativeLift {
  const less = (value: number | null) => (value === null ? null : value - 1);
  return { estimate: less(estimate), lower: less(lower), upper: less(upper), unbounded };
}

function observedRatio({ control, treatment }: Arms<ProportionArm>): number | null {
  return control.x === 0 ? null : (treatment.x / treatment.n) * (control.n / control.x);
}

function koopmanEnds(arms: Arms<ProportionArm>, question: Question): Interval {
  const z = normalUpperQuantile(tailOf(question));
  const upper = hasUpper(question) ? ratioEnd(arms, -z) : null;
  return {
    lower: hasLower(question) ? ratioEnd(arms, z) : null,
    upper,
    unbounded: hasUpper(question) && upper === null,
  };
}

function ratioEnd(arms: Arms<ProportionArm>, z: number): number | null {
  return z === 0 ? observedRatio(arms) : ratioAtScore(arms, z);
}

function koopman(arms: Arms<ProportionArm>, question: Question): Finding {
  const statistic = ratioScore(arms, question.null);
  return {
    estimate: observedRatio(arms),
    ...koopmanEnds(arms, question),
    level: question.level,
    p: statistic === null ? null : pivotalP(statistic, null, question),
    statistic,
    standardError: null,
    df: null,
    method: 'Koopman score interval; score test',
  };
}

function katz({ control, treatment }: Arms<ProportionArm>, question: Question): Outcome<Finding> {
  for (const [path, arm] of [
    ['control', control],
    ['treatment', treatment],
  ] as const) {
    if (arm.x === 0) return notComputed(`${path}.x: the log of a rate of 0 does not exist; use koopman`);
  }
  const variance =
    (control.n - control.x) / control.n / control.x + (treatment.n - treatment.x) / treatment.n / treatment.x;
  if (variance === 0) {
    return notComputed(
      'control, treatment: with everybody converted the variance of the log ratio cannot be estimated; use koopman',
    );
  }
  const logRatio = Math.log(treatment.x / treatment.n) - Math.log(control.x / control.n);
  const log = pivotal(
    {
      estimate: logRatio,
      standardError: Math.sqrt(variance),
      df: null,
      method: 'Katz log interval; Wald test of the log ratio',
    },
    { ...question, null: Math.log(question.null) },
  );
  const back = (value: number | null) => (value === null ? null : Math.exp(value));
  return computed({
    ...log,
    estimate: observedRatio({ control, treatment }),
    lower: back(log.lower),
    upper: back(log.upper),
  });
}
