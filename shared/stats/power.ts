import { computed, notComputed, type Outcome } from './result.ts';

/** Exactly two of `mde`, `power` and `n`; the third is what is asked. */
export interface PowerQuestion {
  /** Difference in the outcome's own unit, not 0. */
  readonly mde?: number | undefined;
  readonly power?: number | undefined;
  /** Customers in the control arm. */
  readonly n?: number | undefined;
  /** Chance of a false alarm; 0.05. */
  readonly alpha?: number | undefined;
  /** 2 unless said otherwise. */
  readonly sides?: 1 | 2 | undefined;
  /** Treatment's n / control's n; 1. */
  readonly ratio?: number | undefined;
}

export interface PowerAnswer {
  /** Control arm, unrounded. */
  readonly n: number;
  readonly mde: number;
  readonly power: number;
  readonly nControl: number;
  readonly nTreatment: number;
  readonly method: string;
}

interface Terms {
  readonly alpha: number;
  readonly sides: 1 | 2;
  readonly ratio: number;
}

/** A power question with what is missing as its tag. */
export type Sought = Terms &
  (
    | { readonly missing: 'n'; readonly mde: number; readonly power: number }
    | { readonly missing: 'power'; readonly mde: number; readonly n: number }
    | { readonly missing: 'mde'; readonly power: number; readonly n: number }
  );

/** Which of the three is missing. Not computed: not exactly one missing, or an impossible value. */
export function soughtIn(question: PowerQuestion): Outcome<Sought> {
  const { mde, power, n } = question;
  const problem = problemOf(question);
  if (problem !== null) return notComputed(problem);
  const terms = { alpha: question.alpha ?? 0.05, sides: question.sides ?? 2, ratio: question.ratio ?? 1 };
  if (n === undefined && mde !== undefined && power !== undefined)
    return computed({ ...terms, missing: 'n', mde, power });
  if (power === undefined && mde !== undefined && n !== undefined)
    return computed({ ...terms, missing: 'power', mde, n });
  if (mde === undefined && power !== undefined && n !== undefined)
    return computed({ ...terms, missing: 'mde', power, n });
  return notComputed('mde, power, n: give exactly two of the three');
}

function problemOf({ mde, power, n, alpha, ratio }: PowerQuestion): string | null {
  if (mde !== undefined && (!Number.isFinite(mde) || mde === 0)) return 'mde: must be a number other than 0';
  if (power !== undefined && !(power > 0 && power < 1)) return 'power: must lie between 0 and 1';
  if (n !== undefined && !(Number.isFinite(n) && n > 0)) return 'n: must be above 0';
  if (alpha !== undefined && !(alpha > 0 && alpha < 1)) return 'alpha: must lie between 0 and 1';
  if (ratio !== undefined && !(Number.isFinite(ratio) && ratio > 0)) return 'ratio: must be above 0';
  return null;
}

/** The next whole number of customers; a fraction within rounding error of a whole number is that number. */
export function roundedUp(n: number): number {
  const nearest = Math.round(n);
  return Math.abs(n - nearest) <= 1e-9 * nearest ? nearest : Math.ceil(n);
}
