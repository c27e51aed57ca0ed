import { type Covariates, covariatesOf } from '../stats/cuped.ts';
import type { Adjustment } from './adjustment.ts';
import { at } from './arm-sample.ts';

/** The covariates of a comparison's customers, without gaps. */
export type FilledCovariates = {
  readonly columns: readonly Filled[];
  readonly control: Covariates;
  readonly treatment: Covariates;
};

/** By the rows of control and of treatment: metrics that compare the same customers share what is worked out here. */
const known = new WeakMap<
  Adjustment,
  WeakMap<Int32Array, WeakMap<Int32Array, { readonly found: FilledCovariates | null }>>
>();

/** The plan's covariates for the rows of two arms; null where nothing is known of anybody. */
export function filledCovariates(
  adjustment: Adjustment,
  control: Int32Array,
  treatment: Int32Array,
): FilledCovariates | null {
  const ofAdjustment = known.get(adjustment) ?? new WeakMap();
  known.set(adjustment, ofAdjustment);
  const ofControl = ofAdjustment.get(control) ?? new WeakMap();
  ofAdjustment.set(control, ofControl);
  const kept = ofControl.get(treatment) ?? { found: filledAnew(adjustment, control, treatment) };
  ofControl.set(treatment, kept);
  return kept.found;
}

function filledAnew(adjustment: Adjustment, control: Int32Array, treatment: Int32Array): FilledCovariates | null {
  const columns = adjustment.covariates.flatMap(({ values }) => filledIn(values, control, treatment));
  if (columns.length === 0) return null;
  const ofControl = summedUp(columns.map((column) => column.control));
  const ofTreatment = summedUp(columns.map((column) => column.treatment));
  if (ofControl.kind === 'error' || ofTreatment.kind === 'error') return null;
  return { columns, control: ofControl, treatment: ofTreatment };
}

/** By the first covariate of an arm: an arm that lacks no value has the same ones in every comparison. */
const summed = new WeakMap<Float64Array, ReturnType<typeof covariatesOf>>();

function summedUp(columns: readonly Float64Array[]): ReturnType<typeof covariatesOf> {
  const [first] = columns;
  const known = first && summed.get(first);
  if (known?.kind === 'computed' && known.lists.length === columns.length) {
    if (known.lists.every((list, k) => list === columns[k])) return known;
  }
  const found = covariatesOf(columns);
  if (first !== undefined) summed.set(first, found);
  return found;
}

type Filled = { readonly control: Float64Array; readonly treatment: Float64Array; readonly mean: number };

/** A missing value becomes the mean of both arms, and whether it was missing a covariate of its own. */
function filledIn(values: Float64Array, control: Int32Array, treatment: Int32Array): Filled[] {
  const given = { control: gathered(values, control), treatment: gathered(values, treatment) };
  let [sum, n] = [0, 0];
  for (const column of [given.control, given.treatment]) {
    for (let i = 0; i < column.length; i++) {
      const value = column[i]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      n += 1;
    }
  }
  const total = control.length + treatment.length;
  if (n === 0) return [];
  const mean = sum / n;
  if (n === total) return [{ ...given, mean }];
  const fill = (column: Float64Array) => column.map((value) => (Number.isNaN(value) ? mean : value));
  const absent = (column: Float64Array) => column.map((value) => (Number.isNaN(value) ? 1 : 0));
  return [
    { control: fill(given.control), treatment: fill(given.treatment), mean },
    { control: absent(given.control), treatment: absent(given.treatment), mean: 1 - n / total },
  ];
}

/** By a covariate's values and the memory of a list of rows. */
const ofRows = new WeakMap<Float64Array, WeakMap<ArrayBufferLike, Gathered>>();
/** A covariate of a whole list of rows, and of its beginnings and parts by where they lie. */
type Gathered = { readonly whole: Float64Array; readonly parts: Map<string, Float64Array> };

/** A covariate of some rows: one and the same column for the same rows. */
function gathered(values: Float64Array, rows: Int32Array): Float64Array {
  const ofValues = ofRows.get(values) ?? new WeakMap<ArrayBufferLike, Gathered>();
  ofRows.set(values, ofValues);
  const known = ofValues.get(rows.buffer) ?? { whole: at(values, new Int32Array(rows.buffer)), parts: new Map() };
  ofValues.set(rows.buffer, known);
  const from = rows.byteOffset / rows.BYTES_PER_ELEMENT;
  const place = `${from}+${rows.length}`;
  const part = known.parts.get(place) ?? known.whole.subarray(from, from + rows.length);
  known.parts.set(place, part);
  return part;
}
