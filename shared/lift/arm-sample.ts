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
  const found = new Int32Array(units.arm.length);
  let n = 0;
  for (let row = 0; row < units.arm.length; row++) {
    if (units.arm[row] === arm && outcome.state[row] === THERE) found[n++] = row;
  }
  const rows = shared(units, arm, found.subarray(0, n));
  return {
    rows,
    values: at(outcome.value, rows),
    per: outcome.per && at(outcome.per, rows),
    closes: at(outcome.closes, rows),
  };
}

/** Lists of rows by arm: metrics that hold the same customers hold the same list. */
const lists = new WeakMap<UnitTable, Map<number, Int32Array[]>>();

function shared(units: UnitTable, arm: number, rows: Int32Array): Int32Array {
  const ofUnits = lists.get(units) ?? new Map<number, Int32Array[]>();
  lists.set(units, ofUnits);
  const ofArm = ofUnits.get(arm) ?? [];
  ofUnits.set(arm, ofArm);
  const same = ofArm.find((list) => isSame(list, rows));
  if (same !== undefined) return same;
  const list = rows.slice();
  ofArm.push(list);
  return list;
}

function isSame(a: Int32Array, b: Int32Array): boolean {
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
