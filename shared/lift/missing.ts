import { countInState } from './arm-sample.ts';
import type { ClusterColumn } from './cluster.ts';
import { chanceOf, type Valued } from './more-than-chance.ts';
import { MISSING, type OutcomeColumn, THERE } from './outcome.ts';
import type { UnitTable } from './unit-table.ts';

/** How many customers of each arm lack the outcome, and how rarely chance makes the arms differ in that. */
export type MissingByArm = { readonly control: number; readonly treatment: number; readonly p: number | null };

type ArmIndices = { readonly control: number; readonly treatment: number };

/** @param arms indices into the plan's arms */
export function missingByArm(
  units: UnitTable,
  outcome: OutcomeColumn,
  arms: ArmIndices,
  cluster: ClusterColumn,
): MissingByArm {
  const control = countInState(units, outcome, arms.control, MISSING);
  const treatment = countInState(units, outcome, arms.treatment, MISSING);
  if (control + treatment === 0) return { control, treatment, p: null };
  const asked = { control: askedOf(units, outcome, arms.control), treatment: askedOf(units, outcome, arms.treatment) };
  return { control, treatment, p: chanceOf('rate', asked, cluster) };
}

/** Everybody of an arm whose outcome is due, and whether it is missing. */
function askedOf(units: UnitTable, outcome: OutcomeColumn, arm: number): Valued {
  const n = countInState(units, outcome, arm, THERE) + countInState(units, outcome, arm, MISSING);
  const [rows, values] = [new Int32Array(n), new Float64Array(n)];
  let next = 0;
  for (let row = 0; row < units.arm.length; row++) {
    const state = outcome.state[row];
    if (units.arm[row] !== arm || (state !== THERE && state !== MISSING)) continue;
    rows[next] = row;
    values[next] = state === MISSING ? 1 : 0;
    next += 1;
  }
  return { rows, values };
}
