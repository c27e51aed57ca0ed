import type { ChartConfiguration } from 'chart.js';
import type { CourseChart } from '#shared/report/chart/chart.ts';
import { spread, valueAxis } from './axes.ts';
import { courseMarks } from './course-marks.ts';
import { quietTooltip } from './tooltip.ts';
import type { Look } from './use-canvas-chart.ts';

/** The Chart.js configuration of a course. Nothing moves: evidence is not animated. */
export function courseConfig(model: CourseChart, look: Look): ChartConfiguration<'line'> {
  const { colours } = look;
  const dates = model.points.map((point) => point.at);
  const [first, last] = [dates.at(0) ?? 0, dates.at(-1) ?? 1];
  const words = 24 + 6.7 * Math.max(model.last.estimate.length, model.last.range.length);
  const { y, font } = valueAxis(model.axis, look);
  return {
    type: 'line',
    data: {
      datasets: [
        {
          data: model.points.map((point) => ({ x: point.at, y: point.estimate })),
          borderColor: colours.flame,
          borderWidth: 2,
          pointRadius: 0,
          pointHoverRadius: 6,
          pointStyle: 'rectRot',
          pointBackgroundColor: colours.flame,
        },
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      layout: { padding: { top: 12 } },
      scales: {
        x: {
          type: 'linear',
          border: { display: false },
          grid: { display: false },
          afterDataLimits(scale) {
            const plot = Math.max(scale.chart.width - 80, 2 * words);
            scale.min = first;
            scale.max = last + ((last - first) * words) / (plot - words);
          },
          afterBuildTicks(scale) {
            scale.ticks = spread(dates, scale.chart.width < 480 ? 3 : 5).map((value) => ({ value }));
          },
          ticks: {
            color: colours.quiet,
            font,
            maxRotation: 0,
            autoSkip: false,
            callback: (value) => model.points.find((point) => point.at === Number(value))?.label ?? '',
          },
        },
        y,
      },
      plugins: {
        legend: { display: false },
        tooltip: quietTooltip(look, (index) => pointWords(model, index)),
      },
    },
    plugins: [courseMarks(model, look)],
  };
}

/** A point's row of the table: the words under the pointer are the words of the table. */
function pointWords(model: CourseChart, index: number): readonly string[] {
  const label = model.points[index]?.label ?? '';
  const row = model.table.rows.at(index - model.points.length);
  const parts = (row ?? []).map((cell, i) => (i === 0 ? label : `${model.table.columns[i]?.title}: ${cell.text}`));
  return parts.length === 0 ? [label] : parts;
}
