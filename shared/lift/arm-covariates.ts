import { type Moments, momentsOf } from '../stats/moments.ts';
import type { Adjustment } from './adjustment.ts';
import { at } from './arm-sample.ts';

/** The plan's covariates of one arm's customers, in columns without gaps, so that sums over them can be put together. */
export type ArmCovariates = {
  readonly parts: readonly CovariatePart[];
  readonly columns: readonly Float64Array[];
  readonly moments: Moments;
};

/** Of which columns a covariate is made. */
export type CovariatePart = {
  /** The place of its values less `shift`; 0 where missing. */
  readonly given: number;
  readonly shift: number;
  /** The place of 1 where it is missing, else 0; null where no value is missing. */
  readonly absent: number | null;
};

/** By the arm's rows: metrics that compare the same customers share what is worked out here. */
const known = new WeakMap<Adjustment, WeakMap<Int32Array, ArmCovariates>>();

/** The covariates of an arm's rows of the unit table. */
export function armCovariates(adjustment: Adjustment, rows: Int32Array): ArmCovariates {
  const ofAdjustment = known.get(adjustment) ?? new WeakMap<Int32Array, ArmCovariates>();
  known.set(adjustment, ofAdjustment);
  const found = ofAdjustment.get(rows) ?? gathered(adjustment, rows);
  ofAdjustment.set(rows, found);
  return found;
}

function gathered({ covariates }: Adjustment, rows: Int32Array): ArmCovariates {
  const columns: Float64Array[] = [];
  const parts = covariates.map(({ values }) => {
    const given = at(values, rows);
    const mean = meanOfKnown(given);
    if (mean === null) return { given: columns.push(given) - 1, shift: 0, absent: null };
    // Values far from 0 keep their digits only where what stands in for a missing one lies among them.
    const shifted = given.map((value) => (Number.isNaN(value) ? 0 : value - mean));
    const absent = given.map((value) => (Number.isNaN(value) ? 1 : 0));
    return { given: columns.push(shifted) - 1, shift: mean, absent: columns.push(absent) - 1 };
  });
  return { parts, columns, moments: momentsOf(columns) };
}

/** The mean of the values that are there; null where none is missing. */
function meanOfKnown(values: Float64Array): number | null {
  let [sum, n] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    sum += values[i]!;
    n += 1;
  }
  if (n === values.length) return null;
  return n === 0 ? 0 : sum / n;
}
