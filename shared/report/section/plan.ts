import type { Allocation, Metric, MetricField, Plan } from '../../plan/plan.ts';
import type { Block, Section } from '../model.ts';
import type { Story } from '../story.ts';
import { wordColumn, words } from '../table.ts';
import { populationText } from './population.ts';
import { sealBlocks } from './seal.ts';

/** The plan in words, its seal, its amendments, and every look. */
export function planSection(story: Story): Section {
  const { plan } = story.planState;
  return {
    id: 'plan',
    title: story.text.report.section.plan,
    blocks: [{ kind: 'definitions', items: planItems(plan, story) }, metricsTable(plan, story), ...sealBlocks(story)],
  };
}

function planItems(plan: Plan, story: Story): { term: string; text: string }[] {
  const { format, text } = story;
  const say = text.report.plan;
  const { analysis, decision } = plan;
  const weights = plan.arms.reduce((total, arm) => total + arm.weight, 0);
  const covariates = (analysis.covariates ?? []).map((one) => (typeof one === 'string' ? one : one.id));
  const ruled = plan.metrics.find((metric) => metric.id === decision.scaleIf.metric);
  const sign = ruled?.better === 'lower' ? -1 : 1;
  const threshold = format.lift(sign * decision.scaleIf.relativeLiftAtLeast);
  const named = ruled === undefined ? decision.scaleIf.metric : nameOf(ruled, story);
  const looks = (analysis.looks ?? []).map((look) => format.date(look)).join(', ');
  const guardrails = plan.metrics.filter(({ role }) => role === 'guardrail').length;
  return [
    { term: say.hypothesis, text: plan.hypothesis.trim() === '' ? text.report.charter.notStated : plan.hypothesis },
    { term: say.population, text: populationText(plan.population, story) },
    {
      term: say.arms,
      text: plan.arms.map((arm) => say.armText(arm.id, format.level(arm.weight / weights))).join(', '),
    },
    { term: say.allocation, text: allocationText(plan.allocation, story) },
    { term: say.level, text: say.levelText(format.level(analysis.level), analysis.sides) },
    { term: say.peeking, text: `${say.peekingText[analysis.peeking]}${looks === '' ? '' : `: ${looks}`}` },
    { term: say.correction, text: say.correctionText[analysis.correction ?? 'none'] },
    ...(covariates.length === 0 ? [] : [{ term: say.covariates, text: covariates.join(', ') }]),
    ...((analysis.segments ?? []).length === 0
      ? []
      : [{ term: say.segments, text: (analysis.segments ?? []).join(', ') }]),
    {
      term: say.rule,
      text: (analysis.sides === 1 ? say.ruleOneSided : say.ruleText)(named, threshold, guardrails),
    },
    { term: say.decideBy, text: format.date(decision.decideBy) },
  ];
}

function allocationText(allocation: Allocation, story: Story): string {
  const say = story.text.report.plan;
  const { cluster } = allocation;
  return [
    drawnText(allocation, story),
    ...(allocation.method === 'imported' && allocation.drawn === 'otherwise' ? [say.otherwise] : []),
    ...(cluster === undefined ? [] : [say.cluster(cluster.trait)]),
    ...(allocation.method === 'imported' || allocation.holdout === undefined
      ? []
      : [say.holdout(story.format.level(allocation.holdout))]),
  ].join(' ');
}

function drawnText(allocation: Allocation, { text }: Story): string {
  const say = text.report.plan.allocationText;
  switch (allocation.method) {
    case 'stratified':
      return allocation.strata === undefined || allocation.strata.length === 0
        ? say.stratified(String(allocation.seed))
        : say.strata(String(allocation.seed), allocation.strata.join(', '));
    case 'hash':
      return say.hash(String(allocation.seed));
    case 'imported':
      return say.imported(
        Object.entries(allocation.from)
          .map(([value, arm]) => text.report.plan.importedValue(value, arm))
          .join(', '),
      );
    default:
      return assertNever(allocation);
  }
}

function metricsTable(plan: Plan, story: Story): Block {
  const { format, text } = story;
  const say = text.report.plan;
  const { metricColumns } = say;
  return {
    kind: 'table',
    table: {
      caption: say.metrics,
      columns: [metricColumns.name, metricColumns.measure, metricColumns.window, metricColumns.better].map(wordColumn),
      rows: plan.metrics.map((metric) => [
        words(nameOf(metric, story), text.metric.role[metric.role]),
        words(`${text.metric.kind[metric.kind]}, ${measureText(metric, story)}${capText(metric, story)}`),
        words(
          metric.windowDays === undefined ? text.metric.noWindow : text.metric.window(format.number(metric.windowDays)),
        ),
        words(aimText(metric, story)),
      ]),
    },
  };
}

function nameOf(metric: Metric, { lift }: Story): string {
  return lift.metrics.find((result) => result.id === metric.id)?.name ?? metric.name ?? metric.id;
}

function measureText(metric: Metric, { text }: Story): string {
  const say = text.report.measure;
  const one = (field: MetricField) => {
    if ('trait' in field) return say.trait(field.trait);
    if ('score' in field) return say.score(field.score);
    return field.field === undefined ? say.activity(field.activity) : say.field(field.field, field.activity);
  };
  return metric.per === undefined ? one(metric.of) : say.per(one(metric.of), one(metric.per));
}

function capText(metric: Metric, { format, text }: Story): string {
  const { cap } = metric;
  if (cap === undefined) return '';
  const say = text.report.plan;
  const told =
    'percentile' in cap && cap.amount === undefined
      ? say.capPercentile(format.number(cap.percentile))
      : say.cap(format.given(cap.amount ?? null, 'money'));
  return `; ${told}`;
}

function aimText(metric: Metric, { format, text }: Story): string {
  const better = text.metric.better[metric.better];
  if (metric.margin === undefined) return better;
  const unit = metric.kind === 'conversion' ? 'rate' : 'number';
  return text.report.plan.margin(better, format.given(metric.margin, unit));
}

function assertNever(value: never): never {
  throw new Error(`Unexpected allocation: ${JSON.stringify(value)}`);
}
