import { basename } from 'node:path';
import type { RunStatus } from '#shared/api/contract.ts';
import { purpose } from '#shared/contact/contact-list.ts';
import { contacted } from '#shared/lift/exposure.ts';
import { countOutside, unitTable } from '#shared/lift/unit-table.ts';
import { pilotRecords } from '../lift/pilot-records.ts';
import { readPlan } from '../plan/plan-row.ts';
import type { ReadableDb } from '../store/db.ts';

/** How the run stands: who has an arm, who waits for one, who was reached, which lists went out. */
export function runStatus(db: ReadableDb, waiting: number, now: number): RunStatus {
  const { plan } = readPlan(db);
  const records = pilotRecords(db);
  const units = unitTable(plan, records, now);
  const assigned = Object.fromEntries(
    plan.arms.map((arm, index) => [arm.id, units.arm.reduce((n, here) => (here === index ? n + 1 : n), 0)]),
  );
  const heldOut = countOutside(units, 'holdout');
  const lists = db
    .all<{ at: number; arm: string; file: string; customers: number }>(
      'SELECT at, arm, file, customers FROM contact_list WHERE batch = (SELECT max(batch) FROM contact_list) ORDER BY id',
    )
    .map(({ at, arm, file, customers }) => {
      const planned = plan.arms.find((one) => one.id === arm);
      return {
        at: new Date(at).toISOString(),
        arm,
        file: basename(file),
        customers,
        purpose: planned ? purpose(planned, heldOut) : '',
      };
    });
  return {
    method: plan.allocation.method,
    eligible: Object.values(assigned).reduce((sum, n) => sum + n, 0) + heldOut + waiting,
    waiting,
    heldOut,
    assigned,
    contacted: contacted(plan, units, records, now),
    lists,
    contactSources: db.get<{ n: number }>("SELECT count(*) AS n FROM source WHERE kind = 'contacts'")?.n ?? 0,
  };
}
