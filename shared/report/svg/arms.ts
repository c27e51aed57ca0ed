import type { ArmPoint, ArmsChart } from '../chart/chart.ts';
import { type Markup, markup } from '../html/markup.ts';
import { horizontalGrid, tickRoom } from './axis.ts';
import { frame } from './frame.ts';
import { mark } from './mark.ts';
import { fitting, labelStep, pixels } from './scale.ts';

const HEIGHT = 196;
const TOP = 12;
const BOTTOM = 26;
/** So few groups are arms, whose names all must stand there; more are periods. */
const FEW = 4;

/** Arms side by side, each with its interval. */
export function drawArms(chart: ArmsChart, width: number, id: string): Markup {
  const left = tickRoom(chart.axis);
  const right = width - 6;
  const y = pixels(chart.axis.min, chart.axis.max, HEIGHT - BOTTOM, TOP);
  const slot = (right - left) / chart.groups.length;
  const labels = chart.groups.map((group) => group.label);
  const every = labels.length < FEW ? 1 : labelStep(labels, slot);
  const groups = chart.groups.map((group, i) => {
    const centre = left + slot * (i + 0.5);
    const step = Math.min(18, slot / (group.points.length + 1));
    const first = centre - (step * (group.points.length - 1)) / 2;
    return markup`${group.points.map((point, j) => drawPoint(point, first + step * j, y))}${i % every === 0 ? label(group.label, centre, slot * every) : []}`;
  });
  return frame(id, width, HEIGHT, chart, markup`${horizontalGrid(chart.axis, y, left, right)}${groups}`);
}

function label(text: string, centre: number, width: number): Markup {
  return markup`<text class="tick" x="${centre}" y="${HEIGHT - 8}" text-anchor="middle">${fitting(text, width - 4)}</text>`;
}

function drawPoint(point: ArmPoint, x: number, y: (value: number) => number): Markup {
  const whisker =
    point.lower === null || point.upper === null
      ? []
      : [
          markup`<line class="stroke-${point.role}" x1="${x}" x2="${x}" y1="${y(point.lower)}" y2="${y(point.upper)}"/>`,
        ];
  return markup`${whisker}${mark(point.role, x, y(point.estimate), 5)}`;
}
