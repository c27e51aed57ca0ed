import type { Axis } from '../chart/chart.ts';
import { type Markup, markup } from '../html/markup.ts';

/** Horizontal grid lines with their values at the left; the line at zero is drawn stronger. */
export function horizontalGrid(axis: Axis, y: (value: number) => number, left: number, right: number): Markup {
  return markup`${axis.ticks.map(
    (tick) =>
      markup`<line class="${tick.value === 0 ? 'zero' : 'grid'}" x1="${left}" x2="${right}" y1="${y(tick.value)}" y2="${y(tick.value)}"/><text class="tick" x="${left - 7}" y="${y(tick.value) + 4}" text-anchor="end">${tick.text}</text>`,
  )}`;
}

/** Room the longest tick label needs at the left. */
export function tickRoom(axis: Axis): number {
  return Math.max(...axis.ticks.map((tick) => tick.text.length)) * 6.3 + 12;
}
