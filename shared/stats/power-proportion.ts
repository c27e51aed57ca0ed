import { normalLower, normalUpperQuantile } from './distribution/normal.ts';
import { type PowerAnswer, type PowerQuestion, roundedUp, type Sought, soughtIn } from './power.ts';
import { assertNever, computed, notComputed, type Outcome } from './result.ts';
import { root } from './root.ts';

export type PowerFormula = 'pooled' | 'baseline';

export interface PowerProportionInput extends PowerQuestion {
  /** Control's rate. */
  readonly baseline: number;
  readonly formula?: PowerFormula | undefined;
}

/**
 * Sample size, power or smallest detectable difference of two rates: of `mde`
 * (absolute, may be negative when given), `power` and `n` (control arm) the one left out.
 *
 * pooled: the null variance at the pooled rate, as R's `power.prop.test`
 * (`strict = FALSE`; the far tail of a two-sided test is left aside);
 * baseline: the null variance at the baseline, as in Evan Miller's calculator.
 * With `ratio` ≠ 1 the pooled rate is weighted by the arms' sizes.
 */
export function powerProportion(input: PowerProportionInput): Outcome<PowerAnswer> {
  const formula = input.formula ?? 'pooled';
  const sought = soughtIn(input);
  if (sought.kind === 'error') return sought;
  const problem = baselineProblem(input, formula);
  if (problem !== null) return notComputed(problem);
  const z = normalUpperQuantile(sought.alpha / sought.sides);
  const spread = spreadFor(input.baseline, sought.ratio, formula);
  const power = (n: number, mde: number) => {
    const { underNull, underLift } = spread(mde);
    return normalLower((Math.sqrt(n) * Math.abs(mde) - z * underNull) / underLift);
  };
  const method = `Normal approximation, null variance ${formula === 'pooled' ? 'pooled' : 'at the baseline'}`;
  switch (sought.missing) {
    case 'power':
      return answer(sought, sought.n, sought.mde, power(sought.n, sought.mde), method);
    case 'n': {
      const { underNull, underLift } = spread(sought.mde);
      const reach = z * underNull + normalUpperQuantile(1 - sought.power) * underLift;
      if (!(reach > 0)) return notComputed('power: is reached with no customers at all; ask for more');
      return answer(sought, (reach / Math.abs(sought.mde)) ** 2, sought.mde, sought.power, method);
    }
    case 'mde': {
      const highest = 1 - input.baseline;
      const short = (mde: number) => power(sought.n, mde) - sought.power;
      if (!(highest > 0) || short(highest) < 0) {
        return notComputed('n: too few for this power, even if everybody in treatment converted');
      }
      const lowest = highest * 1e-12;
      if (short(lowest) >= 0) return notComputed('power: is reached without any difference; ask for more');
      return answer(sought, sought.n, root(short, lowest, highest), sought.power, method);
    }
    default:
      return assertNever(sought);
  }
}

function answer(sought: Sought, n: number, mde: number, power: number, method: string): Outcome<PowerAnswer> {
  return computed({ n, mde, power, nControl: roundedUp(n), nTreatment: roundedUp(n * sought.ratio), method });
}

function baselineProblem({ baseline, mde }: PowerProportionInput, formula: PowerFormula): string | null {
  if (!(baseline >= 0 && baseline <= 1)) return 'baseline: must lie between 0 and 1';
  if (formula === 'baseline' && (baseline === 0 || baseline === 1))
    return 'baseline: at 0 or 1 there is no null variance';
  if (mde !== undefined && !(baseline + mde >= 0 && baseline + mde <= 1)) {
    return 'mde: baseline + mde must lie between 0 and 1';
  }
  return null;
}

/** Square roots of n × the variance of the difference, without and with the lift. */
function spreadFor(baseline: number, ratio: number, formula: PowerFormula) {
  return (mde: number) => {
    const treated = baseline + mde;
    const at = formula === 'pooled' ? (baseline + ratio * treated) / (1 + ratio) : baseline;
    return {
      underNull: Math.sqrt(at * (1 - at) * (1 + 1 / ratio)),
      underLift: Math.sqrt(baseline * (1 - baseline) + (treated * (1 - treated)) / ratio),
    };
  };
}
