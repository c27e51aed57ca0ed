import type { MeanArm } from '../stats/arm.ts';
import { type Moments, momentsByGroup, momentsOf, together, without } from '../stats/moments.ts';
import { computed, notComputed, type Outcome } from '../stats/result.ts';
import type { Adjustment } from './adjustment.ts';
import { armCovariates, type CovariatePart } from './arm-covariates.ts';
import { type ArmSample, countNonZero, keptOf } from './arm-sample.ts';

/** What an estimator is told of one arm: sums over its customers, and each of them where it asks for that. */
export type ArmFigures = {
  readonly n: number;
  /** How many values are other than 0. */
  readonly nonZero: number;
  /** Of the outcome, then of a ratio's denominator, then of the covariates' columns. */
  readonly moments: Moments;
  /** Where the columns of each covariate stand among the moments. */
  readonly covariates: readonly CovariatePart[];
  readonly sample: () => ArmSample;
};

/** Both arms of a comparison. */
export type Figures = { readonly control: ArmFigures; readonly treatment: ArmFigures };

/** By the values: every estimate of the same customers starts from the same sums. */
const known = new WeakMap<Float64Array, Map<Adjustment | null, ArmFigures>>();

/** The figures of all customers of a sample. */
export function figuresOf(sample: ArmSample, adjustment: Adjustment | null): ArmFigures {
  const ofValues = known.get(sample.values) ?? new Map<Adjustment | null, ArmFigures>();
  known.set(sample.values, ofValues);
  const found = ofValues.get(adjustment) ?? summedUp(sample, adjustment);
  ofValues.set(adjustment, found);
  return found;
}

function summedUp(sample: ArmSample, adjustment: Adjustment | null): ArmFigures {
  const { columns, covariates } = columnsOf(sample, adjustment);
  const last = adjustment === null ? null : armCovariates(adjustment, sample.rows).moments;
  return {
    n: sample.values.length,
    nonZero: countNonZero(sample.values),
    moments: momentsOf(columns, last),
    covariates,
    sample: () => sample,
  };
}

type Grouped = { readonly groupOf: Int16Array; readonly adjustment: Adjustment | null; readonly found: ArmFigures[] };

/** By the values: control is told apart in the same way for each of its comparisons. */
const knownByGroup = new WeakMap<Float64Array, Grouped[]>();

/**
 * The figures of each group of a sample's customers.
 *
 * @param groupOf the group of each customer of the sample; those below 0 are in none. It is not changed afterwards.
 */
export function figuresByGroup(
  sample: ArmSample,
  adjustment: Adjustment | null,
  groupOf: Int16Array,
  groups: number,
): ArmFigures[] {
  const ofValues = knownByGroup.get(sample.values) ?? [];
  knownByGroup.set(sample.values, ofValues);
  const same = ofValues.find((one) => one.groupOf === groupOf && one.adjustment === adjustment);
  if (same !== undefined) return same.found;
  const found = summedByGroup(sample, adjustment, groupOf, groups);
  ofValues.push({ groupOf, adjustment, found });
  return found;
}

function summedByGroup(
  sample: ArmSample,
  adjustment: Adjustment | null,
  groupOf: Int16Array,
  groups: number,
): ArmFigures[] {
  const { columns, covariates } = columnsOf(sample, adjustment);
  const nonZero = new Int32Array(groups);
  for (let i = 0; i < groupOf.length; i++) {
    if (groupOf[i]! >= 0 && sample.values[i] !== 0) nonZero[groupOf[i]!]! += 1;
  }
  return momentsByGroup(columns, groupOf, groups).map((moments, group) => ({
    n: moments.n,
    nonZero: nonZero[group]!,
    moments,
    covariates,
    sample: once(() => keptOf(sample, (i) => groupOf[i] === group)),
  }));
}

/**
 * The figures of the first group, of the first two, and so on to those of all.
 *
 * @param groupOf as `figuresByGroup` takes it
 */
export function figuresUpToGroup(
  sample: ArmSample,
  adjustment: Adjustment | null,
  groupOf: Int16Array,
  groups: number,
): ArmFigures[] {
  let before: ArmFigures | null = null;
  return figuresByGroup(sample, adjustment, groupOf, groups).map((figures, group) => {
    const found: ArmFigures = {
      n: figures.n + (before?.n ?? 0),
      nonZero: figures.nonZero + (before?.nonZero ?? 0),
      moments: before === null ? figures.moments : together(before.moments, figures.moments),
      covariates: figures.covariates,
      sample: once(() => keptOf(sample, (i) => groupOf[i]! >= 0 && groupOf[i]! <= group)),
    };
    before = found;
    return found;
  });
}

/** The figures of a sample without one of its customers. */
export function figuresWithout(sample: ArmSample, adjustment: Adjustment | null, gone: number): ArmFigures {
  const whole = figuresOf(sample, adjustment);
  return {
    n: whole.n - 1,
    nonZero: whole.nonZero - (sample.values[gone] === 0 ? 0 : 1),
    moments: without(whole.moments, columnsOf(sample, adjustment).columns, gone),
    covariates: whole.covariates,
    sample: once(() => keptOf(sample, (i) => i !== gone)),
  };
}

/** Number, mean and standard deviation of one of the columns; the outcome's unless another is named. */
export function summaryOf({ n, moments }: ArmFigures, column = 0): Outcome<MeanArm> {
  if (n === 0) return notComputed('values: at least one value is needed');
  const mean = moments.means[column]!;
  const squares = moments.products[column * moments.means.length + column]!;
  const sd = n === 1 ? 0 : Math.sqrt(Math.max(0, squares) / (n - 1));
  if (!Number.isFinite(mean) || !Number.isFinite(sd)) return notComputed('values: too large to be added up');
  return computed({ n, mean, sd });
}

function columnsOf({ values, per, rows }: ArmSample, adjustment: Adjustment | null) {
  const own = per === null ? [values] : [values, per];
  if (adjustment === null) return { columns: own, covariates: [] };
  const { columns, parts } = armCovariates(adjustment, rows);
  const covariates = parts.map(({ given, shift, absent }) => ({
    given: given + own.length,
    shift,
    absent: absent === null ? null : absent + own.length,
  }));
  return { columns: [...own, ...columns], covariates };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
