import { type Markup, markup } from '../html/markup.ts';

/** Control is a circle, treatment a diamond: told apart by shape, so that print and colour-blind eyes see it too. */
export function mark(role: 'control' | 'treatment', x: number, y: number, size: number): Markup {
  if (role === 'control') return markup`<circle class="fill-control" cx="${x}" cy="${y}" r="${size}"/>`;
  const s = size * 1.25;
  return markup`<path class="fill-treatment" d="M${x} ${y - s}L${x + s} ${y}L${x} ${y + s}L${x - s} ${y}Z"/>`;
}

/** The same mark alone, for a legend. */
export function legendMark(role: 'control' | 'treatment'): Markup {
  return markup`<svg class="key" viewBox="0 0 14 14" width="11" height="11" aria-hidden="true" focusable="false">${mark(role, 7, 7, 5)}</svg>`;
}
