import { type OutcomeColumn, THERE } from './outcome.ts';
import { rowsByArm, type UnitTable } from './unit-table.ts';

/** The analysed customers of one arm, in the order of their ids. */
export type ArmSample = {
  /** Each customer's row in the unit table. */
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** The denominators of a ratio metric, else null. */
  readonly per: Float64Array | null;
  /** When each window closed; NaN for a metric without a window. */
  readonly closes: Float64Array;
};

/** @param arm index into the plan's arms */
export function armSample(units: UnitTable, outcome: OutcomeColumn, arm: number): ArmSample {
  const rows = rowsThere(units, outcome)[arm] ?? new Int32Array(0);
  return {
    rows,
    values: at(outcome.value, rows),
    per: outcome.per && at(outcome.per, rows),
    closes: closesOf(outcome, rows),
  };
}

const placed = new WeakMap<UnitTable, WeakMap<Uint8Array, readonly Int32Array[]>>();

/** The rows to be analysed, by arm. Metrics with the same customers share the lists, and so all that is made of them. */
function rowsThere(units: UnitTable, { state }: OutcomeColumn): readonly Int32Array[] {
  const ofUnits = placed.get(units) ?? new WeakMap<Uint8Array, readonly Int32Array[]>();
  placed.set(units, ofUnits);
  const found = ofUnits.get(state) ?? rowsByArm(units.arm.map((arm, row) => (state[row] === THERE ? arm : -1)));
  ofUnits.set(state, found);
  return found;
}

const closing = new WeakMap<Float64Array, WeakMap<Int32Array, Float64Array>>();

/** When the windows of some rows close: one and the same column for metrics whose windows are the same. */
function closesOf({ closes }: OutcomeColumn, rows: Int32Array): Float64Array {
  const ofCloses = closing.get(closes) ?? new WeakMap<Int32Array, Float64Array>();
  closing.set(closes, ofCloses);
  const found = ofCloses.get(rows) ?? at(closes, rows);
  ofCloses.set(rows, found);
  return found;
}

/** The places of a column that are asked for, in the order asked. */
export function at(column: Float64Array, places: Int32Array): Float64Array {
  const picked = new Float64Array(places.length);
  for (let i = 0; i < picked.length; i++) picked[i] = column[places[i]!]!;
  return picked;
}

/** The customers of a sample that stay. */
export function keptOf(sample: ArmSample, stays: (i: number) => boolean): ArmSample {
  const places = new Int32Array(sample.rows.length);
  let n = 0;
  for (let i = 0; i < places.length; i++) if (stays(i)) places[n++] = i;
  const chosen = places.subarray(0, n);
  return {
    rows: chosen.map((i) => sample.rows[i]!),
    values: at(sample.values, chosen),
    per: sample.per && at(sample.per, chosen),
    closes: at(sample.closes, chosen),
  };
}

/** By arm and state, for the states of each outcome that was asked for. */
const counts = new WeakMap<UnitTable, WeakMap<Uint8Array, Int32Array>>();
const STATES = 4;

/** How many customers of an arm are in one state of an outcome. */
export function countInState(units: UnitTable, { state: states }: OutcomeColumn, arm: number, state: number): number {
  const ofUnits = counts.get(units) ?? new WeakMap<Uint8Array, Int32Array>();
  counts.set(units, ofUnits);
  const known = ofUnits.get(states) ?? counted(units, states);
  ofUnits.set(states, known);
  return known[arm * STATES + state] ?? 0;
}

function counted(units: UnitTable, states: Uint8Array): Int32Array {
  let last = -1;
  for (let row = 0; row < units.arm.length; row++) if (units.arm[row]! > last) last = units.arm[row]!;
  const found = new Int32Array((last + 1) * STATES);
  for (let row = 0; row < units.arm.length; row++) {
    const arm = units.arm[row]!;
    if (arm >= 0) found[arm * STATES + states[row]!]! += 1;
  }
  return found;
}

/** How many values are other than 0. */
export function countNonZero(values: Float64Array): number {
  let n = 0;
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) n += 1;
  return n;
}

const cappedAt = new WeakMap<Float64Array, Map<number, Float64Array>>();

/** The same values with everything above `cap` brought down to it. */
export function capped(values: Float64Array, cap: number): Float64Array {
  const caps = cappedAt.get(values) ?? new Map<number, Float64Array>();
  cappedAt.set(values, caps);
  const known = caps.get(cap);
  if (known !== undefined) return known;
  const within = new Float64Array(values.length);
  for (let i = 0; i < within.length; i++) within[i] = Math.min(values[i]!, cap);
  caps.set(cap, within);
  return within;
}
