import type { Chart } from '../chart/chart.ts';
import { drawArms } from '../svg/arms.ts';
import { drawCourse } from '../svg/course.ts';
import { drawFlow } from '../svg/flow.ts';
import { legendMark } from '../svg/mark.ts';
import { drawTornado } from '../svg/tornado.ts';
import { EMPTY, type Markup, markup } from './markup.ts';

const WIDE = 720;
const NARROW = 300;
/** Page one's picture stands in a column of its own. */
const COLUMN = 390;

/** The picture of page one, in its column; `more` says where its table is. */
export function columnPicture(chart: Chart, more: Markup): Markup {
  return markup`<figure><p class="picture-title">${chart.title}</p>${twice(chart, COLUMN, 'one')}<figcaption>${legend(chart)}${chart.caption} ${more}</figcaption></figure>`;
}

/** A picture across the page. */
export function plate(chart: Chart): Markup {
  if (draw(chart, WIDE, chart.id) === null) return EMPTY;
  return markup`<figure class="plate"><p class="picture-title">${chart.title}</p>${twice(chart, WIDE, 'plate')}<figcaption>${legend(chart)}${chart.caption}</figcaption></figure>`;
}

/** Drawn for wide screens and paper, and again for a telephone, where type must not shrink with the picture. */
function twice(chart: Chart, width: number, place: string): Markup {
  const wide = draw(chart, width, `${chart.id}-${place}-wide`);
  const narrow = draw(chart, NARROW, `${chart.id}-${place}-narrow`);
  const shown = (drawing: Markup | null, on: string) =>
    drawing === null ? EMPTY : markup`<div class="${on}">${drawing}</div>`;
  return markup`${shown(wide, 'wide')}${shown(narrow, 'narrow')}`;
}

function draw(chart: Chart, width: number, id: string): Markup | null {
  switch (chart.kind) {
    case 'arms':
      return drawArms(chart, width, id);
    case 'course':
      return drawCourse(chart, width, id);
    case 'flow':
      return drawFlow(chart, width, id);
    case 'tornado':
      return drawTornado(chart, width, id);
  }
}

function legend(chart: Chart): Markup {
  if (chart.kind !== 'arms') return EMPTY;
  return markup`<span class="legend">${chart.legend.map(
    (entry) => markup`<span>${legendMark(entry.role)}${entry.text}</span>`,
  )}</span>`;
}
