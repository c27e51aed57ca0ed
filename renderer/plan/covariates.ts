import type { Analysis, Covariate } from '#shared/plan/plan.ts';
import { freeId } from './arms.ts';

export type ActivityCovariate = Exclude<Covariate, string>;

/** The covariates that are traits, and those that count what customers did before. */
export function covariatesOf(analysis: Analysis): { traits: string[]; activities: ActivityCovariate[] } {
  const all = analysis.covariates ?? [];
  return {
    traits: all.filter((one) => typeof one === 'string'),
    activities: all.filter((one) => typeof one !== 'string'),
  };
}

/** The analysis with these covariates; none at all leaves the field out. */
export function withCovariates(
  analysis: Analysis,
  traits: readonly string[],
  activities: readonly ActivityCovariate[],
): Analysis {
  const covariates = [...traits, ...activities];
  return { ...analysis, covariates: covariates.length === 0 ? undefined : covariates };
}

/** One more: how often something happened in the 90 days before. */
export function newCovariate(analysis: Analysis, activity: string): ActivityCovariate {
  const ids = (analysis.covariates ?? []).map((one) => (typeof one === 'string' ? one : one.id));
  return { id: freeId(ids, `${activity}_before`), kind: 'count', of: { activity }, daysBefore: 90 };
}

/** A sum adds up an amount; the others only ask whether and how often. */
export function withCovariateKind(covariate: ActivityCovariate, kind: ActivityCovariate['kind']): ActivityCovariate {
  const { activity } = covariate.of;
  return { ...covariate, kind, of: kind === 'sum' ? { activity, field: 'amount' } : { activity } };
}
