import { type Markup, markup } from '../html/markup.ts';

/** An SVG that is one image to a reader: its title and its finding in words, named by ids that are unique on the page. */
export function frame(
  id: string,
  width: number,
  height: number,
  chart: { readonly title: string; readonly alt: string },
  content: Markup,
): Markup {
  return markup`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d" preserveAspectRatio="xMidYMid meet"><title id="${id}-t">${chart.title}</title><desc id="${id}-d">${chart.alt}</desc>${content}</svg>`;
}
