import type { Arms, ProportionArm } from './arm.ts';
import { ratesWithRatio } from './restricted-rates.ts';
import { root } from './root.ts';

/**
 * Koopman's (1984) score statistic for a true ratio of treatment rate to control
 * rate; at 1 it is the pooled z of the difference. `null` where its variance is 0.
 */
export function ratioScore(arms: Arms<ProportionArm>, ratio: number): number | null {
  const { control, treatment } = arms;
  const rates = ratesWithRatio(arms, ratio);
  const variance =
    (rates.treatment * (1 - rates.treatment)) / treatment.n +
    (ratio * ratio * rates.control * (1 - rates.control)) / control.n;
  if (!(variance > 0)) return null;
  return (treatment.x / treatment.n - ratio * (control.x / control.n)) / Math.sqrt(variance);
}

/**
 * The true ratio at which the score statistic equals `z` (not 0): the lower end
 * of Koopman's interval for the critical value, the upper end for its negative.
 * `null` stands for an end at infinity.
 */
export function ratioAtScore(arms: Arms<ProportionArm>, z: number): number | null {
  const { control, treatment } = arms;
  if (treatment.x === 0 && z > 0) return 0;
  if (control.x === 0 && z < 0) return null;
  const excess = (logRatio: number) => (ratioScore(arms, Math.exp(logRatio)) ?? 0) - z;
  const inner = middle(arms) - Math.sign(z) * 1e-15;
  let outer = inner;
  // The statistic falls as the ratio grows: walk outwards until it has passed z.
  for (let step = 0.5; Math.abs(outer) < 700; step *= 2) {
    outer -= Math.sign(z) * step;
    if (excess(outer) > 0 === z > 0) break;
  }
  return Math.exp(root(excess, Math.min(inner, outer), Math.max(inner, outer)));
}

/** A log ratio between the two ends: the observed one, or one far on the side of an arm without conversions. */
function middle({ control, treatment }: Arms<ProportionArm>): number {
  const far = 2 * Math.log(control.n + treatment.n + 10) + 40;
  if (treatment.x === 0) return -far;
  if (control.x === 0) return far;
  return Math.log(treatment.x / treatment.n) - Math.log(control.x / control.n);
}
