import type { Arms, ProportionArm } from './arm.ts';

/** The most likely rates of both arms among all pairs that stand in a given relation. */
export interface RestrictedRates {
  readonly control: number;
  readonly treatment: number;
}

/**
 * The most likely rates with treatment − control = `difference` (in [−1, 1]).
 *
 * Miettinen & Nurminen (1985) solve a cubic; its trigonometric root loses the
 * digits of small rates, so it serves as the first guess only and is polished
 * on the score equation, which falls monotonically between the bounds.
 */
export function ratesWithDifference(arms: Arms<ProportionArm>, difference: number): RestrictedRates {
  const { control, treatment } = arms;
  if (difference === 0) {
    const pooled = (control.x + treatment.x) / (control.n + treatment.n);
    return { control: pooled, treatment: pooled };
  }
  if (difference < 0) {
    const swapped = ratesWithDifference({ control: treatment, treatment: control }, -difference);
    return { control: swapped.treatment, treatment: swapped.control };
  }
  // With a positive difference the control's rate runs from 0 to 1 − difference.
  const highest = 1 - difference;
  if (highest <= 0) return { control: 0, treatment: 1 };
  const missedControl = control.n - control.x;
  const missedTreatment = treatment.n - treatment.x;
  const term = (count: number, chance: number) => (count === 0 ? 0 : count / chance);
  const score = (p: number) =>
    term(control.x, p) -
    term(missedControl, 1 - p) +
    term(treatment.x, p + difference) -
    term(missedTreatment, highest - p);
  const slope = (p: number) =>
    -term(control.x, p * p) -
    term(missedControl, (1 - p) ** 2) -
    term(treatment.x, (p + difference) ** 2) -
    term(missedTreatment, (highest - p) ** 2);
  if (control.x === 0 && score(0) <= 0) return { control: 0, treatment: difference };
  if (missedTreatment === 0 && score(highest) >= 0) return { control: highest, treatment: 1 };
  const p = polished(score, slope, cubicRoot(arms, difference), highest);
  return { control: p, treatment: Math.min(1, p + difference) };
}

/** Newton's method on a falling function, kept inside (0, highest) by bisection. */
function polished(f: (p: number) => number, slope: (p: number) => number, guess: number, highest: number): number {
  let low = 0;
  let high = highest;
  let p = guess > 0 && guess < highest ? guess : highest / 2;
  for (let step = 0; step < 200; step++) {
    const value = f(p);
    if (value === 0) return p;
    if (value > 0) low = p;
    else high = p;
    let next = p - value / slope(p);
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - p) <= 2 * Number.EPSILON * p) return next;
    p = next;
  }
  return p;
}

function cubicRoot({ control, treatment }: Arms<ProportionArm>, d: number): number {
  const total = control.n + treatment.n;
  const a = 1;
  const b = ((treatment.n + 2 * control.n) * d - total - control.x - treatment.x) / total;
  const c = (control.n * d * d - d * (total + 2 * control.x) + control.x + treatment.x) / total;
  const e = (control.x * d * (1 - d)) / total;
  const v = b ** 3 / 27 - (b * c) / 6 + e / 2;
  const u = Math.sign(v) * Math.sqrt(Math.max(0, (b * b) / 9 - c / 3));
  if (u === 0) return -b / (3 * a);
  const w = (Math.PI + Math.acos(Math.min(1, Math.max(-1, v / u ** 3)))) / 3;
  return 2 * u * Math.cos(w) - b / 3;
}

/**
 * The most likely rates with treatment / control = `ratio` > 0: the smaller root
 * of Koopman's (1984) quadratic, with its discriminant as a sum of squares and
 * products so that nothing cancels.
 */
export function ratesWithRatio({ control, treatment }: Arms<ProportionArm>, ratio: number): RestrictedRates {
  const linear = control.n + treatment.x + ratio * (treatment.n + control.x);
  const asymmetry = control.n + treatment.x - ratio * (treatment.n + control.x);
  const missed = (control.n - control.x) * (treatment.n - treatment.x);
  const discriminant = asymmetry * asymmetry + 4 * ratio * missed;
  const rate = (2 * (control.x + treatment.x)) / (linear + Math.sqrt(discriminant));
  return { control: Math.min(1, rate), treatment: Math.min(1, ratio * rate) };
}
