import type { Plan } from '#shared/plan/plan.ts';

/** A plan without the fields that were emptied: those left out and those set to nothing are the same to a reader. */
export function tidy(plan: Plan): Plan {
  return strip(plan) as Plan;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(kept.map(([name, field]) => [name, strip(field)]));
}
