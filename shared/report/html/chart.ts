import type { Chart } from '../chart/chart.ts';
import { drawArms } from '../svg/arms.ts';
import { drawCourse } from '../svg/course.ts';
import { drawFlow } from '../svg/flow.ts';
import { legendMark } from '../svg/mark.ts';
import { EMPTY, type Markup, markup } from './markup.ts';

const WIDE = 720;
const NARROW = 340;
/** Page one's picture stands in a column of its own. */
const COLUMN = 390;

/** The picture of page one, in its column; `more` leads to the table. */
export function columnPicture(chart: Chart, more: Markup): Markup {
  return markup`<figure><p class="picture-title">${chart.title}</p>${draw(chart, COLUMN, `${chart.id}-one`) ?? EMPTY}<figcaption>${legend(chart)}${chart.caption} ${more}</figcaption></figure>`;
}

/** A picture across the page, drawn twice: once for wide screens and paper, once for a telephone. */
export function plate(chart: Chart): Markup {
  const wide = draw(chart, WIDE, `${chart.id}-w`);
  if (wide === null) return EMPTY;
  const narrow = draw(chart, NARROW, `${chart.id}-n`);
  return markup`<figure class="plate"><p class="picture-title">${chart.title}</p><div class="wide">${wide}</div>${narrow === null ? EMPTY : markup`<div class="narrow">${narrow}</div>`}<figcaption>${legend(chart)}${chart.caption}</figcaption></figure>`;
}

function draw(chart: Chart, width: number, id: string): Markup | null {
  switch (chart.kind) {
    case 'arms':
      return drawArms(chart, width, id);
    case 'course':
      return drawCourse(chart, width, id);
    case 'flow':
      return drawFlow(chart, width, id);
  }
}

function legend(chart: Chart): Markup {
  if (chart.kind !== 'arms') return EMPTY;
  return markup`<span class="legend">${chart.legend.map(
    (entry) => markup`<span>${legendMark(entry.role)}${entry.text}</span>`,
  )}</span>`;
}
