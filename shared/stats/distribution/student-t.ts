import betainc from '@stdlib/math-base-special-betainc';
import quantile from '@stdlib/stats-base-dists-t-quantile';

/** P(T > t) for Student's t with df > 0 (real), with full relative precision far into the tail. */
export function studentUpper(t: number, df: number): number {
  if (t === 0) return 0.5;
  const tail = 0.5 * tailBothSides(t * t, df);
  return t > 0 ? tail : 1 - tail;
}

/** P(|T| > |t|), the two-sided p-value. */
export function studentTwoSided(t: number, df: number): number {
  return tailBothSides(t * t, df);
}

/** The t with P(T > t) = p, 0 < p ≤ 0.5. */
export function studentUpperQuantile(p: number, df: number): number {
  return -quantile(p, df);
}

/** Of x and 1 − x the one that can be told from 0 and 1 is passed on: x = t²/(df + t²). */
function tailBothSides(square: number, df: number): number {
  if (square < df) return betainc(square / (df + square), 0.5, df / 2, true, true);
  if (!Number.isFinite(square)) return 0;
  return betainc(df / (df + square), df / 2, 0.5, true, false);
}
