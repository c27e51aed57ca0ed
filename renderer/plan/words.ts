import type { Formatter } from '#shared/format/formatter.ts';
import { metricUnit } from '#shared/plan/metric-unit.ts';
import type { Allocation, Analysis, Condition, Metric, MetricField, Population } from '#shared/plan/plan.ts';
import { populationParts } from '#shared/plan/population.ts';
import { assertNever } from '#shared/stats/result.ts';
import { nameIn } from './metrics.ts';

/** The population as one sentence. */
export function populationWords(population: Population): string {
  const { trigger, where, exclude } = populationParts({ population });
  const keptOut = exclude.map((one) => `${one.reason} (${conditionWords(one.where)})`);
  const left = keptOut.length === 0 ? '' : ` Kept out: ${keptOut.join('; ')}.`;
  if ('everyone' in population) return `Everyone in the data.${left}`;
  const unless =
    trigger?.unless === undefined
      ? ''
      : `, unless “${trigger.unless.activity}” follows within ${hours(trigger.unless.withinHours)}`;
  const start = trigger === undefined ? 'Every customer' : `Customers from their first “${trigger.activity}”${unless}`;
  return `${start}${where === undefined ? '' : `, if ${conditionWords(where)}`}.${left}`;
}

function conditionWords(condition: Condition): string {
  if ('all' in condition) return condition.all.map(conditionWords).join(' and ');
  if ('any' in condition) return `(${condition.any.map(conditionWords).join(' or ')})`;
  if ('none' in condition) return `not (${condition.none.map(conditionWords).join(' or ')})`;
  if ('activity' in condition) {
    const { atLeast, atMost } = condition.count ?? {};
    const often = [
      ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
      ...(atMost === undefined ? [] : [`at most ${atMost}`]),
    ].join(' and ');
    const when = condition.daysBefore === undefined ? '' : ` in the ${condition.daysBefore} days before`;
    return `they had ${often === '' ? 'any' : often} “${condition.activity}”${when}`;
  }
  if (condition.in !== undefined) return `${condition.trait} is one of ${condition.in.join(', ')}`;
  const limits = [
    ...(condition.is === undefined ? [] : [`is ${condition.is}`]),
    ...(condition.atLeast === undefined ? [] : [`is at least ${condition.atLeast}`]),
    ...(condition.atMost === undefined ? [] : [`is at most ${condition.atMost}`]),
  ];
  return `${condition.trait} ${limits.join(' and ')}`;
}

/** How the arms are drawn, as one sentence. */
export function allocationWords(allocation: Allocation, format: Formatter): string {
  const { cluster } = allocation;
  const together = cluster === undefined ? '' : ` Customers who share “${cluster.trait}” share their arm.`;
  const holdout = allocation.method === 'imported' ? undefined : allocation.holdout;
  const out = holdout === undefined ? '' : ` ${format.level(holdout)} of those eligible are held out of everything.`;
  return `${drawnWords(allocation)}${together}${out}`;
}

function drawnWords(allocation: Allocation): string {
  switch (allocation.method) {
    case 'stratified':
      return allocation.strata === undefined || allocation.strata.length === 0
        ? `Assigned here by lot, seed ${allocation.seed}.`
        : `Assigned here by lot within ${allocation.strata.join(' × ')}, seed ${allocation.seed}.`;
    case 'hash':
      return `Assigned here by a hash of the customer's key, seed ${allocation.seed}.`;
    case 'imported': {
      const pairs = Object.entries(allocation.from).map(([value, arm]) => `“${value}” is ${arm}`);
      return allocation.drawn === 'otherwise'
        ? `Imported: ${pairs.join(', ')}. Something other than chance drew them, which is weaker evidence.`
        : `Drawn by another system and imported: ${pairs.join(', ')}.`;
    }
  }
}

const PEEKING: Record<Analysis['peeking'], string> = {
  'always-valid': 'The lift may be looked at at any time',
  planned: 'The lift is looked at on planned dates',
  none: 'The lift is looked at once, at the decision',
};

const CORRECTION = { none: '', holm: ', corrected by Holm', bh: ', corrected by Benjamini-Hochberg' } as const;

/** How the lift is counted, a sentence each: looks, intervals, what is taken out, and for whom it may differ. */
export function analysisWords(analysis: Analysis, format: Formatter): string[] {
  const looks = (analysis.looks ?? []).map((look) => format.date(look)).join(', ');
  const covariates = (analysis.covariates ?? []).map((one) => (typeof one === 'string' ? one : one.id)).join(', ');
  const segments = (analysis.segments ?? []).join(', ');
  const side = analysis.sides === 1 ? ', looking for better only' : '';
  return [
    `${PEEKING[analysis.peeking]}${looks === '' ? '' : `: ${looks}`}.`,
    `Intervals at ${format.level(analysis.level)}${CORRECTION[analysis.correction ?? 'none']}${side}.`,
    ...(covariates === '' ? [] : [`What is known beforehand and taken out: ${covariates}.`]),
    ...(segments === '' ? [] : [`For whom it may differ: ${segments}.`]),
  ];
}

/** What a metric measures, as words: "Share of customers with “order”, within 7 days, higher is better". */
export function metricWords(metric: Metric, format: Formatter): string {
  const parts = [
    measureWords(metric),
    ...(metric.windowDays === undefined
      ? []
      : [metric.windowDays === 1 ? 'within a day' : `within ${metric.windowDays} days`]),
    metric.better === 'higher' ? 'higher is better' : 'lower is better',
    ...(metric.cap === undefined ? [] : [capWords(metric.cap, format)]),
    ...(metric.margin === undefined ? [] : [`margin ${format.given(metric.margin, metricUnit(metric))}`]),
  ];
  return parts.join(', ');
}

function measureWords(metric: Metric): string {
  const name = `“${nameIn(metric.of)}”`;
  switch (metric.kind) {
    case 'conversion':
      return `Share of customers with ${timesWords(metric.of)}${name}`;
    case 'count':
      return `Number of ${name} per customer`;
    case 'sum':
      return `Total ${fieldWords(metric.of)} per customer`;
    case 'mean':
      return `Mean of ${name}`;
    case 'ratio':
      return `${fieldWords(metric.of)} per ${metric.per === undefined ? '?' : fieldWords(metric.per)}`;
    case 'nps':
      return `Net promoter score of ${name}`;
    default:
      return assertNever(metric.kind);
  }
}

/** Of a repeat rate, how often. */
function timesWords(field: MetricField): string {
  return 'activity' in field && (field.atLeast ?? 1) > 1 ? `at least ${field.atLeast} of ` : '';
}

export function hours(n: number): string {
  return n === 1 ? '1 hour' : `${n} hours`;
}

function fieldWords(field: MetricField): string {
  const name = `“${nameIn(field)}”`;
  if ('activity' in field && field.atLeast !== undefined) return `at least ${field.atLeast} of ${name}`;
  return 'activity' in field && field.field !== undefined ? `${field.field} of ${name}` : name;
}

function capWords(cap: NonNullable<Metric['cap']>, format: Formatter): string {
  const percentile = 'percentile' in cap ? `capped at the ${cap.percentile}th percentile` : 'capped';
  return cap.amount === undefined ? percentile : `${percentile} (${format.money(cap.amount)})`;
}
