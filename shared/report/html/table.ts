import { drawInterval } from '../svg/interval.ts';
import type { Cell, Column, Table } from '../table.ts';
import { type Markup, markup } from './markup.ts';
import { severityMark } from './severity.ts';

/** Up to this many rows a table is kept on one printed page. */
const MOST_ROWS_WHOLE = 14;

/** A table in a region that scrolls by itself where the screen is narrow, reachable by keyboard. */
export function tableHtml(table: Table): Markup {
  const whole = table.rows.length <= MOST_ROWS_WHOLE ? ' whole' : '';
  return markup`<div class="scroll${whole}" role="region" tabindex="0" aria-label="${table.caption}"><table><caption><span>${table.caption}</span></caption><thead><tr>${table.columns.map(headHtml)}</tr></thead><tbody>${table.rows.map(
    (row) => markup`<tr>${row.map((cell, i) => cellHtml(cell, i, table.columns[i]))}</tr>`,
  )}</tbody></table></div>`;
}

function headHtml(column: Column): Markup {
  return markup`<th scope="col" class="${column.align}">${column.title}</th>`;
}

function cellHtml(cell: Cell, index: number, column: Column | undefined): Markup {
  const content = contentHtml(cell);
  if (index === 0) return markup`<th scope="row">${content}</th>`;
  const sentence = cell.kind === 'text' && cell.text.length > 28 ? ' wrap' : '';
  return markup`<td class="${column?.align ?? 'start'}${sentence}">${content}</td>`;
}

function contentHtml(cell: Cell): Markup {
  switch (cell.kind) {
    case 'text':
      return cell.note === null ? markup`${cell.text}` : markup`${cell.text} <span class="note">${cell.note}</span>`;
    case 'figure':
      return cell.value === null
        ? markup`${cell.text}`
        : markup`<data value="${String(cell.value)}">${cell.text}</data>`;
    case 'severity':
      return markup`<span class="severity ${cell.severity === 'note' ? 'note-level' : cell.severity}">${severityMark(cell.severity)}${cell.text}</span>`;
    case 'interval':
      return drawInterval(cell.picture);
  }
}
