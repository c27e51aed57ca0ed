import { type Markup, markup } from '../html/markup.ts';
import type { IntervalPicture } from '../table.ts';
import { pixels } from './scale.ts';

const WIDTH = 120;
const HEIGHT = 22;

/** An interval in a table's row. It says nothing that the row does not say in figures, so readers aloud pass over it. */
export function drawInterval(picture: IntervalPicture): Markup {
  const x = pixels(picture.min, picture.max, 3, WIDTH - 3);
  const middle = HEIGHT / 2;
  const [from, to] = [x(picture.lower ?? picture.min), x(picture.upper ?? picture.max)];
  const limit =
    picture.limit === null
      ? []
      : [markup`<line class="limit" x1="${x(picture.limit)}" x2="${x(picture.limit)}" y1="2" y2="${HEIGHT - 2}"/>`];
  const role = picture.tone === 'quiet' ? 'control' : 'treatment';
  const s = 5.5;
  const at = x(picture.estimate);
  return markup`<svg class="interval" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true" focusable="false"><line class="null" x1="${x(0)}" x2="${x(0)}" y1="3" y2="${HEIGHT - 3}"/>${limit}<line class="stroke-${role}" x1="${from}" x2="${to}" y1="${middle}" y2="${middle}"/>${openEnd(picture.lower === null || picture.lower < picture.min, from, -1, role)}${openEnd(picture.upper === null || picture.upper > picture.max, to, 1, role)}<path class="fill-${role}" d="M${at} ${middle - s}L${at + s} ${middle}L${at} ${middle + s}L${at - s} ${middle}Z"/></svg>`;
}

/** An arrow head where the interval goes on beyond the picture. */
function openEnd(open: boolean, x: number, direction: -1 | 1, role: 'control' | 'treatment'): Markup[] {
  if (!open) return [];
  const back = x - 5 * direction;
  const middle = HEIGHT / 2;
  return [
    markup`<path class="stroke-${role}" d="M${back} ${middle - 4}L${x} ${middle}L${back} ${middle + 4}" fill="none"/>`,
  ];
}
