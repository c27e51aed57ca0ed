import { normalUpper, normalUpperQuantile } from './distribution/normal.ts';
import { studentUpper, studentUpperQuantile } from './distribution/student-t.ts';
import { hasLower, hasUpper, type Question, symmetricP, tailOf } from './question.ts';
import type { Finding } from './result.ts';

/** An estimate whose distance from the truth, in standard errors, follows t with `df` (or the normal: `null`). */
export interface Pivot {
  readonly estimate: number;
  /** Greater than 0. */
  readonly standardError: number;
  readonly df: number | null;
  readonly method: string;
}

/** Interval and test of a pivot: estimate ± quantile × standard error, and (estimate − null) / standard error. */
export function pivotal(pivot: Pivot, question: Question): Finding {
  const { estimate, standardError, df, method } = pivot;
  const reach = criticalValue(tailOf(question), df) * standardError;
  const statistic = (estimate - question.null) / standardError;
  return {
    estimate,
    lower: hasLower(question) ? estimate - reach : null,
    upper: hasUpper(question) ? estimate + reach : null,
    unbounded: false,
    level: question.level,
    p: pivotalP(statistic, df, question),
    statistic,
    standardError,
    df,
    method,
  };
}

/** The t (or normal, `df` null) value exceeded with probability `tail`. */
export function criticalValue(tail: number, df: number | null): number {
  return df === null ? normalUpperQuantile(tail) : studentUpperQuantile(tail, df);
}

/** The p-value of a t (or normal, `df` null) statistic. */
export function pivotalP(statistic: number, df: number | null, question: Pick<Question, 'alternative'>): number {
  const upper = df === null ? normalUpper : (t: number) => studentUpper(t, df);
  return symmetricP(statistic, question.alternative, upper);
}

/** The same estimate on a scale turned round and moved: used where a lift is read from a ratio. */
export function shifted<Found extends Finding>(finding: Found, by: number): Found {
  const move = (value: number | null) => (value === null ? null : value + by);
  return { ...finding, estimate: move(finding.estimate), lower: move(finding.lower), upper: move(finding.upper) };
}
