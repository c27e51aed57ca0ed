import type { Arms } from './arm.ts';
import { type CupedArm, cuped } from './cuped.ts';

/** Covariates none of which follows from those before it. */
export interface IndependentCovariates {
  readonly arms: Arms<CupedArm>;
  /** Which of the given covariates they are, and theta of each. */
  readonly chosen: readonly number[];
  readonly theta: readonly number[];
}

/** Covariates one after another, each kept only where it adds something that those before it do not determine; null where none does. */
export function independentCovariates({ control, treatment }: Arms<CupedArm>): IndependentCovariates | null {
  let chosen: readonly number[] = [];
  let theta: readonly number[] = [];
  for (let k = 0; k < control.x.length; k++) {
    const found = cuped({ control: only(control, [...chosen, k]), treatment: only(treatment, [...chosen, k]) });
    if (found.kind === 'error') continue;
    chosen = [...chosen, k];
    theta = found.theta;
  }
  if (chosen.length === 0) return null;
  return { arms: { control: only(control, chosen), treatment: only(treatment, chosen) }, chosen, theta };
}

/** What the covariates leave of one arm's outcome; `centre` is each covariate's mean over both arms. */
export function leftOver(
  y: ArrayLike<number>,
  x: readonly ArrayLike<number>[],
  theta: readonly number[],
  centre: readonly number[],
): Float64Array {
  const rest = Float64Array.from(y);
  for (const [k, column] of x.entries()) {
    for (let i = 0; i < rest.length; i++) rest[i] = rest[i]! - theta[k]! * (column[i]! - centre[k]!);
  }
  return rest;
}

function only(arm: CupedArm, chosen: readonly number[]): CupedArm {
  const x = chosen.flatMap((k) => {
    const of = arm.x[k];
    return of === undefined ? [] : [{ ...of, withX: chosen.map((j) => of.withX[j] ?? 0) }];
  });
  return { ...arm, x };
}
