import type { PlanPreview } from '#shared/api/contract.ts';
import type { UnitTable } from '#shared/lift/unit-table.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { ReadableDb } from '../store/db.ts';

const EXAMPLES = 5;
/** How a unit table marks a customer of the population who has no arm yet. */
const NO_ARM = -2;

/** A few customers the plan takes, spread evenly over all of them: by the team's own customer number, never by name. */
export function exampleCustomers(plan: Plan, units: UnitTable, db: ReadableDb): PlanPreview['examples'] {
  const waits = plan.allocation.method !== 'imported';
  const rows = [...units.arm.keys()].filter((row) => {
    const arm = units.arm[row] ?? NO_ARM;
    return arm >= 0 || (waits && arm === NO_ARM);
  });
  const n = Math.min(EXAMPLES, rows.length);
  return Array.from({ length: n }, (_, i) => {
    const row = rows[Math.floor((i * rows.length) / n)] ?? 0;
    const customer = units.index.ids[row] ?? 0;
    const anchor = units.anchor[row] ?? Number.NaN;
    return {
      customer,
      number: numberOf(db, customer),
      from: Number.isNaN(anchor) ? null : new Date(anchor).toISOString(),
    };
  });
}

function numberOf(db: ReadableDb, customer: number): string | null {
  const sql = "SELECT value FROM identity WHERE customer = ? AND kind LIKE 'number:%' ORDER BY kind, value LIMIT 1";
  return db.get<{ value: string }>(sql, [customer])?.value ?? null;
}
