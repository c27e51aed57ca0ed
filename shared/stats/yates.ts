import type { Arms, ProportionArm } from './arm.ts';
import { pivotalP } from './pivotal.ts';
import type { Alternative } from './question.ts';

interface Yates {
  readonly statistic: number | null;
  readonly df: 1;
  readonly p: number | null;
}

/**
 * The chi-square test of a two-by-two table with Yates' (1934) correction, as
 * R's `prop.test` does it: the correction is at most the distance itself, and
 * one-sided p-values come from the signed root. `null` when nobody, or everybody, converted.
 */
export function yates({ control, treatment }: Arms<ProportionArm>, alternative: Alternative): Yates {
  const total = control.n + treatment.n;
  const converted = control.x + treatment.x;
  if (converted === 0 || converted === total) return { statistic: null, df: 1, p: null };
  const expected = (treatment.n * converted) / total;
  const distance = treatment.x - expected;
  const corrected = Math.max(0, Math.abs(distance) - 0.5);
  const spread = Math.sqrt((expected * (1 - converted / total) * control.n) / total);
  const z = (Math.sign(distance) * corrected) / spread;
  return { statistic: z * z, df: 1, p: pivotalP(z, null, { alternative }) };
}
