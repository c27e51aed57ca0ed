import { countInState } from './arm-sample.ts';
import { contacted } from './exposure.ts';
import type { LiftInput } from './lift-input.ts';
import type { Flow } from './lift-result.ts';
import { MISSING, NO_ANCHOR, type OutcomeColumn, WINDOW_OPEN } from './outcome.ts';
import type { RecordsReader } from './records-reader.ts';
import { countExcluded, countOutside, outside, rowsOfArm, type UnitTable } from './unit-table.ts';

/** From everybody imported to those analysed: who is in which arm, who was reached, and who was left out, and why. */
export function participantFlow(
  input: LiftInput,
  units: UnitTable,
  records: RecordsReader,
  primary: OutcomeColumn | undefined,
): Flow {
  const { plan, text } = input;
  const byArm = (count: (arm: number) => number) =>
    Object.fromEntries(plan.arms.map((arm, index) => [arm.id, count(index)]));
  const assigned = byArm((arm) => rowsOfArm(units, arm).length);
  const inState = (state: number) => (arm: number) => (primary ? countInState(units, primary, arm, state) : 0);
  const left = (state: number) => plan.arms.reduce((n, _, arm) => n + inState(state)(arm), 0);
  const excluded = [
    ...countExcluded(units, plan).map(({ reason, n }) => ({ reason: text.outside.excluded(reason), n })),
    ...outside.map((reason) => ({ reason: text.outside[reason], n: countOutside(units, reason) })),
    { reason: text.outside['window-open'], n: left(WINDOW_OPEN) },
    { reason: text.outside.missing, n: left(MISSING) },
    { reason: text.outside['no-anchor'], n: left(NO_ANCHOR) },
  ].filter(({ n }) => n > 0);
  const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, n) => sum + n, 0);
  const unassigned = plan.allocation.method === 'imported' ? 0 : countOutside(units, 'no-arm');
  return {
    imported: units.index.ids.length,
    eligible: total(assigned) + countOutside(units, 'two-arms') + countOutside(units, 'holdout') + unassigned,
    assigned,
    contacted: contacted(plan, units, records, input.asOf),
    analysed: byArm(inState(0)),
    excluded,
  };
}
