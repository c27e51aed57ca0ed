import { noncentralTUpper } from './distribution/noncentral-t.ts';
import { normalLower, normalUpperQuantile } from './distribution/normal.ts';
import { studentUpperQuantile } from './distribution/student-t.ts';
import { type PowerAnswer, type PowerQuestion, roundedUp, soughtIn } from './power.ts';
import { assertNever, computed, notComputed, type Outcome } from './result.ts';
import { root } from './root.ts';

export type PowerDistribution = 't' | 'normal';

export interface PowerMeanInput extends PowerQuestion {
  /** Standard deviation of the outcome in both arms, above 0. */
  readonly sd: number;
  readonly distribution?: PowerDistribution | undefined;
}

/**
 * Sample size, power or smallest detectable difference of two means: of `mde`,
 * `power` and `n` (control arm) the one left out.
 *
 * t: the noncentral t with pooled degrees of freedom, as R's `power.t.test`
 * (`strict = FALSE`: the far tail of a two-sided test is left aside); normal: z instead.
 */
export function powerMean(input: PowerMeanInput): Outcome<PowerAnswer> {
  const sought = soughtIn(input);
  if (sought.kind === 'error') return sought;
  if (!(Number.isFinite(input.sd) && input.sd > 0)) return notComputed('sd: must be above 0');
  const distribution = input.distribution ?? 't';
  const tail = sought.alpha / sought.sides;
  const { ratio } = sought;
  const lift = (n: number, mde: number) => (Math.abs(mde) / input.sd) * Math.sqrt((n * ratio) / (1 + ratio));
  const power = (n: number, mde: number) => liftPower(distribution, n * (1 + ratio) - 2, lift(n, mde), tail);
  const answer = (n: number, mde: number, reached: number): Outcome<PowerAnswer> =>
    computed({
      n,
      mde,
      power: reached,
      nControl: roundedUp(n),
      nTreatment: roundedUp(n * ratio),
      method: distribution === 't' ? 'Noncentral t' : 'Normal approximation',
    });
  if (sought.missing !== 'n' && distribution === 't' && sought.n * (1 + ratio) <= 2) {
    return notComputed('n: too few to estimate a variance');
  }
  if (sought.missing !== 'power' && sought.power <= tail) {
    return notComputed('power: is reached without any difference; ask for more');
  }
  switch (sought.missing) {
    case 'power':
      return answer(sought.n, sought.mde, power(sought.n, sought.mde));
    case 'n': {
      const reach = normalUpperQuantile(tail) + normalUpperQuantile(1 - sought.power);
      const normal = (reach / lift(1, sought.mde)) ** 2;
      if (distribution === 'normal') return answer(normal, sought.mde, sought.power);
      // t always needs more than the normal does.
      const fewest = Math.max(normal, (2 + FEWEST_DEGREES) / (1 + ratio));
      const short = (n: number) => power(n, sought.mde) - sought.power;
      if (short(fewest) > 0) return notComputed('mde: so large that the smallest possible arms are enough');
      let most = fewest + 10;
      while (short(most) < 0) most *= 2;
      return answer(root(short, fewest, most), sought.mde, sought.power);
    }
    case 'mde': {
      const short = (mde: number) => power(sought.n, mde) - sought.power;
      let most = input.sd;
      for (let doubling = 0; doubling < 1000 && short(most) < 0; doubling++) most *= 2;
      return answer(sought.n, root(short, 0, most), sought.power);
    }
    default:
      return assertNever(sought);
  }
}

/** Below this many degrees of freedom t has no usable quantile. */
const FEWEST_DEGREES = 0.1;

function liftPower(distribution: PowerDistribution, df: number, lift: number, tail: number): number {
  switch (distribution) {
    case 't':
      return noncentralTUpper(studentUpperQuantile(tail, df), df, lift);
    case 'normal':
      return normalLower(lift - normalUpperQuantile(tail));
    default:
      return assertNever(distribution);
  }
}
