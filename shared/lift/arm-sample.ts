import { type OutcomeColumn, THERE } from './outcome.ts';
import type { UnitTable } from './unit-table.ts';

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
  const rows = rowsByArm(units, outcome)[arm] ?? new Int32Array(0);
  return {
    rows,
    values: at(outcome.value, rows),
    per: outcome.per && at(outcome.per, rows),
    closes: at(outcome.closes, rows),
  };
}

type Placed = { readonly state: Uint8Array; readonly rows: readonly Int32Array[] };
const placed = new WeakMap<UnitTable, Placed[]>();

/** The rows to be analysed, by arm. Metrics with the same customers share the lists, and so all that is made of them. */
function rowsByArm(units: UnitTable, { state }: OutcomeColumn): readonly Int32Array[] {
  const known = placed.get(units) ?? [];
  placed.set(units, known);
  const same = known.find((one) => one.state === state || isSame(one.state, state));
  if (same !== undefined) return same.rows;
  const sizes: number[] = [];
  for (let row = 0; row < state.length; row++) {
    const arm = units.arm[row]!;
    if (arm >= 0 && state[row] === THERE) sizes[arm] = (sizes[arm] ?? 0) + 1;
  }
  const rows = Array.from(sizes, (size) => new Int32Array(size ?? 0));
  const next = new Int32Array(rows.length);
  for (let row = 0; row < state.length; row++) {
    const arm = units.arm[row]!;
    if (arm >= 0 && state[row] === THERE) rows[arm]![next[arm]!++] = row;
  }
  known.push({ state, rows });
  return rows;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
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

/** By arm and state, of each outcome that was asked for. */
const counts = new WeakMap<OutcomeColumn, Map<number, number>>();
const STATES = 4;

/** How many customers of an arm are in one state of an outcome. */
export function countInState(units: UnitTable, outcome: OutcomeColumn, arm: number, state: number): number {
  const known = counts.get(outcome) ?? counted(units, outcome);
  counts.set(outcome, known);
  return known.get(arm * STATES + state) ?? 0;
}

function counted(units: UnitTable, outcome: OutcomeColumn): Map<number, number> {
  let last = -1;
  for (let row = 0; row < units.arm.length; row++) if (units.arm[row]! > last) last = units.arm[row]!;
  const found = new Int32Array((last + 1) * STATES);
  for (let row = 0; row < units.arm.length; row++) {
    const arm = units.arm[row]!;
    if (arm >= 0) found[arm * STATES + outcome.state[row]!]! += 1;
  }
  return new Map(found.entries());
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
