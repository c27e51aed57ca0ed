import type { PlanProblem } from './check-plan.ts';
import { type KnownNames, type KnownRecords, standardActivities } from './known-records.ts';
import type { Metric, MetricField, Plan } from './plan.ts';
import { conditionsNamed, populationParts } from './population.ts';

/** So many known names are listed in a sentence. */
const MOST_LISTED = 20;

/**
 * Every name in the plan that the records do not have, with the names they do have. A sort of record of which nothing
 * is imported yet is not compared, nor a metric that says its outcomes come with a later export.
 */
export function nameProblems(plan: Plan, known: KnownRecords): PlanProblem[] {
  return [
    ...populationNames(plan, known),
    ...armValueNames(plan, known),
    ...stratumNames(plan, known),
    ...plan.metrics.flatMap((metric, i) => metricNames(metric, `metrics[${i}]`, known)),
    ...covariateNames(plan, known),
    ...segmentNames(plan, known),
  ];
}

/**
 * Names that must be there when the pilot starts, and are not, although something was imported: who is in and how the
 * arms are drawn cannot be decided by records that are yet to come. Asked before sealing.
 */
export function namesMissingAtStart(plan: Plan, known: KnownRecords): PlanProblem[] {
  if (![known.activities, known.traits, known.armValues].some((names) => names.any())) return [];
  const asked = { ...known, traits: { ...known.traits, any: () => true } };
  return [...populationNames(plan, asked), ...stratumNames(plan, asked), ...covariateNames(plan, asked)];
}

function populationNames(plan: Plan, known: KnownRecords): PlanProblem[] {
  const { trigger } = populationParts(plan);
  const triggers = trigger === undefined ? [] : activity('population.trigger.activity', trigger.activity, known);
  const unless =
    trigger?.unless === undefined ? [] : activity('population.trigger.unless.activity', trigger.unless.activity, known);
  const conditions = conditionsNamed(plan).flatMap(({ path, condition }) =>
    'activity' in condition ? activity(path, condition.activity, known) : trait(path, condition.trait, known),
  );
  return [...triggers, ...unless, ...conditions];
}

/** A value that no export has, where without it nobody comes into the arm. */
function armValueNames({ allocation, arms }: Plan, { armValues }: KnownRecords): PlanProblem[] {
  if (allocation.method !== 'imported' || !armValues.any()) return [];
  const values = Object.entries(allocation.from);
  return arms.flatMap(({ id }) => {
    const named = values.filter(([, arm]) => arm === id).map(([value]) => value);
    if ([...named, ...(id in allocation.from ? [] : [id])].some(armValues.has)) return [];
    if (named.length === 0) {
      return [
        { path: 'allocation.from', sentence: `no value in the data names the arm "${id}"; ${listed(armValues)}` },
      ];
    }
    return named.map((value) => ({
      path: `allocation.from[${JSON.stringify(value)}]`,
      sentence: `no customer has this value, so nobody is in the arm "${id}"; ${listed(armValues)}`,
    }));
  });
}

function stratumNames({ allocation }: Plan, known: KnownRecords): PlanProblem[] {
  const { cluster } = allocation;
  return [
    ...(cluster === undefined ? [] : trait('allocation.cluster.trait', cluster.trait, known)),
    ...strataOf(allocation, known),
  ];
}

function strataOf(allocation: Plan['allocation'], known: KnownRecords): PlanProblem[] {
  if (allocation.method !== 'stratified') return [];
  return (allocation.strata ?? []).flatMap((name, i) => trait(`allocation.strata[${i}]`, name, known));
}

function metricNames(metric: Metric, path: string, known: KnownRecords): PlanProblem[] {
  if (metric.arrives === 'later') return [];
  const problems = [
    ...field(`${path}.of`, metric.of, known),
    ...(metric.per === undefined ? [] : field(`${path}.per`, metric.per, known)),
  ];
  return problems.map((problem) => ({
    ...problem,
    sentence: `${problem.sentence}${'trait' in metric.of || 'score' in metric.of ? '. If it comes with a later export, say "arrives": "later"' : ''}`,
  }));
}

function covariateNames({ analysis }: Plan, known: KnownRecords): PlanProblem[] {
  return (analysis.covariates ?? []).flatMap((covariate, i) => {
    const path = `analysis.covariates[${i}]`;
    return typeof covariate === 'string' ? trait(path, covariate, known) : field(`${path}.of`, covariate.of, known);
  });
}

function segmentNames({ analysis }: Plan, known: KnownRecords): PlanProblem[] {
  return (analysis.segments ?? []).flatMap((name, i) => trait(`analysis.segments[${i}]`, name, known));
}

function field(path: string, of: MetricField, known: KnownRecords): PlanProblem[] {
  if ('trait' in of) return trait(path, of.trait, known);
  if ('score' in of) return unknown(path, 'score', of.score, known.scores);
  const problems = activity(path, of.activity, known);
  if (problems.length > 0 || of.field === undefined || of.field === 'amount') return problems;
  const fields = known.fields(of.activity);
  return unknown(`${path}.field`, `field of "${of.activity}"`, of.field, fields);
}

function trait(path: string, name: string, { traits }: KnownRecords): PlanProblem[] {
  return unknown(path, 'trait', name, traits);
}

function activity(path: string, kind: string, { activities }: KnownRecords): PlanProblem[] {
  return standardActivities.has(kind) ? [] : unknown(path, 'activity', kind, activities);
}

function unknown(path: string, what: string, name: string, names: KnownNames): PlanProblem[] {
  if (names.has(name) || !names.any()) return [];
  return [{ path, sentence: `no ${what} named "${name}"; ${listed(names)}` }];
}

function listed(names: KnownNames): string {
  const all = names.list();
  if (all.length === 0) return 'none is imported yet';
  const more = all.length > MOST_LISTED ? ` and ${all.length - MOST_LISTED} more` : '';
  return `known: ${all.slice(0, MOST_LISTED).join(', ')}${more}`;
}
