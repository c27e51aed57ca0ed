import { estimatedArms, type OutcomeArms } from './outcome-arms.ts';
import { type Asking, hasLower, hasUpper, type Question, questionOf, questionProblem } from './question.ts';
import { assertNever, computed, type Finding, notComputed, type Outcome } from './result.ts';

export interface ConfidenceSequenceInput extends Asking {
  readonly outcome: OutcomeArms;
  /** The total n of both arms at which the interval is tightest; 5000. */
  readonly expectedN?: number | undefined;
  readonly scale?: 'absolute' | 'relative' | undefined;
}

export interface ConfidenceSequence extends Finding {
  readonly estimate: number;
  readonly standardError: number;
  /** What the standard error is multiplied by, in place of a fixed test's 1.96. */
  readonly criticalValue: number;
}

/**
 * A difference, or relative lift by the delta method, with an interval that may
 * be looked at as often as one likes: the asymptotic confidence sequence of
 * Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas (2021), two-sided or one-sided.
 * `p` is always valid: the smallest α, with the tuning kept, at which the interval leaves `null` out.
 * Not computed: arms without variance, a relative lift on a control of 0, a
 * one-sided level of 0.5 or less.
 */
export function confidenceSequence(input: ConfidenceSequenceInput): Outcome<ConfidenceSequence> {
  const question = questionOf(input, 0);
  const expectedN = input.expectedN ?? 5000;
  const problem = questionProblem(question) ?? tuningProblem(expectedN, question);
  if (problem !== null) return notComputed(problem);
  const arms = estimatedArms(input.outcome);
  if (arms.kind === 'error') return arms;
  const relative = input.scale === 'relative';
  if (relative && arms.control.mean === 0) return notComputed('control: is 0, so a relative lift does not exist');
  const { control, treatment } = arms;
  const base = relative ? Math.abs(control.mean) : 1;
  const slope = relative ? treatment.mean / control.mean : 1;
  const estimate = (treatment.mean - control.mean) / base;
  const standardError = Math.sqrt(treatment.variance + slope * slope * control.variance) / base;
  if (!(standardError > 0)) return notComputed('treatment: nothing varies, so no variance can be estimated');
  const gathered = (control.n + treatment.n) * mixingVariance(question, expectedN);
  const critical = sequenceCriticalValue(gathered, question);
  const statistic = (estimate - question.null) / standardError;
  return computed({
    estimate,
    lower: hasLower(question) ? estimate - critical * standardError : null,
    upper: hasUpper(question) ? estimate + critical * standardError : null,
    unbounded: false,
    level: question.level,
    p: alwaysValidP(statistic, gathered, question),
    statistic,
    standardError,
    df: null,
    criticalValue: critical,
    method: `Asymptotic confidence sequence${relative ? ', relative lift by the delta method' : ''}`,
  });
}

/**
 * The critical value of a look after `n` customers in both arms, where the plan
 * expects `expectedN` in all: what replaces the fixed test's at every look.
 */
export function alwaysValidCriticalValue(n: number, expectedN: number, question: Question): number {
  return sequenceCriticalValue(n * mixingVariance(question, expectedN), question);
}

/** ρ², from the closed-form approximation to the best choice at `expectedN`; one-sided sequences are tuned at 2α. */
function mixingVariance(question: Question, expectedN: number): number {
  const alpha = 1 - question.level;
  const size = -2 * Math.log(question.alternative === 'two-sided' ? alpha : 2 * alpha);
  return (size + Math.log(size + 1)) / expectedN;
}

/** `gathered` is nρ². */
function sequenceCriticalValue(gathered: number, question: Question): number {
  const alpha = 1 - question.level;
  const root = Math.sqrt(gathered + 1);
  const log = question.alternative === 'two-sided' ? Math.log(root / alpha) : Math.log1p(root / (2 * alpha));
  return Math.sqrt(((2 * (gathered + 1)) / gathered) * log);
}

function alwaysValidP(statistic: number, gathered: number, question: Question): number {
  const evidence = (z: number) => (z * z * gathered) / (2 * (gathered + 1));
  const root = Math.sqrt(gathered + 1);
  const oneSided = (z: number) => (z <= 0 ? 1 : Math.min(1, root / (2 * Math.expm1(evidence(z)))));
  switch (question.alternative) {
    case 'two-sided':
      return Math.min(1, root * Math.exp(-evidence(statistic)));
    case 'greater':
      return oneSided(statistic);
    case 'less':
      return oneSided(-statistic);
    default:
      return assertNever(question.alternative);
  }
}

function tuningProblem(expectedN: number, question: Question): string | null {
  if (!(Number.isFinite(expectedN) && expectedN > 0)) return 'expectedN: must be above 0';
  return question.alternative !== 'two-sided' && question.level <= 0.5
    ? 'level: a one-sided sequence needs a level above 0.5'
    : null;
}
