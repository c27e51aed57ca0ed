import type { TornadoChart } from '../chart/chart.ts';
import { type Markup, markup } from '../html/markup.ts';
import { frame } from './frame.ts';
import { fitting, pixels } from './scale.ts';

const AXIS = 26;
const TOP = 8;
const BAR = 13;
/** A bar's figures need this much room beside it. */
const FIGURE = 62;
/** From this width on names stand in a column of their own; below it each stands above its bar. */
const ROOMY = 520;
const NAMES = 284;

/** A bar a line beside its name, the widest first; zero and the middle are drawn through all of them. */
export function drawTornado(chart: TornadoChart, width: number, id: string): Markup {
  const roomy = width >= ROOMY;
  const row = roomy ? 27 : 40;
  const bottom = TOP + chart.bars.length * row;
  const height = bottom + AXIS;
  const x = pixels(chart.axis.min, chart.axis.max, FIGURE + (roomy ? NAMES : 0), width - FIGURE);
  const last = chart.axis.ticks.length - 1;
  const grid = chart.axis.ticks
    .filter(({ value }, i) => roomy || i === 0 || i === last || value === 0)
    .map(
      ({ value, text }) =>
        markup`<line class="${value === 0 ? 'zero' : 'grid'}" x1="${x(value)}" x2="${x(value)}" y1="${TOP}" y2="${bottom}"/><text class="tick" x="${x(value)}" y="${height - 8}" text-anchor="middle">${text}</text>`,
    );
  const middle = markup`<line class="threshold" x1="${x(chart.centre)}" x2="${x(chart.centre)}" y1="${TOP}" y2="${bottom}"/>`;
  const bars = chart.bars.map((bar, i) => {
    const y = TOP + i * row + (roomy ? 7 : 20);
    const [from, to] = [Math.min(bar.low, bar.high), Math.max(bar.low, bar.high)];
    const [left, right] = bar.low <= bar.high ? [bar.lowText, bar.highText] : [bar.highText, bar.lowText];
    const role = i === 0 ? 'treatment' : 'control';
    const name = markup`<text class="tick over" x="0" y="${roomy ? y + BAR - 2 : y - 6}">${fitting(bar.label, roomy ? NAMES : width)}</text>`;
    return markup`${name}<rect class="fill-${role}" x="${x(from)}" y="${y}" width="${Math.max(1, x(to) - x(from))}" height="${BAR}" rx="2"/><text class="tick over" x="${x(from) - 5}" y="${y + BAR - 2}" text-anchor="end">${left}</text><text class="tick over" x="${x(to) + 5}" y="${y + BAR - 2}">${right}</text>`;
  });
  return frame(id, width, height, chart, markup`${grid}${middle}${bars}`);
}
