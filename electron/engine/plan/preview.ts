import type { PlanPreview } from '#shared/api/contract.ts';
import type { RecordsReader } from '#shared/lift/records-reader.ts';
import { countExcluded, countOutside, outside, unitTable } from '#shared/lift/unit-table.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import type { ReadableDb } from '../store/db.ts';
import { exampleCustomers } from './examples.ts';

/**
 * Whom a plan would take, before it is saved: counts and a few examples; nothing is written.
 *
 * @param waiting customers of the population whom the plan would draw here: all, and those of them it would hold out
 */
export function previewPlan(
  plan: Plan,
  db: ReadableDb,
  records: RecordsReader,
  now: number,
  waiting: { readonly all: number; readonly heldOut: number },
): PlanPreview {
  const units = unitTable(plan, records, now);
  const text = catalogueOf('en').lift;
  const arms = Object.fromEntries(
    plan.arms.map((arm, index) => [arm.id, units.arm.reduce((n, here) => (here === index ? n + 1 : n), 0)]),
  );
  const inArms = Object.values(arms).reduce((sum, n) => sum + n, 0);
  const drawn = waiting.all - waiting.heldOut;
  const left = outside
    .filter((reason) => !(reason === 'no-arm' && plan.allocation.method !== 'imported'))
    .map((reason) => ({
      reason: text.outside[reason],
      n: countOutside(units, reason) + (reason === 'holdout' ? waiting.heldOut : 0),
    }))
    .filter(({ n }) => n > 0);
  // An exclusion that keeps nobody out is shown too: most likely it is not what was meant.
  const keptOut = countExcluded(units, plan).map(({ reason, n }) => ({ reason: text.outside.excluded(reason), n }));
  const notEligible = [...keptOut, ...left];
  return {
    imported: units.index.ids.length,
    eligible: inArms + drawn,
    arms,
    notEligible,
    examples: exampleCustomers(plan, units, db),
    findings: findings(plan, inArms + drawn, units.index.ids.length),
  };
}

function findings(plan: Plan, eligible: number, imported: number): string[] {
  if (imported === 0) return ['Nothing is imported yet: bring the exports in, then see here whom the plan takes.'];
  if (eligible > 0) return [];
  return plan.allocation.method === 'imported'
    ? [
        'Nobody of the population has an arm: check that the export that names the arms is imported, and that its values are listed.',
      ]
    : ['Nobody fits the population: check the trigger and its hours against the kinds of activity that were imported.'];
}
