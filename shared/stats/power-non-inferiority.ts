import { normalLower, normalUpperQuantile } from './distribution/normal.ts';
import { type PowerAnswer, roundedUp, type Sought, soughtIn } from './power.ts';
import { type PowerDistribution, powerMean } from './power-mean.ts';
import type { PowerFormula } from './power-proportion.ts';
import { assertNever, computed, notComputed, type Outcome } from './result.ts';

/** Exactly two of `margin`, `power` and `n`; the third is what is asked. */
export interface NonInferiorityQuestion {
  readonly margin?: number | undefined;
  readonly power?: number | undefined;
  /** Control arm. */
  readonly n?: number | undefined;
  /** Treatment − control as it truly is; 0. */
  readonly trueDifference?: number | undefined;
  readonly better?: 'higher' | 'lower' | undefined;
  readonly alpha?: number | undefined;
  /** 1 unless said otherwise; 2 tests at alpha / 2. */
  readonly sides?: 1 | 2 | undefined;
  readonly ratio?: number | undefined;
}

export interface PowerNonInferiority extends Omit<PowerAnswer, 'mde'> {
  readonly margin: number;
}

/**
 * Power of a non-inferiority test of two rates: normal, each arm's own variance
 * at its true rate (Blackwelder 1982); with a `formula` the test's own variance
 * is at the pooled rate or at the baseline, as in `powerProportion`.
 * Not computed: not exactly two given, rates outside (0, 1), a true difference beyond the margin.
 */
export function powerNonInferiorityProportion(
  input: NonInferiorityQuestion & { readonly baseline: number; readonly formula?: PowerFormula | undefined },
): Outcome<PowerNonInferiority> {
  const { baseline } = input;
  const treated = baseline + (input.trueDifference ?? 0);
  if (!(baseline > 0 && baseline < 1)) return notComputed('baseline: must lie between 0 and 1');
  if (!(treated > 0 && treated < 1))
    return notComputed('trueDifference: baseline + trueDifference must lie between 0 and 1');
  const sought = soughtLead(input);
  if (sought.kind === 'error') return sought;
  const z = normalUpperQuantile(sought.alpha / sought.sides);
  const own = Math.sqrt(baseline * (1 - baseline) + (treated * (1 - treated)) / sought.ratio);
  const tested = input.formula === undefined ? own : testedSpread(baseline, treated, sought.ratio, input.formula);
  const method = `Non-inferiority, normal approximation, ${input.formula ?? 'unpooled'} variance`;
  const reachFor = (power: number) => z * tested + normalUpperQuantile(1 - power) * own;
  if (sought.missing !== 'power' && reachFor(sought.power) <= 0)
    return notComputed('power: is reached with no customers at all; ask for more');
  switch (sought.missing) {
    case 'n':
      return answer(input, sought, (reachFor(sought.power) / sought.mde) ** 2, sought.mde, sought.power, method);
    case 'power':
      return answer(
        input,
        sought,
        sought.n,
        sought.mde,
        normalLower((Math.sqrt(sought.n) * sought.mde - z * tested) / own),
        method,
      );
    case 'mde':
      return answer(input, sought, sought.n, reachFor(sought.power) / Math.sqrt(sought.n), sought.power, method);
    default:
      return assertNever(sought);
  }
}

/**
 * Power of a non-inferiority test of two means: that of a one-sided test of a
 * difference as large as margin and true difference together.
 * Not computed: as `powerMean`, or a true difference beyond the margin.
 */
export function powerNonInferiorityMean(
  input: NonInferiorityQuestion & { readonly sd: number; readonly distribution?: PowerDistribution | undefined },
): Outcome<PowerNonInferiority> {
  const sought = soughtLead(input);
  if (sought.kind === 'error') return sought;
  const { kind: _, missing: __, ...terms } = sought;
  const found = powerMean({ ...terms, sd: input.sd, distribution: input.distribution });
  if (found.kind === 'error') return found;
  return answer(input, sought, found.n, found.mde, found.power, `Non-inferiority, ${found.method}`);
}

function testedSpread(baseline: number, treated: number, ratio: number, formula: PowerFormula): number {
  const at = formula === 'pooled' ? (baseline + ratio * treated) / (1 + ratio) : baseline;
  return Math.sqrt(at * (1 - at) * (1 + 1 / ratio));
}

/** The question with margin and true difference joined into one distance, under the name `mde`. */
function soughtLead(input: NonInferiorityQuestion): Outcome<Sought> {
  const { margin } = input;
  if (margin !== undefined && !(Number.isFinite(margin) && margin > 0)) return notComputed('margin: must be above 0');
  const gain = gainOf(input);
  if (!Number.isFinite(gain)) return notComputed('trueDifference: must be a number');
  if (margin !== undefined && margin + gain <= 0) {
    return notComputed('trueDifference: is as bad as the margin or worse, so non-inferiority can never be shown');
  }
  const { power, n, alpha, ratio } = input;
  const given = [margin, power, n].filter((value) => value !== undefined).length;
  if (given !== 2) return notComputed('margin, power, n: give exactly two of the three');
  const mde = margin === undefined ? undefined : margin + gain;
  return soughtIn({ mde, power, n, alpha, ratio, sides: input.sides ?? 1 });
}

/** The true difference, positive when treatment is the better one. */
function gainOf({ trueDifference = 0, better }: NonInferiorityQuestion): number {
  return better === 'lower' ? -trueDifference : trueDifference;
}

function answer(
  input: NonInferiorityQuestion,
  sought: Sought,
  n: number,
  lead: number,
  power: number,
  method: string,
): Outcome<PowerNonInferiority> {
  const margin = lead - gainOf(input);
  if (margin <= 0) return notComputed('n: enough for this power without any margin');
  return computed({ n, margin, power, nControl: roundedUp(n), nTreatment: roundedUp(n * sought.ratio), method });
}
