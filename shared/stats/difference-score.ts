import type { Arms, ProportionArm } from './arm.ts';
import { ratesWithDifference } from './restricted-rates.ts';
import { root } from './root.ts';

/** Mee's variance, or Miettinen & Nurminen's, larger by N/(N − 1). */
export type ScoreVariance = 'mee' | 'miettinen-nurminen';

/**
 * The variance of treatment rate − control rate when the true difference is
 * `difference`, at the most likely rates under it (Farrington & Manning 1990;
 * Mee 1984; Miettinen & Nurminen 1985). At 0 it is that of the pooled z test.
 */
export function scoreVariance(arms: Arms<ProportionArm>, difference: number, variance: ScoreVariance): number {
  const { control, treatment } = arms;
  const total = control.n + treatment.n;
  // Rates near 1 keep their digits when they are read as rates of failure near 0.
  const rates =
    2 * (control.x + treatment.x) > total
      ? ratesWithDifference({ control: missed(control), treatment: missed(treatment) }, -difference)
      : ratesWithDifference(arms, difference);
  const plain =
    (rates.control * (1 - rates.control)) / control.n + (rates.treatment * (1 - rates.treatment)) / treatment.n;
  return variance === 'mee' ? plain : plain * (total / (total - 1));
}

function missed({ n, x }: ProportionArm): ProportionArm {
  return { n, x: n - x };
}

/** The score statistic for a true difference; `null` where its variance is 0. */
export function differenceScore(arms: Arms<ProportionArm>, difference: number, variance: ScoreVariance): number | null {
  const spread = scoreVariance(arms, difference, variance);
  return spread > 0 ? (observedDifference(arms) - difference) / Math.sqrt(spread) : null;
}

export function observedDifference({ control, treatment }: Arms<ProportionArm>): number {
  return treatment.x / treatment.n - control.x / control.n;
}

/**
 * The true difference at which the score statistic equals `z`: the lower end of
 * the interval for the critical value, the upper end for its negative.
 */
export function differenceAtScore(arms: Arms<ProportionArm>, z: number, variance: ScoreVariance): number {
  const observed = observedDifference(arms);
  if (z === 0) return observed;
  const excess = (difference: number) =>
    observed - difference - z * Math.sqrt(scoreVariance(arms, difference, variance));
  // Where both rates are 0 or 1 the variance vanishes at the estimate itself, which is not the end sought.
  const step = Math.max(1e-18, Math.abs(observed) * 1e-15);
  return z > 0 ? root(excess, -1, observed - step) : root(excess, observed + step, 1);
}
