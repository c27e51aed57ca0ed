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
  const rows: number[] = [];
  for (let row = 0; row < units.arm.length; row++) {
    if (units.arm[row] === arm && outcome.state[row] === THERE) rows.push(row);
  }
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] ?? Number.NaN);
  return {
    rows: Int32Array.from(rows),
    values: pick(outcome.value),
    per: outcome.per && pick(outcome.per),
    closes: pick(outcome.closes),
  };
}

/** How many customers of an arm are in one state of an outcome. */
export function countInState(units: UnitTable, outcome: OutcomeColumn, arm: number, state: number): number {
  let n = 0;
  for (let row = 0; row < units.arm.length; row++) if (units.arm[row] === arm && outcome.state[row] === state) n += 1;
  return n;
}

/** The same values with everything above `cap` brought down to it. */
export function capped(values: Float64Array, cap: number): Float64Array {
  return values.map((value) => Math.min(value, cap));
}
