import type { MetricResult } from '../../lift/lift-result.ts';
import { armsChart } from '../chart/arms-chart.ts';
import { intervalPicture, type Scale, scaleFor } from '../chart/interval-picture.ts';
import type { Block, Section } from '../model.ts';
import { comparedArms, shownOf } from '../shown.ts';
import { headlineEntries, type Story, standingOf } from '../story.ts';
import { type Cell, figure, figureColumn, type Table, wordColumn, words } from '../table.ts';
import { metricBlocks } from './metric.ts';

/** Every planned metric: one row each with its interval drawn, then each with its counts, method and formula. */
export function resultsSection(story: Story): Section {
  const { lift, text } = story;
  const say = text.report.results;
  return {
    id: 'results',
    title: text.report.section.results,
    blocks: [
      { kind: 'paragraph', text: say.intro },
      ...(lift.verdict === 'invalid'
        ? [{ kind: 'callout', tone: 'bad', title: say.brokenTitle, text: say.broken } as const]
        : []),
      { kind: 'table', table: overviewTable(story) },
      ...pictureTable(story),
      ...lift.metrics.flatMap((metric) => metricBlocks(metric, story)),
    ],
  };
}

/** The table behind page one's picture: here, since no report is without this section. */
function pictureTable(story: Story): Block[] {
  const picture = armsChart(headlineEntries(story), standingOf(story), story.format, story.text);
  return picture === null ? [] : [{ kind: 'table', table: picture.table }];
}

/** Every planned metric, a row for each treatment, with its interval drawn. */
export function overviewTable(story: Story): Table {
  const { lift, format, text } = story;
  const say = text.report.results;
  const levels = new Set(lift.metrics.map((metric) => metric.level));
  const [level] = [...levels];
  const scale = scaleFor(lift.metrics.filter((metric) => metric.role !== 'guardrail').flatMap(relativeOf), []);
  return {
    caption: say.caption,
    columns: [
      wordColumn(say.columns.metric),
      figureColumn(say.columns.control),
      figureColumn(say.columns.treatment),
      figureColumn(say.columns.change),
      figureColumn(say.columns.lift),
      figureColumn(
        levels.size === 1 && level !== undefined ? say.columns.interval(format.level(level)) : say.anyInterval,
      ),
      wordColumn(say.columns.drawn),
    ],
    rows: lift.metrics.map((metric) => overviewRow(metric, scale, story)),
  };
}

function relativeOf(metric: MetricResult) {
  const shown = shownOf(metric);
  return shown.kind === 'withheld' ? [] : [shown.relative];
}

function overviewRow(metric: MetricResult, scale: Scale | null, story: Story): Cell[] {
  const { format, text } = story;
  const say = text.report.results;
  const arms = comparedArms(metric);
  const shown = shownOf(metric);
  const named = story.treatments.length > 1 ? `${metric.name}, ${metric.treatment}` : metric.name;
  const start = [
    words(named, text.metric.role[metric.role]),
    figure(format.value(arms?.control.mean ?? null, metric.unit), arms?.control.mean ?? null),
    figure(format.value(arms?.treatment.mean ?? null, metric.unit), arms?.treatment.mean ?? null),
  ];
  if (shown.kind === 'withheld') return [...start, words('–'), words('–'), words(say.withheld), words('')];
  const { absolute, relative } = shown;
  const changes = [
    figure(format.change(absolute.estimate, metric.unit), absolute.estimate),
    figure(format.lift(relative.estimate), relative.estimate),
  ];
  if (metric.role === 'guardrail' && metric.margin !== null && story.lift.verdict !== 'invalid') {
    const limit = metric.better === 'higher' ? -metric.margin : metric.margin;
    const own = scaleFor([absolute], [limit]);
    const margin = format.given(metric.margin, metric.unit);
    const told = metric.nonInferior === true ? say.within(margin) : say.notWithin(margin);
    return [...start, ...changes, words(told), drawn(absolute, own, limit, 'quiet', told)];
  }
  const range = format.liftRange(relative.lower, relative.upper);
  return [...start, ...changes, words(range), drawn(relative, scale, null, 'treatment', say.drawn(range))];
}

function drawn(
  interval: MetricResult['absolute'],
  scale: Scale | null,
  limit: number | null,
  tone: 'treatment' | 'quiet',
  text: string,
): Cell {
  const picture = scale === null ? null : intervalPicture(interval, scale, limit, tone);
  return picture === null ? words('') : { kind: 'interval', text, picture };
}
