import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import type { ArmPoint, ArmsChart } from '#shared/report/chart/chart.ts';
import { spread, valueAxis } from './axes.ts';
import { drawCircle, drawDiamond, drawInterval, scalesOf } from './marks.ts';
import { quietTooltip } from './tooltip.ts';
import type { Look } from './use-canvas-chart.ts';

type Placed = { readonly x: number; readonly point: ArmPoint; readonly group: string };

/** Points of a group stand beside each other around the group's place. */
function placed(model: ArmsChart): Placed[] {
  return model.groups.flatMap((group, i) =>
    group.points.map((point, j) => ({
      x: i + (j - (group.points.length - 1) / 2) * 0.2,
      point,
      group: group.label,
    })),
  );
}

/** The Chart.js configuration of arms side by side: each with its own interval. */
export function armsConfig(model: ArmsChart, look: Look): ChartConfiguration<'line'> {
  const { y, font } = valueAxis(model.axis, look);
  const points = placed(model);
  const places = model.groups.map((_, i) => i);
  return {
    type: 'line',
    data: {
      datasets: [{ data: points.map(({ x, point }) => ({ x, y: point.estimate })), showLine: false, pointRadius: 0 }],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: {
          type: 'linear',
          min: -0.5,
          max: model.groups.length - 0.5,
          border: { color: look.colours.quiet },
          grid: { display: false },
          afterBuildTicks(scale) {
            scale.ticks = spread(places, scale.chart.width < 480 ? 3 : 8).map((value) => ({ value }));
          },
          ticks: {
            color: look.colours.quiet,
            font,
            maxRotation: 0,
            autoSkip: false,
            callback: (value) => model.groups[Number(value)]?.label ?? '',
          },
        },
        y,
      },
      plugins: {
        legend: { display: false },
        tooltip: quietTooltip(look, (index) => {
          const row = model.table.rows[index] ?? [];
          return row.map((cell, i) => (i < 2 ? cell.text : `${model.table.columns[i]?.title}: ${cell.text}`));
        }),
      },
    },
    plugins: [armMarks(points, look)],
  };
}

function armMarks(points: readonly Placed[], look: Look): Plugin<'line'> {
  return {
    id: 'arm-marks',
    afterDatasetsDraw(chart) {
      chart.ctx.save();
      for (const one of points) drawArm(chart, one, look);
      chart.ctx.restore();
    },
  };
}

function drawArm(chart: Chart, { x, point }: Placed, { colours }: Look): void {
  const scales = scalesOf(chart);
  const colour = point.role === 'control' ? colours.slate : colours.flame;
  const place = scales.x.getPixelForValue(x);
  if (point.lower !== null && point.upper !== null) drawInterval(chart, place, point.lower, point.upper, colour);
  const draw = point.role === 'control' ? drawCircle : drawDiamond;
  draw(chart, place, scales.y.getPixelForValue(point.estimate), colour);
}
