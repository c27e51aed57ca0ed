import type { TornadoChart } from '../chart/chart.ts';
import { type Markup, markup } from '../html/markup.ts';
import { frame } from './frame.ts';
import { fitting, pixels } from './scale.ts';

const ROW = 40;
const BAR = 13;
const AXIS = 26;
/** A bar's figures need this much room beside it. */
const FIGURE = 62;

/** A bar a line under its name, the widest first; zero and the middle are drawn through all of them. */
export function drawTornado(chart: TornadoChart, width: number, id: string): Markup {
  const height = chart.bars.length * ROW + AXIS;
  const x = pixels(chart.axis.min, chart.axis.max, FIGURE, width - FIGURE);
  const bottom = height - AXIS;
  const ticks = chart.axis.ticks.filter(
    (_, i, all) => width >= 520 || i === 0 || i === all.length - 1 || all[i]?.value === 0,
  );
  const grid = ticks.map(
    ({ value, text }) =>
      markup`<line class="${value === 0 ? 'zero' : 'grid'}" x1="${x(value)}" x2="${x(value)}" y1="14" y2="${bottom}"/><text class="tick" x="${x(value)}" y="${height - 8}" text-anchor="middle">${text}</text>`,
  );
  const bars = chart.bars.map((bar, i) => {
    const y = i * ROW + 20;
    const [from, to] = [Math.min(bar.low, bar.high), Math.max(bar.low, bar.high)];
    const [left, right] = bar.low <= bar.high ? [bar.lowText, bar.highText] : [bar.highText, bar.lowText];
    const role = i === 0 ? 'treatment' : 'control';
    return markup`<text class="tick bar-name" x="0" y="${y - 7}">${fitting(bar.label, width)}</text><rect class="fill-${role}" x="${x(from)}" y="${y}" width="${Math.max(1, x(to) - x(from))}" height="${BAR}" rx="2"/><text class="tick" x="${x(from) - 5}" y="${y + BAR - 2}" text-anchor="end">${left}</text><text class="tick" x="${x(to) + 5}" y="${y + BAR - 2}">${right}</text>`;
  });
  const middle = markup`<line class="threshold" x1="${x(chart.centre)}" x2="${x(chart.centre)}" y1="14" y2="${bottom}"/>`;
  return frame(id, width, height, chart, markup`${grid}${bars}${middle}`);
}
