import type { Formatter } from '../../format/formatter.ts';
import type { MetricResult } from '../../lift/lift-result.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { comparedArms, isBetter, rightOf, shownOf } from '../shown.ts';
import { figure, figureColumn, wordColumn, words } from '../table.ts';
import { axisOver, tickDigits } from './axis.ts';
import type { CourseChart } from './chart.ts';

/** The first intervals are the widest; beyond this many times the last one's reach they are cut by the scale. */
const WIDEST = 3;

/**
 * The absolute lift as it stood over time.
 * @param threshold the plan's relative lift to reach, for its metric; null elsewhere
 * @param standing of a broken split the title says nothing about which arm did better
 * @returns null with fewer than two points that have a value, or where the interval is withheld
 */
export function courseChart(
  metric: MetricResult,
  threshold: number | null,
  format: Formatter,
  text: Catalogue,
  standing: 'comparable' | 'broken' = 'comparable',
): CourseChart | null {
  const known = metric.course.filter((point) => point.absolute.estimate !== null);
  const last = known.at(-1);
  if (known.length < 2 || last === undefined || shownOf(metric).kind === 'withheld') return null;

  const say = text.report.chart;
  const { unit } = metric;
  const controlMean = comparedArms(metric)?.control.mean ?? null;
  const needed = threshold === null || controlMean === null ? null : threshold * Math.abs(controlMean) * sideOf(metric);
  const estimate = last.absolute.estimate ?? 0;
  const reach = Math.max(
    ...[last.absolute.lower, last.absolute.upper].map((end) => Math.abs((end ?? estimate) - estimate)),
    1e-9,
  );
  const within = (end: number | null) =>
    end === null ? [] : [Math.max(estimate - WIDEST * reach, Math.min(estimate + WIDEST * reach, end))];
  const values = known.flatMap((point) => [
    ...within(point.absolute.estimate),
    ...within(point.absolute.lower),
    ...within(point.absolute.upper),
  ]);
  const range = format.changeRange(last.absolute.lower, last.absolute.upper, unit);
  return {
    kind: 'course',
    id: `course-${metric.id}-${metric.treatment}`,
    title: standing === 'broken' ? say.broken(metric.name) : titleOf(metric, known, text),
    caption: say.courseCaption(metric.name, metric.treatment, format.level(metric.level), rightOf(metric)),
    alt: say.courseAlt(format.day(known[0]!.at), format.day(last.at), format.change(estimate, unit), range),
    table: {
      caption: say.courseTable(metric.name, metric.treatment, format.count(metric.course.length)),
      columns: [
        wordColumn(say.columns.until),
        figureColumn(say.columns.customers),
        figureColumn(text.metric.control),
        figureColumn(metric.treatment),
        figureColumn(text.metric.absolute),
        figureColumn(say.columns.interval(format.level(metric.level))),
      ],
      rows: metric.course.map((point) => [
        words(format.dateShort(point.at)),
        figure(format.count(point.control.n + point.treatment.n), point.control.n + point.treatment.n),
        figure(format.value(point.control.mean, unit), point.control.mean),
        figure(format.value(point.treatment.mean, unit), point.treatment.mean),
        figure(format.change(point.absolute.estimate, unit), point.absolute.estimate),
        words(format.changeRange(point.absolute.lower, point.absolute.upper, unit)),
      ]),
    },
    points: known.map((point) => ({ at: Date.parse(point.at), label: format.day(point.at), ...point.absolute })),
    threshold: needed === null ? null : { value: needed, text: say.threshold(format.change(needed, unit)) },
    last: { estimate: format.change(estimate, unit), range },
    axis: axisOver([0, ...values, ...(needed === null ? [] : [needed])], say.courseAxis[unit], (value, step) =>
      unit === 'rate' ? format.signedNumber(value * 100, tickDigits(step * 100)) : format.change(value, unit),
    ),
  };
}

function sideOf(metric: MetricResult): 1 | -1 {
  return metric.better === 'higher' ? 1 : -1;
}

function titleOf(metric: MetricResult, known: MetricResult['course'], text: Catalogue): string {
  const say = text.report.chart;
  const clear = known.findIndex((_, i) => known.slice(i).every((point) => excludesZero(point.absolute)));
  if (clear === -1) return say.courseUnclear;
  return isBetter(metric, known.at(-1)?.absolute.estimate ?? 0) ? say.courseBetter : say.courseWorse;
}

function excludesZero(interval: { lower: number | null; upper: number | null }): boolean {
  return (interval.lower !== null && interval.lower > 0) || (interval.upper !== null && interval.upper < 0);
}
