import type { Chart, Plugin } from 'chart.js';
import type { CourseChart } from '#shared/report/chart/chart.ts';
import { drawDiamond, drawInterval, drawLevel, drawWords, scalesOf } from './marks.ts';
import type { Look } from './use-canvas-chart.ts';

type Point = CourseChart['points'][number];
type Banded = Point & { readonly lower: number; readonly upper: number };

/** Band, zero line, threshold and the last reading of a course, drawn around Chart.js' own line. */
export function courseMarks(model: CourseChart, look: Look): Plugin<'line'> {
  return {
    id: 'course-marks',
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.beginPath();
      ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
      ctx.clip();
      for (const run of bands(model.points)) drawBand(chart, run, look.colours['flame-soft']);
      drawLevel(chart, 0, { colour: look.colours.quiet, width: 1, dash: [] });
      ctx.restore();
    },
    afterDatasetsDraw(chart) {
      chart.ctx.save();
      const last = drawLast(chart, model, look);
      drawThreshold(chart, model, look, last);
      chart.ctx.restore();
    },
  };
}

/** Neighbouring points that have both ends: each run is one band. */
function bands(points: readonly Point[]): Banded[][] {
  const found: Banded[][] = [[]];
  for (const { lower, upper, ...rest } of points) {
    if (lower === null || upper === null) found.push([]);
    else found.at(-1)?.push({ ...rest, lower, upper });
  }
  return found;
}

function drawBand(chart: Chart, run: readonly Banded[], colour: string): void {
  const { x, y } = scalesOf(chart);
  const { ctx } = chart;
  ctx.fillStyle = colour;
  ctx.beginPath();
  for (const point of run) ctx.lineTo(x.getPixelForValue(point.at), y.getPixelForValue(point.upper));
  for (const point of run.toReversed()) ctx.lineTo(x.getPixelForValue(point.at), y.getPixelForValue(point.lower));
  ctx.closePath();
  ctx.fill();
}

/** The last point with its interval and its words; returns its height in pixels. */
function drawLast(chart: Chart, model: CourseChart, { colours, font }: Look): number | null {
  const last = model.points.at(-1);
  if (last === undefined || last.estimate === null) return null;
  const scales = scalesOf(chart);
  const x = scales.x.getPixelForValue(last.at);
  const y = scales.y.getPixelForValue(last.estimate);
  if (last.lower !== null && last.upper !== null) drawInterval(chart, x, last.lower, last.upper, colours.flame);
  drawDiamond(chart, x, y, colours.flame);
  const beside = { x: x + 14, align: 'left' } as const;
  drawWords(chart, {
    ...beside,
    text: model.last.estimate,
    y: y - 1,
    colour: colours.ink,
    font: `600 12px ${font}`,
    baseline: 'bottom',
    halo: colours.surface,
  });
  drawWords(chart, {
    ...beside,
    text: model.last.range,
    y: y + 2,
    colour: colours.quiet,
    font: `400 12px ${font}`,
    baseline: 'top',
    halo: colours.surface,
  });
  return y;
}

/** The threshold and its words, which step aside where the last reading's stand. */
function drawThreshold(chart: Chart, model: CourseChart, { colours, font }: Look, last: number | null): void {
  if (model.threshold === null) return;
  const height = drawLevel(chart, model.threshold.value, { colour: colours.good, width: 1.25, dash: [5, 4] });
  const free = last === null || height < last - 14 || height > last + 36;
  drawWords(chart, {
    text: model.threshold.text,
    x: free ? chart.chartArea.right : chart.chartArea.left + 6,
    y: height - 4,
    colour: colours.good,
    font: `500 12px ${font}`,
    align: free ? 'right' : 'left',
    baseline: 'bottom',
    halo: colours.surface,
  });
}
