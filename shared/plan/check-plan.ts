import { nameProblems, namesMissingAtStart } from './check-names.ts';
import type { KnownRecords } from './known-records.ts';
import type { Metric, Plan } from './plan.ts';
import { conditionsNamed, populationParts } from './population.ts';

/** One thing in a plan that cannot stand, with the path to it as people write it: `metrics[1].of`. */
export type PlanProblem = { readonly path: string; readonly sentence: string };

/**
 * What the schema cannot say: that the parts of a plan refer to each other, and to records that exist.
 * A name that no record has is a problem only once there are records to compare with.
 */
export function checkPlan(plan: Plan, known: KnownRecords): PlanProblem[] {
  return [
    ...exclusionProblems(plan),
    ...armProblems(plan),
    ...metricProblems(plan),
    ...decisionProblems(plan),
    ...analysisProblems(plan),
    ...nameProblems(plan, known),
  ];
}

/** What must be added before a plan can be sealed: an arm assigned here needs its intervention, every name its records. */
export function sealProblems(plan: Plan, known: KnownRecords): PlanProblem[] {
  const missing = namesMissingAtStart(plan, known);
  if (plan.allocation.method === 'imported') return missing;
  const undescribed = plan.arms.flatMap((arm, i) =>
    arm.role === 'treatment' && arm.intervention === undefined
      ? [
          {
            path: `arms[${i}].intervention`,
            sentence: `say what happens to the customers of "${arm.id}" before sealing: channel, message, cost`,
          },
        ]
      : [],
  );
  return [...missing, ...undescribed];
}

/** An empty group would keep everybody out, or nobody. */
function exclusionProblems(plan: Plan): PlanProblem[] {
  const { exclude } = populationParts(plan);
  const named = conditionsNamed(plan).map(({ path }) => path);
  const empty = exclude.flatMap(({ reason }, i) =>
    named.some((path) => path.startsWith(`population.exclude[${i}].`))
      ? []
      : [{ path: `population.exclude[${i}].where`, sentence: `say who is kept out as "${reason}": add a condition` }],
  );
  const twins = repeated(exclude.map(({ reason }) => reason));
  return [...empty, ...twins.map(([i, reason]) => twice(`population.exclude[${i}].reason`, reason))];
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
  if ('activity' in metric.of && metric.of.atLeast !== undefined && metric.kind !== 'conversion') {
    problems.push({ path: '.of.atLeast', sentence: 'only a conversion asks for at least so many' });
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

function repeated(ids: readonly string[]): [number, string][] {
  return ids.flatMap((id, i): [number, string][] => (ids.indexOf(id) < i ? [[i, id]] : []));
}

function twice(path: string, id: string): PlanProblem {
  return { path, sentence: `"${id}" is used twice; every one has a name of its own` };
}
