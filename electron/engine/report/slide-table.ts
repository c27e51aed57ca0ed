import { wanted } from '#shared/report/html/markup.ts';
import type { Cell, Table } from '#shared/report/table.ts';
import { type Box, colour, FONT, linesOf, PAGE, type Slide, text } from './slide-text.ts';

const TABLE_SIZES = [14, 12, 11];
const SMALLEST = 10;
const CAPTION = 0.32;
const GAP = 0.3;

/** Where a slide is still empty: from `y` downwards. */
export type Rest = { readonly slide: Slide; readonly y: number };

/**
 * Tables one below another, as many on a slide as it holds.
 * @returns what is left of the last slide; null where there was no table
 */
export function tableSlides(page: () => Slide, tables: readonly Table[]): Rest | null {
  let slide: Slide | null = null;
  let y = PAGE.top;
  for (const part of tables.map(withoutDrawings).flatMap(parts)) {
    const size = sizeOf(part);
    const height = heightOf(part, size);
    if (slide === null || y + height > PAGE.bottom) {
      slide = page();
      y = PAGE.top;
    }
    text(slide, part.caption, { x: PAGE.left, y, w: PAGE.inner, h: CAPTION }, { size: 12, tone: 'quiet', bold: false });
    nativeTable(slide, part, { x: PAGE.left, y: y + CAPTION, w: PAGE.inner }, size);
    y += height + GAP;
  }
  return slide === null ? null : { slide, y };
}

function withoutDrawings(table: Table): Table {
  const kept = table.columns.map((_, i) => !table.rows.some((row) => row[i]?.kind === 'interval'));
  return {
    ...table,
    columns: table.columns.filter((_, i) => kept[i]),
    rows: table.rows.map((row) => row.filter((_, i) => kept[i])),
  };
}

/** The largest size at which a table keeps to a slide, with room to spare where it is short. */
function sizeOf(table: Table): number {
  return TABLE_SIZES.find((size) => heightOf(table, size) <= PAGE.bottom - PAGE.top) ?? SMALLEST;
}

/** A table in parts that each keep to one slide. */
function parts(table: Table): Table[] {
  const room = PAGE.bottom - PAGE.top;
  if (heightOf(table, SMALLEST) <= room) return [table];
  const found: Table[] = [];
  let open: Cell[][] = [];
  for (const row of table.rows) {
    if (open.length > 0 && heightOf({ ...table, rows: [...open, row] }, SMALLEST) > room) {
      found.push({ ...table, rows: open });
      open = [];
    }
    open.push(row);
  }
  return [...found, { ...table, rows: open }];
}

function heightOf(table: Table, size: number): number {
  const widths = widthsOf(table, PAGE.inner);
  const rowHeight = (cells: readonly string[]) => {
    const lines = Math.max(...cells.map((words, i) => linesOf(words, (widths[i] ?? 1) - 0.16, size)));
    return (lines * size * 1.25) / 72 + 0.11;
  };
  const rows = [table.columns.map((column) => column.title), ...table.rows.map((row) => row.map(shown))];
  return CAPTION + rows.reduce((sum, row) => sum + rowHeight(row), 0);
}

/** Letters a column holds an inch, at the middle of the sizes. */
const LETTERS = 8;

/** Columns by their words: none so narrow that a word breaks, and a very long one wraps instead of crowding the others. */
function widthsOf(table: Table, width: number): number[] {
  const columns = table.columns.map((column, i) => {
    const cells = [column.title, ...table.rows.map((row) => shown(row[i] ?? nothing))];
    // A space that does not break, as before a unit, makes one word of two.
    const words = Math.max(5, BOLD * longest(column.title), ...cells.map(longest));
    const least = words + 3;
    return { least, wish: Math.max(least, Math.min(70, Math.max(...cells.map((words) => words.length)) + 2)) };
  });
  const [least, wish] = [total(columns.map((one) => one.least)), total(columns.map((one) => one.wish))];
  const rest = width * LETTERS - least;
  if (rest <= 0 || wish <= width * LETTERS) {
    return columns.map((one) => (rest <= 0 ? one.least / least : one.wish / wish) * width);
  }
  return columns.map((one) => (one.least + (rest * (one.wish - one.least)) / (wish - least)) / LETTERS);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0);
}

/** Letters of a title are set bold and take more room than those of a cell. */
const BOLD = 1.2;

function longest(words: string): number {
  return Math.max(...words.split(' ').map((one) => one.length));
}

const nothing: Cell = { kind: 'text', text: '', note: null };

function nativeTable(slide: Slide, table: Table, { x, y, w }: Omit<Box, 'h'>, size: number): void {
  const head = table.columns.map((column) => ({
    text: wanted(column.title),
    options: {
      bold: true,
      color: colour('quiet'),
      align: column.align === 'end' ? ('right' as const) : ('left' as const),
    },
  }));
  const body = table.rows.map((row) =>
    row.map((cell, i) => ({
      text: wanted(shown(cell)),
      options: { bold: i === 0, align: table.columns[i]?.align === 'end' ? ('right' as const) : ('left' as const) },
    })),
  );
  slide.addTable([head, ...body], {
    x,
    y,
    w,
    colW: widthsOf(table, w),
    fontFace: FONT,
    fontSize: size,
    color: colour('ink'),
    border: { type: 'solid', pt: 0.5, color: colour('rule') },
    margin: [0.04, 0.08, 0.04, 0.08],
    valign: 'top',
  });
}

function shown(cell: Cell): string {
  return cell.kind === 'text' && cell.note !== null ? `${cell.text} (${cell.note})` : cell.text;
}
