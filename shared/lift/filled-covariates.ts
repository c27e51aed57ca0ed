import type { CupedArm } from '../stats/cuped.ts';
import type { Moments } from '../stats/moments.ts';
import type { Adjustment } from './adjustment.ts';
import { armCovariates, type CovariatePart } from './arm-covariates.ts';
import { type ArmFigures, type Figures, summaryOf } from './arm-figures.ts';

/** A covariate of a comparison's customers, or whether it was missing, without gaps: what it is made of in either arm. */
export type FilledCovariate = {
  /** Over both arms. */
  readonly mean: number;
  readonly control: Mixture;
  readonly treatment: Mixture;
};

/** A column that is a constant plus a weighted sum of columns among an arm's moments. */
type Mixture = {
  readonly constant: number;
  readonly of: readonly { readonly column: number; readonly weight: number }[];
};

/** A missing value becomes the mean of both arms, and whether it was missing a covariate of its own. */
export function filledCovariates({ control, treatment }: Figures): FilledCovariate[] {
  return control.covariates.flatMap((ofControl, k) => {
    const ofTreatment = treatment.covariates[k]!;
    const [here, there] = [knownOf(control, ofControl), knownOf(treatment, ofTreatment)];
    const [n, total] = [here.n + there.n, control.n + treatment.n];
    if (n === 0) return [];
    const mean = (here.sum + there.sum) / n;
    const value = { mean, control: filled(ofControl, mean), treatment: filled(ofTreatment, mean) };
    if (n === total) return [value];
    return [value, { mean: 1 - n / total, control: missing(ofControl), treatment: missing(ofTreatment) }];
  });
}

/** How many values of a covariate an arm has, and their sum. */
function knownOf({ n, moments }: ArmFigures, { given, shift, absent }: CovariatePart): { n: number; sum: number } {
  const there = absent === null ? n : n - Math.round(n * moments.means[absent]!);
  return { n: there, sum: n * moments.means[given]! + shift * there };
}

function filled({ given, shift, absent }: CovariatePart, mean: number): Mixture {
  const value = { column: given, weight: 1 };
  return { constant: shift, of: absent === null ? [value] : [value, { column: absent, weight: mean - shift }] };
}

function missing({ absent }: CovariatePart): Mixture {
  return { constant: 0, of: absent === null ? [] : [{ column: absent, weight: 1 }] };
}

/** One arm's outcome and covariates as CUPED takes them; null where they are too large to be added up. */
export function cupedArmOf(figures: ArmFigures, mixtures: readonly Mixture[]): CupedArm | null {
  const { n, moments } = figures;
  const y = summaryOf(figures);
  if (y.kind === 'error' || !moments.products.every(Number.isFinite)) return null;
  const outcome: Mixture = { constant: 0, of: [{ column: 0, weight: 1 }] };
  return {
    n,
    y: { mean: y.mean, sd: y.sd },
    x: mixtures.map((mixture) => ({
      mean: mixture.of.reduce((sum, { column, weight }) => sum + weight * moments.means[column]!, mixture.constant),
      withY: covarianceOf(moments, mixture, outcome),
      withX: mixtures.map((other) => covarianceOf(moments, mixture, other)),
    })),
  };
}

function covarianceOf({ n, means, products }: Moments, a: Mixture, b: Mixture): number {
  let sum = 0;
  for (const one of a.of) {
    for (const other of b.of) sum += one.weight * other.weight * products[one.column * means.length + other.column]!;
  }
  return sum / (n - 1);
}

/** A covariate of each customer of an arm. */
export function filledColumn(arm: ArmFigures, adjustment: Adjustment, { constant, of }: Mixture): Float64Array {
  const { rows, per } = arm.sample();
  const { columns } = armCovariates(adjustment, rows);
  const before = per === null ? 1 : 2;
  const column = new Float64Array(rows.length).fill(constant);
  for (const { column: place, weight } of of) {
    const from = columns[place - before]!;
    for (let i = 0; i < column.length; i++) column[i] = column[i]! + weight * from[i]!;
  }
  return column;
}
