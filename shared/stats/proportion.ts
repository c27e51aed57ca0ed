import { type ProportionArm, proportionProblem } from './arm.ts';
import { betaLower, betaQuantile, betaUpper, betaUpperQuantile } from './distribution/beta.ts';
import { logBinomial } from './distribution/binomial.ts';
import { normalUpperQuantile } from './distribution/normal.ts';
import { firstWhere, LIKELIHOOD_SLACK, lastWhere } from './likelihood-order.ts';
import { pivotalP } from './pivotal.ts';
import { type Asking, hasLower, hasUpper, type Question, questionOf, questionProblem, tailOf } from './question.ts';
import { assertNever, computed, type Finding, notComputed, type Outcome } from './result.ts';

export type ProportionInterval = 'wilson' | 'wilson-cc' | 'clopper-pearson' | 'agresti-coull' | 'jeffreys' | 'wald';

export interface ProportionInput extends ProportionArm, Asking {
  readonly interval?: ProportionInterval | undefined;
}

interface Ends {
  readonly lower: number;
  readonly upper: number;
}

/**
 * One rate, x of n, with an interval.
 *
 * wilson: Wilson (1927), the dual of the score test; wilson-cc: with continuity
 * correction (Newcombe 1998, method 4); clopper-pearson: exact; agresti-coull:
 * Agresti & Coull (1998); jeffreys: Beta(x + ½, n − x + ½) with the ends 0 and 1
 * kept at x = 0 and x = n (Brown, Cai & DasGupta 2001); wald: the textbook one.
 *
 * There is a p-value only when `null` is given: exact for clopper-pearson,
 * Wald's for wald, else the score test (corrected for wilson-cc).
 * Not computed: an impossible count; wald at x = 0 or x = n.
 */
export function proportion(input: ProportionInput): Outcome<Finding> {
  const interval = input.interval ?? 'wilson';
  const question = questionOf(input, 0.5);
  const problem = proportionProblem(input, '') ?? questionProblem(question);
  if (problem !== null) return notComputed(problem);
  if (input.null !== undefined && !(input.null > 0 && input.null < 1)) {
    return notComputed('null: must lie between 0 and 1');
  }
  const { n, x } = input;
  if (interval === 'wald' && (x === 0 || x === n)) {
    return notComputed(`x: at ${x} of ${n} the Wald variance is 0 and cannot be estimated; use wilson`);
  }
  const rate = x / n;
  const ends = proportionEnds(interval, { n, x }, tailOf(question));
  const test = input.null === undefined ? null : testAgainst(interval, { n, x }, question);
  return computed({
    estimate: rate,
    lower: hasLower(question) ? ends.lower : null,
    upper: hasUpper(question) ? ends.upper : null,
    unbounded: false,
    level: question.level,
    p: test?.p ?? null,
    statistic: test?.statistic ?? null,
    standardError: Math.sqrt((rate * (1 - rate)) / n),
    df: null,
    method: METHOD[interval],
  });
}

const METHOD: Record<ProportionInterval, string> = {
  wilson: 'Wilson score interval',
  'wilson-cc': 'Wilson score interval with continuity correction',
  'clopper-pearson': 'Clopper–Pearson exact interval',
  'agresti-coull': 'Agresti–Coull interval',
  jeffreys: 'Jeffreys interval',
  wald: 'Wald interval',
};

/** The ends of an interval for one rate that leaves `tail` out at each side. */
export function proportionEnds(interval: ProportionInterval, { n, x }: ProportionArm, tail: number): Ends {
  const z = normalUpperQuantile(tail);
  switch (interval) {
    case 'wilson':
      return wilson(n, x, z);
    case 'wilson-cc':
      return wilsonCorrected(n, x, z);
    case 'clopper-pearson':
      return {
        lower: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
        upper: x === n ? 1 : betaUpperQuantile(tail, x + 1, n - x),
      };
    case 'jeffreys':
      return {
        lower: x === 0 ? 0 : betaQuantile(tail, x + 0.5, n - x + 0.5),
        upper: x === n ? 1 : betaUpperQuantile(tail, x + 0.5, n - x + 0.5),
      };
    case 'agresti-coull': {
      const size = n + z * z;
      const centre = (x + (z * z) / 2) / size;
      const reach = z * Math.sqrt((centre * (1 - centre)) / size);
      return { lower: Math.max(0, centre - reach), upper: Math.min(1, centre + reach) };
    }
    case 'wald': {
      const reach = z * Math.sqrt(((x / n) * (1 - x / n)) / n);
      return { lower: Math.max(0, x / n - reach), upper: Math.min(1, x / n + reach) };
    }
    default:
      return assertNever(interval);
  }
}

/** The lower end comes from the product of the two roots: their difference would lose the digits of a small rate. */
function wilson(n: number, x: number, z: number): Ends {
  const square = z * z;
  const half = z * Math.sqrt(x * (1 - x / n) + square / 4);
  const sum = x + square / 2;
  if (z < 0) return { lower: (sum - half) / (n + square), upper: (sum + half) / (n + square) };
  const upper = x === n ? 1 : (sum + half) / (n + square);
  return { lower: x === 0 ? 0 : ((x / n) * (x / (n + square))) / upper, upper };
}

function wilsonCorrected(n: number, x: number, z: number): Ends {
  const square = z * z;
  const divisor = 2 * (n + square);
  const low = 2 * x + square - 1 - z * Math.sqrt(square - 2 - 1 / n + 4 * (x / n) * (n - x + 1));
  const high = 2 * x + square + 1 + z * Math.sqrt(square + 2 - 1 / n + 4 * (x / n) * (n - x - 1));
  return {
    lower: x === 0 ? 0 : Math.max(0, low / divisor),
    upper: x === n ? 1 : Math.min(1, high / divisor),
  };
}

interface Tested {
  readonly statistic: number | null;
  readonly p: number;
}

function testAgainst(interval: ProportionInterval, arm: ProportionArm, question: Question): Tested {
  const { n, x } = arm;
  const at = question.null;
  if (interval === 'clopper-pearson') return { statistic: null, p: exactP(arm, question) };
  const distance = x - n * at;
  const correction = interval === 'wilson-cc' ? Math.min(0.5, Math.abs(distance)) : 0;
  const variance = interval === 'wald' ? x * (1 - x / n) : n * at * (1 - at);
  const statistic = (distance - Math.sign(distance) * correction) / Math.sqrt(variance);
  return { statistic, p: pivotalP(statistic, null, question) };
}

function exactP({ n, x }: ProportionArm, question: Question): number {
  const at = question.null;
  switch (question.alternative) {
    case 'greater':
      return x === 0 ? 1 : betaLower(at, x, n - x + 1);
    case 'less':
      return x === n ? 1 : betaUpper(at, x + 1, n - x);
    case 'two-sided':
      return exactTwoSided(x, n, at);
    default:
      return assertNever(question.alternative);
  }
}

/** All counts at most as likely as the one seen, as R's binom.test adds them up. */
function exactTwoSided(x: number, n: number, at: number): number {
  const limit = logBinomial(x, n, at, 1 - at) + LIKELIHOOD_SLACK;
  const expected = n * at;
  if (x === expected) return 1;
  const rareEnough = (count: number) => logBinomial(count, n, at, 1 - at) <= limit;
  if (x > expected) {
    const other = lastWhere(0, Math.floor(expected), rareEnough);
    return Math.min(1, betaLower(at, x, n - x + 1) + (other === null ? 0 : betaUpper(at, other + 1, n - other)));
  }
  const other = firstWhere(Math.ceil(expected), n, rareEnough);
  return Math.min(1, betaUpper(at, x + 1, n - x) + (other === null ? 0 : betaLower(at, other, n - other + 1)));
}
