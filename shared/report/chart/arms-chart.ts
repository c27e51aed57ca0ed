import type { Formatter } from '../../format/formatter.ts';
import type { ArmFigures, MetricResult } from '../../lift/lift-result.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { isOpen } from '../next/needed.ts';
import { isBetter } from '../shown.ts';
import { figure, figureColumn, type Table, wordColumn, words } from '../table.ts';
import { type ArmSample, armInterval } from './arm-interval.ts';
import { axisOver, tickDigits } from './axis.ts';
import type { ArmPoint, ArmsChart } from './chart.ts';
import { type Period, periodsOf } from './period.ts';

/**
 * What each arm did on one metric: by period where the course allows, else by arm.
 * @param metrics the entries of one metric, one a treatment; the first is drawn by period
 * @param standing of a broken split the title says nothing about which arm did better
 * @returns null when no arm has a value
 */
export function armsChart(
  metrics: readonly MetricResult[],
  standing: 'comparable' | 'broken',
  format: Formatter,
  text: Catalogue,
): ArmsChart | null {
  const metric = metrics[0];
  if (metric === undefined) return null;
  const periods = metrics.length === 1 ? periodsOf(metric) : [];
  const control = metric.arms.find((arm) => arm.id !== metric.treatment);
  const groups =
    periods.length > 0
      ? periods.map((period) => ({
          label: format.day(period.until),
          points: periodPoints(metric, period, control?.id ?? '', format),
        }))
      : armGroups(metrics, control, format);
  const points = groups.flatMap((group) => group.points);
  if (points.length === 0) return null;

  const say = text.report.chart;
  const level = format.level(metric.level);
  const ends = points.flatMap((point) => [point.lower, point.upper, point.estimate]).filter((end) => end !== null);
  const treatments = metrics.map((entry) => entry.treatment);
  return {
    kind: 'arms',
    id: `arms-${metric.id}`,
    title: titleOf(),
    caption: periods.length > 0 ? say.periodCaption(metric.name, level) : say.armsCaption(metric.name, level),
    alt: groups
      .map((group) =>
        say.groupAlt(
          group.label,
          group.points.map((point) => pointAlt(point, metric, format, text)),
        ),
      )
      .join(' '),
    table: tableOf(metric, groups, format, text),
    groups,
    legend: [
      { role: 'control', text: control?.id ?? text.metric.control },
      { role: 'treatment', text: treatments.join(', ') },
    ],
    axis: axisOver([0, ...ends], metric.name, (value, step) =>
      metric.unit === 'rate' ? format.percent(value, tickDigits(step * 100)) : format.given(value, metric.unit),
    ),
  };

  function titleOf(): string {
    if (standing === 'broken') return say.broken(metric?.name ?? '');
    if (metric !== undefined && periods.length > 0 && isOpen(metric)) return say.notApart(metric.name);
    return metric !== undefined && periods.length > 0
      ? periodTitle(metric, periods, text)
      : armsTitle(metrics, format, text);
  }
}

function periodPoints(metric: MetricResult, period: Period, controlId: string, format: Formatter): ArmPoint[] {
  const one = (arm: string, role: ArmPoint['role'], count: { n: number; x: number }) =>
    point(arm, role, { kind: 'rate', ...count }, metric, format);
  return [one(controlId, 'control', period.control), one(metric.treatment, 'treatment', period.treatment)];
}

function armGroups(metrics: readonly MetricResult[], control: ArmFigures | undefined, format: Formatter) {
  const first = metrics[0]!;
  const drawn = [
    ...(control === undefined ? [] : [{ arm: control, role: 'control' as const }]),
    ...metrics.flatMap((metric) =>
      metric.arms.filter((arm) => arm.id === metric.treatment).map((arm) => ({ arm, role: 'treatment' as const })),
    ),
  ];
  return drawn.flatMap(({ arm, role }) => {
    if (arm.mean === null || arm.n === 0) return [];
    const sample: ArmSample =
      first.kind === 'conversion'
        ? { kind: 'rate', n: arm.n, x: arm.x }
        : {
            kind: 'mean',
            n: arm.n,
            mean: arm.mean,
            sd: first.kind === 'ratio' || first.kind === 'nps' ? null : arm.sd,
          };
    return [{ label: arm.id, points: [point(arm.id, role, sample, first, format)] }];
  });
}

function point(
  arm: string,
  role: ArmPoint['role'],
  sample: ArmSample,
  metric: MetricResult,
  format: Formatter,
): ArmPoint {
  const estimate = sample.kind === 'rate' ? sample.x / sample.n : sample.mean;
  const ends = armInterval(sample, metric.level);
  return { arm, role, n: sample.n, estimate, ...ends, text: format.value(estimate, metric.unit) };
}

function periodTitle(metric: MetricResult, periods: readonly Period[], text: Catalogue): string {
  const better = periods.filter(({ control, treatment }) =>
    isBetter(metric, treatment.x / treatment.n - control.x / control.n),
  ).length;
  if (better === periods.length) return text.report.chart.betterAlways(metric.name, metric.treatment);
  if (better === 0) return text.report.chart.betterNever(metric.name, metric.treatment);
  return text.report.chart.betterSometimes(metric.name, metric.treatment, String(better), String(periods.length));
}

function armsTitle(metrics: readonly MetricResult[], format: Formatter, text: Catalogue): string {
  const first = metrics[0]!;
  const arms = [
    first.arms.find((arm) => arm.id !== first.treatment),
    ...metrics.map((m) => m.arms.find((arm) => arm.id === m.treatment)),
  ];
  const parts = arms.flatMap((arm) =>
    arm === undefined ? [] : [text.report.chart.armValue(arm.id, format.value(arm.mean, first.unit))],
  );
  return text.report.chart.armsTitle(first.name, parts);
}

function pointAlt(point: ArmPoint, metric: MetricResult, format: Formatter, text: Catalogue): string {
  return text.report.chart.pointAlt(point.arm, point.text, format.valueRange(point.lower, point.upper, metric.unit));
}

function tableOf(
  metric: MetricResult,
  groups: readonly { label: string; points: readonly ArmPoint[] }[],
  format: Formatter,
  text: Catalogue,
): Table {
  const say = text.report.chart;
  return {
    caption: say.armsTable(metric.name),
    columns: [
      wordColumn(say.columns.period),
      wordColumn(say.columns.arm),
      figureColumn(say.columns.customers),
      figureColumn(metric.name),
      figureColumn(say.columns.interval(format.level(metric.level))),
    ],
    rows: groups.flatMap((group) =>
      group.points.map((point) => [
        words(group.label),
        words(point.arm),
        figure(format.count(point.n), point.n),
        figure(point.text, point.estimate),
        words(format.valueRange(point.lower, point.upper, metric.unit)),
      ]),
    ),
  };
}
