import { FEWEST_TO_ADJUST } from '../lift/headline-estimate.ts';
import { solveSymmetric } from '../stats/linear.ts';
import { satterthwaite } from '../stats/mean-difference.ts';
import { type Block, blockLayout, joined, readBlock } from './moment-block.ts';
import type { PlainInput } from './plain-stage.ts';
import { emptyArm, standing, tooFew } from './running-arm.ts';
import type { Stage, Standing, Telling, Units } from './stage.ts';

export type AdjustedInput = Omit<PlainInput, 'values' | 'per'> & {
  /** `packedRows` of outcomes and covariates: without gaps, none determined by the others. */
  readonly packed: Float64Array;
  readonly covariates: number;
  readonly units: Units;
};

/**
 * Customers one by one, compared after what was known before is taken out: CUPED with theta pooled over arms at every
 * look, then post-stratified with fixed shares. Where a conversion has too few events to adjust, as it is.
 */
export function adjustedStage(input: AdjustedInput): Stage {
  const { kind, packed, control, allocations, planting, covariates, units } = input;
  const layout = blockLayout(covariates);
  const width = covariates + 1;
  const blocks = new Float64Array(allocations.length * units.strata * layout.size);
  const placeOf = (arm: number, stratum: number) => (arm * units.strata + stratum) * layout.size;
  const read = (arm: number, telling: Telling) =>
    Array.from({ length: units.strata }, (_, stratum) =>
      readBlock(blocks, placeOf(arm, stratum), layout, telling === 'planted' && arm !== control ? planting : null),
    );
  return {
    takeIn(arm, unit, draws) {
      const at = placeOf(arm, units.stratum?.[unit] ?? 0);
      const from = unit * width;
      const candidate = planting.kind === 'turn' && arm !== control && (packed[from] === 0 ? 0 : 1) === planting.from;
      layout.add(blocks, at, packed, from, candidate && draws.unit() < planting.chance ? 1 : 0);
    },
    standing: (arm, telling) => adjusted(kind, read(control, telling), read(arm, telling), allocations[arm] ?? 1),
  };
}

function adjusted(
  kind: PlainInput['kind'],
  control: readonly Block[],
  treatment: readonly Block[],
  allocation: number,
): Standing | null {
  const [c, t] = [joined(control), joined(treatment)];
  const raw = { control: runningOf(c), treatment: runningOf(t) };
  if (tooFew(kind, raw.control, raw.treatment, allocation)) return null;
  const plain = () => standing(kind, raw.control, raw.treatment);
  if (kind === 'conversion') {
    const rate = (c.nonZero + t.nonZero) / (c.n + t.n);
    if (Math.min(c.n, t.n) * Math.min(rate, 1 - rate) < FEWEST_TO_ADJUST) return plain();
  }
  const theta = pooledTheta(c, t);
  if (theta === null) return plain();
  const strata = enough(control, treatment);
  const parts: { variance: number; df: number }[] = [];
  const means = { control: 0, treatment: 0 };
  const centre = c.x.map((sum, k) => (sum + (t.x[k] ?? 0)) / (c.n + t.n));
  for (const stratum of strata) {
    const share = (stratum.control.n + stratum.treatment.n) / (c.n + t.n);
    for (const arm of ['control', 'treatment'] as const) {
      const { n, mean, variance } = leftOver(stratum[arm], theta, centre);
      means[arm] += share * mean;
      parts.push({ variance: (share ** 2 * variance) / n, df: n - 1 });
    }
  }
  const { standardError, df } = satterthwaite(parts);
  if (!(standardError > 0)) return plain();
  const difference = means.treatment - means.control;
  return { z: difference / standardError, df, relative: difference / Math.abs(means.control) };
}

function runningOf({ n, nonZero, y, yy }: Block) {
  return { ...emptyArm(), n, nonZero, sum: y, squares: yy };
}

/** Of y on the covariates within the arms, as in `cuped`; null where they do not vary. */
function pooledTheta(control: Block, treatment: Block): readonly number[] | null {
  const within = (sums: (block: Block) => number, a: (block: Block) => number, b: (block: Block) => number) =>
    [control, treatment].reduce((total, block) => total + sums(block) - (a(block) * b(block)) / block.n, 0);
  const size = control.x.length;
  const matrix = Array.from({ length: size }, (_, k) =>
    Array.from({ length: size }, (__, j) =>
      within(
        ({ xx }) => xx[k]?.[j] ?? 0,
        ({ x }) => x[k] ?? 0,
        ({ x }) => x[j] ?? 0,
      ),
    ),
  );
  const right = Array.from({ length: size }, (_, k) =>
    within(
      ({ xy }) => xy[k] ?? 0,
      ({ x }) => x[k] ?? 0,
      ({ y }) => y,
    ),
  );
  return solveSymmetric(matrix, right);
}

/** Mean and variance of what the covariates leave of a block's outcomes. */
function leftOver({ n, y, yy, x, xy, xx }: Block, theta: readonly number[], centre: readonly number[]) {
  let sum = y;
  let squares = yy - (y * y) / n;
  for (const [k, one] of theta.entries()) {
    const [xk, xyk] = [x[k] ?? 0, xy[k] ?? 0];
    sum -= one * (xk - n * (centre[k] ?? 0));
    squares -= 2 * one * (xyk - (xk * y) / n);
    for (const [j, other] of theta.entries()) squares += one * other * ((xx[k]?.[j] ?? 0) - (xk * (x[j] ?? 0)) / n);
  }
  return { n, mean: sum / n, variance: Math.max(0, squares) / (n - 1) };
}

type Stratum = { readonly control: Block; readonly treatment: Block };

/** Strata under 2 in an arm are merged into one, and that into the smallest other where it is still too small. */
function enough(control: readonly Block[], treatment: readonly Block[]): Stratum[] {
  const strata = control.flatMap((block, i): Stratum[] => {
    const other = treatment[i];
    return other === undefined || block.n + other.n === 0 ? [] : [{ control: block, treatment: other }];
  });
  const large = ({ control: c, treatment: t }: Stratum) => c.n >= 2 && t.n >= 2;
  const small = strata.filter((stratum) => !large(stratum));
  const kept = strata.filter(large);
  if (small.length === 0) return kept;
  const rest = merged(small);
  if (large(rest)) return [...kept, rest];
  const [smallest, ...others] = kept.sort((a, b) => a.control.n + a.treatment.n - (b.control.n + b.treatment.n));
  return smallest === undefined ? [] : [...others, merged([smallest, rest])];
}

function merged(strata: readonly Stratum[]): Stratum {
  return {
    control: joined(strata.map(({ control }) => control)),
    treatment: joined(strata.map(({ treatment }) => treatment)),
  };
}
