import { z } from 'zod';
import type { Metric, Plan } from './plan.ts';

/** How a metric's printed figures come out of the pilot file: a statement that prints what methods of `calc` read. */
export const metricRecipe = z.object({
  treatment: z.string(),
  /** Which headline estimate it is of; of an adjusted one also the raw one is there. */
  headline: z.enum(['cluster', 'ratio', 'adjusted', 'raw']),
  /** The difference's method first; its lift is in the same answer, or is the second's. */
  methods: z.array(z.string()),
  sql: z.string(),
});
export type MetricRecipe = Readonly<z.infer<typeof metricRecipe>>;

/** A metric as SQL over the pilot file: what is counted by arm, and what its figures are computed from. */
export const metricStatement = z.object({ metric: z.string(), sql: z.string(), recipes: z.array(metricRecipe) });
export type MetricStatement = z.infer<typeof metricStatement>;

/** Which headline estimates a metric may have under a plan, the first unless too little is there to adjust by. */
export function headlinesOf({ allocation, analysis }: Plan, kind: Metric['kind']): MetricRecipe['headline'][] {
  if (allocation.cluster !== undefined) return ['cluster'];
  if (kind === 'ratio') return ['ratio'];
  const adjusted = (analysis.covariates ?? []).length > 0 || isStratified(allocation);
  return adjusted ? ['adjusted', 'raw'] : ['raw'];
}

/** The methods of `calc` behind a headline estimate: the difference's, and the lift's where it is another. */
export function calcMethodsOf(
  { allocation }: Plan,
  kind: Metric['kind'],
  headline: MetricRecipe['headline'],
): string[] {
  switch (headline) {
    case 'cluster':
      return [kind === 'ratio' ? 'ratio-metric' : 'cluster-difference'];
    case 'ratio':
      return ['ratio-metric'];
    case 'adjusted':
      return [isStratified(allocation) ? 'post-stratified' : 'cuped'];
    case 'raw':
      return kind === 'conversion' ? ['proportion-difference', 'proportion-ratio'] : ['mean-difference', 'mean-ratio'];
  }
}

export function isStratified(allocation: Plan['allocation']): boolean {
  return allocation.method === 'stratified' && (allocation.strata ?? []).length > 0;
}
