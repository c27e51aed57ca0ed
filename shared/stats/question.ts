import { assertNever } from './result.ts';

/** Which side the evidence is sought on. `greater` and `less` give a one-sided interval with the other end open. */
export type Alternative = 'two-sided' | 'greater' | 'less';

/** What a caller may ask of any estimator; each part has a default. */
export interface Asking {
  /** Confidence level in (0, 1); 0.95. */
  readonly level?: number | undefined;
  readonly alternative?: Alternative | undefined;
  /** The value tested against: 0 for differences and lifts, 1 for ratios. */
  readonly null?: number | undefined;
}

export interface Question {
  readonly level: number;
  readonly alternative: Alternative;
  readonly null: number;
}

export function questionOf(asking: Asking, usualNull: number): Question {
  return {
    level: asking.level ?? 0.95,
    alternative: asking.alternative ?? 'two-sided',
    null: asking.null ?? usualNull,
  };
}

/** What is impossible about a question, or `null`. */
export function questionProblem(question: Question): string | null {
  if (!(question.level > 0 && question.level < 1)) return 'level: must lie between 0 and 1';
  if (!Number.isFinite(question.null)) return 'null: must be a number';
  return null;
}

/** The probability left out at each closed end of the interval. */
export function tailOf(question: Question): number {
  return question.alternative === 'two-sided' ? (1 - question.level) / 2 : 1 - question.level;
}

/** Which ends of the interval are closed. */
export function hasLower(question: Pick<Question, 'alternative'>): boolean {
  return question.alternative !== 'less';
}

export function hasUpper(question: Pick<Question, 'alternative'>): boolean {
  return question.alternative !== 'greater';
}

/** The p-value of a statistic whose distribution is symmetric about 0, from its upper tail (no 1 − cdf). */
export function symmetricP(statistic: number, alternative: Alternative, upper: (x: number) => number): number {
  switch (alternative) {
    case 'two-sided':
      return Math.min(1, 2 * upper(Math.abs(statistic)));
    case 'greater':
      return upper(statistic);
    case 'less':
      return upper(-statistic);
    default:
      return assertNever(alternative);
  }
}
