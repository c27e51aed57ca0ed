import { HELD_OUT } from '../assign/holdout.ts';
import type { Plan } from '../plan/plan.ts';
import { populationParts } from '../plan/population.ts';
import { meetsCondition } from './condition-filter.ts';
import { type CustomerIndex, customerIndex } from './customer-index.ts';
import type { ArmColumns, RecordsReader } from './records-reader.ts';
import { triggerMoments } from './trigger-moment.ts';

/** Why a customer is not in the analysis, in the order in which it is asked. */
export const outside = ['not-in-population', 'no-arm', 'unknown-arm', 'two-arms', 'holdout'] as const;
export type Outside = (typeof outside)[number];

/** One row a customer of the pilot file: where it stands and from when its windows run. */
export type UnitTable = {
  readonly index: CustomerIndex;
  /**
   * Index into the plan's arms; −1 − k where `outside[k]` says why there is none, and beyond those the plan's
   * exclusions, in their order.
   */
  readonly arm: Int8Array;
  /** Milliseconds UTC; NaN where nothing dates the customer. */
  readonly anchor: Float64Array;
  /** 1 where the anchor is a date without a time. */
  readonly anchorDay: Uint8Array;
};

/**
 * Who is in the pilot, in which arm, and the anchor of each: the first qualifying trigger; without a trigger the
 * date of the row that named the arm; else the assignment.
 *
 * Of several exclusions the first that holds counts. Whoever was assigned here stays in, since exclusions are decided
 * before that: consent withdrawn because of the treatment must not take a customer out of its arm.
 *
 * @param now stands in as the moment before which activities count, for customers whom nothing dates yet
 */
export function unitTable(plan: Plan, records: RecordsReader, now: number): UnitTable {
  const index = customerIndex(records.customers());
  const n = index.ids.length;
  const named = namedArms(
    plan,
    index,
    plan.allocation.method === 'imported' ? records.armsNamed() : records.assignments(),
  );
  const { trigger, where, exclude } = populationParts(plan);
  const triggered = trigger ? triggerMoments(trigger, index, records) : null;
  const anchor = triggered ?? named.at;
  const anchorDay = triggered ? new Uint8Array(n) : named.day;
  const before = triggered ?? named.at.map((at) => (Number.isNaN(at) ? now : at));
  const met = where ? meetsCondition(where, index, records, before) : null;
  const keptOut = exclude.map((one) => meetsCondition(one.where, index, records, before));
  const open = plan.allocation.method === 'imported' ? null : code('no-arm');
  const arm = named.arm;
  const notInPopulation = code('not-in-population');
  for (let row = 0; row < n; row++) {
    const inPopulation = (triggered === null || !Number.isNaN(triggered[row])) && (met === null || met[row] === 1);
    if (!inPopulation) arm[row] = notInPopulation;
    else if (open === null || arm[row] === open) {
      const reason = keptOut.findIndex((rows) => rows[row] === 1);
      if (reason >= 0) arm[row] = exclusionCode(reason);
    }
  }
  return { index, arm, anchor, anchorDay };
}

const rowsOfArms = new WeakMap<UnitTable, readonly Int32Array[]>();

/** The rows of everybody in an arm, ascending; listed at the first asking only. */
export function rowsOfArm(units: UnitTable, arm: number): Int32Array {
  const known = rowsOfArms.get(units) ?? rowsByArm(units.arm);
  rowsOfArms.set(units, known);
  return known[arm] ?? new Int32Array(0);
}

/** The rows of each arm, ascending. */
export function rowsByArm(arm: Int8Array): readonly Int32Array[] {
  const sizes: number[] = [];
  for (let row = 0; row < arm.length; row++) if (arm[row]! >= 0) sizes[arm[row]!] = (sizes[arm[row]!] ?? 0) + 1;
  const rows = Array.from(sizes, (size) => new Int32Array(size ?? 0));
  const next = new Int32Array(rows.length);
  for (let row = 0; row < arm.length; row++) {
    const of = arm[row]!;
    if (of >= 0) rows[of]![next[of]!++] = row;
  }
  return rows;
}

/** How many customers of the table stand outside for a reason. */
export function countOutside(units: UnitTable, reason: Outside): number {
  return countCode(units, code(reason));
}

/** How many customers each of the plan's exclusions kept out, in their order. */
export function countExcluded(units: UnitTable, plan: Plan): { reason: string; n: number }[] {
  return populationParts(plan).exclude.map(({ reason }, i) => ({ reason, n: countCode(units, exclusionCode(i)) }));
}

function countCode(units: UnitTable, wanted: number): number {
  let sum = 0;
  for (let row = 0; row < units.arm.length; row++) if (units.arm[row] === wanted) sum += 1;
  return sum;
}

function exclusionCode(index: number): number {
  return -1 - outside.length - index;
}

function code(reason: Outside): number {
  return -1 - outside.indexOf(reason);
}

function namedArms(plan: Plan, index: CustomerIndex, columns: ArmColumns) {
  const n = index.ids.length;
  const [none, two] = [code('no-arm'), code('two-arms')];
  const arm = new Int8Array(n).fill(none);
  const at = new Float64Array(n).fill(Number.NaN);
  const day = new Uint8Array(n);
  const arms = columns.levels.map(armLookup(plan));
  for (let i = 0; i < columns.customer.length; i++) {
    const row = index.row(columns.customer[i]!);
    if (row < 0) continue;
    const here = arms[columns.code[i]!]!;
    const before = arm[row]!;
    if (before === none) arm[row] = here;
    else if (before !== here) arm[row] = eitherUnknown(before, here) ? code('unknown-arm') : two;
    const moment = columns.at[i]!;
    if (!Number.isNaN(moment) && !(at[row]! <= moment)) {
      at[row] = moment;
      day[row] = columns.day[i]!;
    }
  }
  return { arm, at, day };
}

function eitherUnknown(a: number, b: number): boolean {
  return a === code('unknown-arm') || b === code('unknown-arm');
}

function armLookup(plan: Plan): (value: string) => number {
  const ids = plan.arms.map((arm) => arm.id);
  if (plan.allocation.method !== 'imported') {
    const byId = new Map(ids.map((id, i) => [id, i])).set(HELD_OUT, code('holdout'));
    return (value) => byId.get(value) ?? code('unknown-arm');
  }
  const byValue = new Map(Object.entries(plan.allocation.from).map(([value, id]) => [value, ids.indexOf(id)]));
  for (const [i, id] of ids.entries()) if (!byValue.has(id)) byValue.set(id, i);
  return (value) => byValue.get(value) ?? code('unknown-arm');
}
