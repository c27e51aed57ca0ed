import type { Plan } from '../plan/plan.ts';
import type { RecordsReader } from './records-reader.ts';
import { DAY } from './trigger-moment.ts';
import type { UnitTable } from './unit-table.ts';

/**
 * Who was reached: an activity that the plan counts as exposure, from the day of the anchor on and before `asOf`; one
 * number a row of the unit table. Null where the plan names no exposure at all.
 */
export function reachedRows(plan: Plan, units: UnitTable, records: RecordsReader, asOf: number): Uint8Array | null {
  const kinds = [...new Set(plan.arms.flatMap((arm) => arm.intervention?.exposure?.activity ?? []))];
  if (kinds.length === 0) return null;
  const reached = new Uint8Array(units.arm.length);
  for (const kind of kinds) {
    const events = records.activities(kind, null);
    for (let i = 0; i < events.customer.length; i++) {
      const row = units.index.row(events.customer[i] ?? 0);
      if (row < 0) continue;
      const at = events.at[i] ?? Number.NaN;
      const anchor = units.anchor[row] ?? Number.NaN;
      if (at < asOf && (Number.isNaN(anchor) || at > anchor - DAY)) reached[row] = 1;
    }
  }
  return reached;
}

/** How many customers of each arm were reached; nothing where the plan names no exposure. */
export function contacted(plan: Plan, units: UnitTable, records: RecordsReader, asOf: number): Record<string, number> {
  const reached = reachedRows(plan, units, records, asOf);
  if (reached === null) return {};
  return Object.fromEntries(
    plan.arms.map((arm, index) => {
      let n = 0;
      for (let row = 0; row < reached.length; row++) if (reached[row] === 1 && units.arm[row] === index) n += 1;
      return [arm.id, n];
    }),
  );
}
