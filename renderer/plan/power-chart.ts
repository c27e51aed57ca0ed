import type { Formatter } from '#shared/format/formatter.ts';
import type { KnownPower } from '#shared/plan/power-result.ts';
import { axisOver } from '#shared/report/chart/axis.ts';
import type { CourseChart } from '#shared/report/chart/chart.ts';
import { figure, figureColumn, wordColumn, words } from '#shared/report/table.ts';
import type { ScreenCatalogue } from '#shared/text/catalogue.ts';

/** The first weeks see next to nothing; beyond this many times the threshold they are cut by the scale. */
const HIGHEST = 5;

/** What can be seen, week by week, against the threshold; null where fewer than two weeks see anything. */
export function powerChart(found: KnownPower, format: Formatter, text: ScreenCatalogue['power']): CourseChart | null {
  const say = text.chart;
  const known = found.mde.filter((point) => point.relative !== null);
  const last = known.at(-1);
  if (known.length < 2 || last === undefined || last.relative === null) return null;
  const { threshold } = found;
  const lowest = last.relative;
  const top = Math.max(lowest * 2, threshold * HIGHEST);
  const shown = known.filter((point) => (point.relative ?? 0) <= top);
  const drawn = shown.length < 2 ? known.slice(-2) : shown;
  const enough = known.find((point) => (point.relative ?? 1) <= threshold * (1 + 1e-9));
  const lift = (value: number | null) => format.lift(value).replace(/^\+/, '');
  return {
    kind: 'course',
    id: 'power',
    title:
      threshold <= 0
        ? say.plain
        : enough === undefined
          ? say.never(lift(threshold))
          : say.falls(lift(threshold), format.count(enough.week)),
    caption: say.caption(format.level(found.power), text.looking[found.peeking]),
    alt: say.alt(lift(lowest), say.weekLabel(last.week)),
    table: {
      caption: say.table,
      columns: [
        wordColumn(say.week),
        wordColumn(say.until),
        figureColumn(say.customers),
        figureColumn(say.relative),
        figureColumn(say.absolute),
      ],
      rows: drawn.map((point) => [
        words(format.count(point.week)),
        words(format.dateShort(point.at)),
        figure(format.count(point.n), point.n),
        figure(lift(point.relative), point.relative),
        figure(format.change(point.absolute, found.unit).replace(/^\+/, ''), point.absolute),
      ]),
    },
    points: drawn.map((point) => ({
      at: Date.parse(point.at),
      label: say.weekLabel(point.week),
      estimate: point.relative,
      lower: null,
      upper: null,
    })),
    threshold: threshold > 0 ? { value: threshold, text: say.threshold(lift(threshold)) } : null,
    last: { estimate: lift(lowest), range: `${format.count(last.n)} ${say.customers.toLowerCase()}` },
    axis: axisOver([0, threshold, ...drawn.map((point) => point.relative ?? 0)], say.axis, (value) =>
      format.number(value * 100, 0),
    ),
  };
}
