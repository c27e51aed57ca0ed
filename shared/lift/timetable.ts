import type { Plan } from '../plan/plan.ts';

/** Up to which moment a look sees outcomes. Only a plan with dated looks says something other than "up to now". */
export type Sight =
  | { readonly kind: 'now'; readonly at: number }
  | {
      readonly kind: 'planned';
      /** The last planned look whose day has come, milliseconds UTC: what is shown is as of then, until the next. */
      readonly at: number;
      /** Counts from 1. */
      readonly look: number;
      /** Every planned look, ascending. */
      readonly dates: readonly number[];
      readonly next: number | null;
    }
  | { readonly kind: 'waiting'; readonly next: number };

/** What may be seen at `asOf`: between planned looks nothing new, before the first one nothing at all. */
export function sightOf({ analysis }: Plan, asOf: number): Sight {
  if (analysis.peeking !== 'planned') return { kind: 'now', at: asOf };
  const dates = [...new Set((analysis.looks ?? []).map((date) => Date.parse(date)))].sort((a, b) => a - b);
  const look = dates.filter((date) => date <= asOf).length;
  const next = dates[look] ?? null;
  const at = dates[look - 1];
  if (at !== undefined) return { kind: 'planned', at, look, dates, next };
  return next === null ? { kind: 'now', at: asOf } : { kind: 'waiting', next };
}

/** A planned look's day, as it is written. */
export function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
