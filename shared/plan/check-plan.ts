import type { Condition, Metric, Plan } from './plan.ts';

/** One thing in a plan that cannot stand, with the path to it as people write it: `metrics[1].of`. */
export type PlanProblem = { readonly path: string; readonly sentence: string };

/** What the pilot's records hold, as far as a plan can refer to it. Empty lists where nothing is imported yet. */
export type KnownRecords = { readonly activities: readonly string[]; readonly traits: readonly string[] };

/** Kinds of activity every pilot understands, even before the first one is imported. */
export const standardActivities: readonly string[] = [
  'order',
  'cart',
  'visit',
  'refund',
  'email_sent',
  'email_opened',
  'email_clicked',
  'unsubscribe',
  'contact',
  'call',
  'complaint',
  'reply',
  'service_failure',
];

/**
 * What the schema cannot say: that the parts of a plan refer to each other, and to records that exist.
 * An activity that no record has is a problem only once there are records to compare with.
 */
export function checkPlan(plan: Plan, known: KnownRecords): PlanProblem[] {
  return [
    ...armProblems(plan),
    ...metricProblems(plan),
    ...decisionProblems(plan),
    ...analysisProblems(plan),
    ...activityProblems(plan, known),
  ];
}

/** What must be added before a plan can be sealed: an arm assigned here needs its intervention. */
export function sealProblems(plan: Plan): PlanProblem[] {
  if (plan.allocation.method === 'imported') return [];
  return plan.arms.flatMap((arm, i) =>
    arm.role === 'treatment' && arm.intervention === undefined
      ? [
          {
            path: `arms[${i}].intervention`,
            sentence: `say what happens to the customers of "${arm.id}" before sealing: channel, message, cost`,
          },
        ]
      : [],
  );
}

function armProblems(plan: Plan): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const controls = plan.arms.filter((arm) => arm.role === 'control').length;
  if (controls !== 1) problems.push({ path: 'arms', sentence: `one arm is the control; this plan has ${controls}` });
  problems.push(...repeated(plan.arms.map((arm) => arm.id)).map(([i, id]) => twice(`arms[${i}].id`, id)));
  if (plan.allocation.method === 'imported') {
    const ids = new Set(plan.arms.map((arm) => arm.id));
    for (const [value, id] of Object.entries(plan.allocation.from)) {
      if (!ids.has(id)) {
        problems.push({
          path: `allocation.from[${JSON.stringify(value)}]`,
          sentence: `no arm named "${id}"; known: ${[...ids].join(', ')}`,
        });
      }
    }
  }
  return problems;
}

function metricProblems(plan: Plan): PlanProblem[] {
  const problems = repeated(plan.metrics.map((metric) => metric.id)).map(([i, id]) => twice(`metrics[${i}].id`, id));
  if (!plan.metrics.some((metric) => metric.role === 'primary')) {
    problems.push({ path: 'metrics', sentence: 'name one primary metric: the one that decides' });
  }
  plan.metrics.forEach((metric, i) => {
    problems.push(...oneMetric(metric).map((p) => ({ ...p, path: `metrics[${i}]${p.path}` })));
  });
  return problems;
}

function oneMetric(metric: Metric): PlanProblem[] {
  const problems: PlanProblem[] = [];
  if (metric.role === 'guardrail' && metric.margin === undefined) {
    problems.push({ path: '.margin', sentence: 'a guardrail needs a margin: how much worse is still acceptable' });
  }
  if (metric.kind === 'ratio' && metric.per === undefined) {
    problems.push({ path: '.per', sentence: 'a ratio needs "per": what it is divided by' });
  }
  if (metric.kind === 'sum' && 'activity' in metric.of && metric.of.field === undefined) {
    problems.push({ path: '.of.field', sentence: 'a sum needs a field to add up, such as "amount"' });
  }
  if (metric.kind === 'mean' && 'activity' in metric.of) {
    problems.push({
      path: '.of',
      sentence: 'a mean is taken of a trait or a score; use "sum" or "count" for activities',
    });
  }
  if (metric.kind === 'nps' && !('score' in metric.of)) {
    problems.push({ path: '.of', sentence: 'an NPS is taken of a score, such as {"score": "nps"}' });
  }
  return problems;
}

function decisionProblems(plan: Plan): PlanProblem[] {
  const named = plan.metrics.find((metric) => metric.id === plan.decision.scaleIf.metric);
  if (named === undefined) {
    return [
      {
        path: 'decision.scaleIf.metric',
        sentence: `no metric named "${plan.decision.scaleIf.metric}"; known: ${plan.metrics.map((m) => m.id).join(', ')}`,
      },
    ];
  }
  return named.role === 'primary'
    ? []
    : [{ path: 'decision.scaleIf.metric', sentence: `"${named.id}" is a ${named.role} metric; a primary one decides` }];
}

function analysisProblems(plan: Plan): PlanProblem[] {
  if (plan.analysis.peeking !== 'planned') return [];
  return (plan.analysis.looks ?? []).length > 0
    ? []
    : [{ path: 'analysis.looks', sentence: 'planned looks need their dates: "looks": ["2026-11-01", …]' }];
}

function activityProblems(plan: Plan, known: KnownRecords): PlanProblem[] {
  if (known.activities.length === 0) return [];
  return activitiesNamed(plan).flatMap(({ path, activity }) =>
    known.activities.includes(activity) || standardActivities.includes(activity)
      ? []
      : [{ path, sentence: `no activity named "${activity}"; known: ${[...known.activities].sort().join(', ')}` }],
  );
}

function activitiesNamed(plan: Plan): { path: string; activity: string }[] {
  const named: { path: string; activity: string }[] = [];
  if (!('everyone' in plan.population)) {
    const { trigger, where } = plan.population;
    if (trigger) named.push({ path: 'population.trigger.activity', activity: trigger.activity });
    if (trigger?.unless) named.push({ path: 'population.trigger.unless.activity', activity: trigger.unless.activity });
    if (where) named.push(...inCondition(where, 'population.where'));
  }
  plan.metrics.forEach((metric, i) => {
    if ('activity' in metric.of) named.push({ path: `metrics[${i}].of`, activity: metric.of.activity });
    if (metric.per && 'activity' in metric.per)
      named.push({ path: `metrics[${i}].per`, activity: metric.per.activity });
  });
  return named;
}

function inCondition(condition: Condition, path: string): { path: string; activity: string }[] {
  if ('all' in condition) return condition.all.flatMap((c, i) => inCondition(c, `${path}.all[${i}]`));
  if ('any' in condition) return condition.any.flatMap((c, i) => inCondition(c, `${path}.any[${i}]`));
  return 'activity' in condition ? [{ path, activity: condition.activity }] : [];
}

function repeated(ids: readonly string[]): [number, string][] {
  return ids.flatMap((id, i): [number, string][] => (ids.indexOf(id) < i ? [[i, id]] : []));
}

function twice(path: string, id: string): PlanProblem {
  return { path, sentence: `"${id}" is used twice; every id is unique` };
}
