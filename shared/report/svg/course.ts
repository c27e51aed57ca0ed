import type { CourseChart } from '../chart/chart.ts';
import { type Markup, markup } from '../html/markup.ts';
import { horizontalGrid, tickRoom } from './axis.ts';
import { frame } from './frame.ts';
import { mark } from './mark.ts';
import { pixels } from './scale.ts';

const HEIGHT = 250;
const TOP = 30;
const BOTTOM = 28;
/** From this width on there is room for the last figure at the right of the line. */
const ROOMY = 520;

/** The lift over time with its band; the last point carries its figure. */
export function drawCourse(chart: CourseChart, width: number, id: string): Markup {
  const roomy = width >= ROOMY;
  const left = tickRoom(chart.axis);
  const right = width - (roomy ? 132 : 14);
  const y = pixels(chart.axis.min, chart.axis.max, HEIGHT - BOTTOM, TOP);
  const times = chart.points.map((point) => point.at);
  const x = pixels(Math.min(...times), Math.max(...times), left + 8, right - 8);
  return frame(
    id,
    width,
    HEIGHT,
    chart,
    markup`<text class="tick" x="${left}" y="12">${chart.axis.label}</text>${band(chart, x, y)}${horizontalGrid(chart.axis, y, left, right)}${threshold(chart, y, left, right)}${line(chart, x, y)}${dates(chart, x, roomy ? 5 : 3)}${lastPoint(chart, x, y, roomy)}`,
  );
}

type Place = (value: number) => number;

function band(chart: CourseChart, x: Place, y: Place): Markup {
  const { min, max } = chart.axis;
  const upper = chart.points.map((point) => at(x(point.at), y(point.upper ?? max)));
  const lower = chart.points.map((point) => at(x(point.at), y(point.lower ?? min))).reverse();
  return markup`<polygon class="band" points="${[...upper, ...lower].join(' ')}"/>`;
}

function line(chart: CourseChart, x: Place, y: Place): Markup {
  const points = chart.points.flatMap((point) => (point.estimate === null ? [] : [at(x(point.at), y(point.estimate))]));
  return markup`<polyline class="line" points="${points.join(' ')}"/>`;
}

function threshold(chart: CourseChart, y: Place, left: number, right: number): Markup {
  if (chart.threshold === null) return markup``;
  const height = y(chart.threshold.value);
  return markup`<line class="threshold" x1="${left}" x2="${right}" y1="${height}" y2="${height}"/><text class="threshold-text" x="${right}" y="${height - 5}" text-anchor="end">${chart.threshold.text}</text>`;
}

/** A few dates, the first and the last among them. */
function dates(chart: CourseChart, x: Place, most: number): Markup {
  const last = chart.points.length - 1;
  const step = Math.max(1, Math.ceil(last / (most - 1)));
  const shown = chart.points.filter((_, i) => i === last || (i % step === 0 && last - i >= step * 0.6));
  return markup`${shown.map(
    (point) =>
      markup`<text class="tick" x="${x(point.at)}" y="${HEIGHT - 9}" text-anchor="middle">${point.label}</text>`,
  )}`;
}

function lastPoint(chart: CourseChart, x: Place, y: Place, roomy: boolean): Markup {
  const last = chart.points.at(-1);
  if (last === undefined || last.estimate === null) return markup``;
  const [px, py] = [x(last.at), y(last.estimate)];
  const words = roomy
    ? markup`<text class="last" x="${px + 16}" y="${py - 2}">${chart.last.estimate}</text><text class="tick" x="${px + 16}" y="${py + 13}">${chart.last.range}</text>`
    : markup`<text class="last" x="${px + 4}" y="${py - 12}" text-anchor="end">${chart.last.estimate}</text>`;
  return markup`${mark('treatment', px, py, 6)}${words}`;
}

function at(x: number, y: number): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
