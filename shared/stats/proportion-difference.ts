import { type Arms, armsProblem, type ProportionArm, proportionProblem } from './arm.ts';
import { differenceAtScore, differenceScore, observedDifference, scoreVariance } from './difference-score.ts';
import { normalUpperQuantile } from './distribution/normal.ts';
import { fisherP } from './fisher.ts';
import { pivotalP } from './pivotal.ts';
import { proportionEnds } from './proportion.ts';
import { relativeKoopman } from './proportion-ratio.ts';
import { type Asking, hasLower, hasUpper, type Question, questionOf, questionProblem, tailOf } from './question.ts';
import { assertNever, computed, type Finding, type Interval, notComputed, type Outcome } from './result.ts';
import { yates } from './yates.ts';

export type DifferenceInterval = 'mee' | 'miettinen-nurminen' | 'newcombe' | 'newcombe-cc' | 'agresti-caffo' | 'wald';
export type DifferenceTest = 'score' | 'unpooled' | 'chi2-yates' | 'fisher';

export interface ProportionDifferenceInput extends Arms<ProportionArm>, Asking {
  readonly interval?: DifferenceInterval | undefined;
  readonly test?: DifferenceTest | undefined;
}

/** Relative lift: treatment rate / control rate − 1. `estimate` is `null` when nobody in control converted. */
export interface RelativeLift extends Interval {
  readonly estimate: number | null;
}

export interface ProportionDifference extends Finding {
  readonly estimate: number;
  readonly relative: RelativeLift;
}

/**
 * Treatment rate − control rate.
 *
 * Intervals: mee (Mee 1984), the dual of the score test; miettinen-nurminen
 * (1985); newcombe and newcombe-cc (Newcombe 1998, methods 10 and 11);
 * agresti-caffo (2000), cut to [−1, 1]; wald. Tests: score (pooled z without
 * correction; away from null 0 Farrington & Manning 1990), unpooled (Wald's z),
 * chi2-yates and fisher (both for null 0 only). `relative` is Koopman's.
 *
 * Where nobody, or everybody, converted the score test has no variance:
 * `p` and `statistic` are `null`, and the interval stands.
 * Not computed: impossible counts; a Wald variance of 0 that was asked for.
 */
export function proportionDifference(input: ProportionDifferenceInput): Outcome<ProportionDifference> {
  const interval = input.interval ?? 'mee';
  const test = input.test ?? 'score';
  const question = questionOf(input, 0);
  const problem = armsProblem(input, proportionProblem) ?? questionProblem(question) ?? nullProblem(test, question);
  if (problem !== null) return notComputed(problem);
  const { control, treatment } = input;
  const spread = waldError(input);
  if (spread === 0 && (interval === 'wald' || test === 'unpooled')) {
    return notComputed(
      'control, treatment: with rates of 0 or 1 in both arms the Wald variance cannot be estimated; use mee and score',
    );
  }
  const ends = differenceEnds(interval, { control, treatment }, tailOf(question));
  const tested = testDifference(test, { control, treatment }, question);
  return computed({
    estimate: observedDifference(input),
    lower: hasLower(question) ? ends.lower : null,
    upper: hasUpper(question) ? ends.upper : null,
    unbounded: false,
    level: question.level,
    ...tested,
    method: `${INTERVAL_NAME[interval]}; ${TEST_NAME[test]}`,
    relative: relativeKoopman(input, question),
  });
}

const INTERVAL_NAME: Record<DifferenceInterval, string> = {
  mee: 'Mee score interval',
  'miettinen-nurminen': 'Miettinen–Nurminen score interval',
  newcombe: 'Newcombe hybrid score interval',
  'newcombe-cc': 'Newcombe hybrid score interval with continuity correction',
  'agresti-caffo': 'Agresti–Caffo interval',
  wald: 'Wald interval',
};

const TEST_NAME: Record<DifferenceTest, string> = {
  score: 'score test (pooled z, no correction)',
  unpooled: 'Wald test (unpooled z)',
  'chi2-yates': 'chi-square test with Yates’ correction',
  fisher: 'Fisher’s exact test',
};

function nullProblem(test: DifferenceTest, question: Question): string | null {
  if (Math.abs(question.null) >= 1) return 'null: must lie between -1 and 1';
  if (question.null === 0) return null;
  return test === 'fisher' || test === 'chi2-yates' ? `null: ${test} tests against 0 only; use score` : null;
}

function differenceEnds(
  interval: DifferenceInterval,
  arms: Arms<ProportionArm>,
  tail: number,
): { readonly lower: number; readonly upper: number } {
  const z = normalUpperQuantile(tail);
  switch (interval) {
    case 'mee':
    case 'miettinen-nurminen':
      return { lower: differenceAtScore(arms, z, interval), upper: differenceAtScore(arms, -z, interval) };
    case 'newcombe':
      return newcombe(arms, tail, 'wilson');
    case 'newcombe-cc':
      return newcombe(arms, tail, 'wilson-cc');
    case 'agresti-caffo': {
      const { control, treatment } = { control: withTwoMore(arms.control), treatment: withTwoMore(arms.treatment) };
      const centre = observedDifference({ control, treatment });
      const reach = z * waldError({ control, treatment });
      return { lower: Math.max(-1, centre - reach), upper: Math.min(1, centre + reach) };
    }
    case 'wald': {
      const reach = z * waldError(arms);
      return { lower: observedDifference(arms) - reach, upper: observedDifference(arms) + reach };
    }
    default:
      return assertNever(interval);
  }
}

function withTwoMore({ n, x }: ProportionArm): ProportionArm {
  return { n: n + 2, x: x + 1 };
}

/** The square-and-add of two single-rate intervals. */
function newcombe({ control, treatment }: Arms<ProportionArm>, tail: number, single: 'wilson' | 'wilson-cc') {
  const c = proportionEnds(single, control, tail);
  const t = proportionEnds(single, treatment, tail);
  const rateC = control.x / control.n;
  const rateT = treatment.x / treatment.n;
  return {
    lower: rateT - rateC - Math.hypot(rateT - t.lower, c.upper - rateC),
    upper: rateT - rateC + Math.hypot(t.upper - rateT, rateC - c.lower),
  };
}

function waldError({ control, treatment }: Arms<ProportionArm>): number {
  const part = ({ n, x }: ProportionArm) => ((x / n) * ((n - x) / n)) / n;
  return Math.sqrt(part(control) + part(treatment));
}

function testDifference(
  test: DifferenceTest,
  arms: Arms<ProportionArm>,
  question: Question,
): Pick<Finding, 'p' | 'statistic' | 'standardError' | 'df'> {
  switch (test) {
    case 'score': {
      const statistic = differenceScore(arms, question.null, 'mee');
      const spread = Math.sqrt(scoreVariance(arms, question.null, 'mee'));
      const p = statistic === null ? null : pivotalP(statistic, null, question);
      return { p, statistic, standardError: spread > 0 ? spread : null, df: null };
    }
    case 'unpooled': {
      const standardError = waldError(arms);
      const statistic = (observedDifference(arms) - question.null) / standardError;
      return { p: pivotalP(statistic, null, question), statistic, standardError, df: null };
    }
    case 'chi2-yates':
      return { ...yates(arms, question.alternative), standardError: null };
    case 'fisher':
      return { p: fisherP(arms, question.alternative), statistic: null, standardError: null, df: null };
    default:
      return assertNever(test);
  }
}
