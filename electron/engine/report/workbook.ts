import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { wanted } from '#shared/report/html/markup.ts';
import type { Paper } from '#shared/report/html/print.ts';
import type { Block, ReportModel, Section } from '#shared/report/model.ts';
import type { Cell, Table } from '#shared/report/table.ts';

/** Longest name a sheet may have, and what may not stand in it. */
const LONGEST_NAME = 31;
const NO_NAME = /[[\]:*?/\\']/g;

/** Columns that running text spreads over, and the width of each in letters. */
const SPREAD = 5;
const FIRST_WIDTH = 44;
const WIDTH = 22;
const LINE_HEIGHT = 13.5;
/** Letters to a unit of width: most are narrower than the digit it is named for. */
const LETTERS = 1.1;

/** One row; `wide` is the cell that spreads to the right and wraps, where there is one. */
type Line = { readonly cells: readonly Written[]; readonly wide: number | null };
type Written = { readonly value: CellValue; readonly style: CellStyle };

const FONT = { name: 'Arial', size: 10 };
const PLAIN: CellStyle = { font: FONT, alignment: { vertical: 'top' } };
const TITLE: CellStyle = { font: { ...FONT, bold: true, size: 14 } };
const HEAD: CellStyle = { font: { ...FONT, bold: true }, alignment: { vertical: 'top', wrapText: true } };
const WRAPPED: CellStyle = { font: FONT, alignment: { wrapText: true, vertical: 'top' } };
const RIGHT: CellStyle = { font: FONT, alignment: { horizontal: 'right', vertical: 'top' } };
const HEAD_RIGHT: CellStyle = { ...HEAD, alignment: { ...HEAD.alignment, horizontal: 'right' } };
const EMPTY: Line = { cells: [], wide: null };

/**
 * The report as a workbook for the analyst: page one, then a sheet a section, each figure as the number it was
 * written from, at full precision. No cell is a formula, and none becomes one. Each sheet prints as wide as its paper.
 */
export async function reportWorkbook(model: ReportModel): Promise<Uint8Array> {
  const named = new Set<string>();
  const { paper } = model.appearance;
  const sheets = [
    sheet(model.title, 'Page one', pageOneLines(model), named, paper),
    ...model.sections.map((section) => sheet(section.title, section.title, sectionLines(section), named, paper)),
  ];
  return await writeXlsx({ sheets, properties: { title: wanted(model.kicker), creator: wanted(model.generated.by) } });
}

function sheet(title: string, name: string, lines: readonly Line[], named: Set<string>, paper: Paper): WriteSheet {
  const all: Line[] = [{ cells: [plain(title, TITLE)], wide: null }, ...lines];
  const width = Math.max(SPREAD, ...all.map(({ cells }) => cells.length));
  const cells = new Map<string, { style: CellStyle }>();
  const rowDefs = new Map<number, { height: number }>();
  all.forEach((line, row) => {
    line.cells.forEach(({ style }, column) => {
      cells.set(`${row},${column}`, { style });
    });
    if (row > 0 && line.cells.length > 0) rowDefs.set(row, { height: LINE_HEIGHT * linesIn(line, width) });
  });
  return {
    name: freeName(name, named),
    rows: all.map((line) => line.cells.map(({ value }) => value)),
    cells,
    rowDefs,
    merges: all.flatMap(({ wide }, row) =>
      wide === null ? [] : [{ startRow: row, startCol: wide, endRow: row, endCol: width - 1 }],
    ),
    columns: Array.from({ length: width }, (_, i) => ({ width: i === 0 ? FIRST_WIDTH : WIDTH })),
    pageSetup: { paperSize: paper, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** How many lines the longest cell of a row wraps to: merged cells do not find their height by themselves. */
function linesIn({ cells, wide }: Line, width: number): number {
  const letters = (i: number) => {
    const own = i === 0 ? FIRST_WIDTH : WIDTH;
    return LETTERS * (i === wide ? own + (width - 1 - i) * WIDTH : own);
  };
  return Math.max(
    ...cells.map(({ value }, i) =>
      String(value ?? '')
        .split('\n')
        .reduce((sum, one) => sum + Math.max(1, Math.ceil(one.length / letters(i))), 0),
    ),
  );
}

/** Sheets are told apart by name, in any case. */
function freeName(title: string, named: Set<string>): string {
  const base = wanted(title).replace(NO_NAME, ' ').trim() || 'Sheet';
  for (let n = 1; ; n++) {
    const tail = n === 1 ? '' : ` ${n}`;
    const name = base.slice(0, LONGEST_NAME - tail.length) + tail;
    if (named.has(name.toLowerCase())) continue;
    named.add(name.toLowerCase());
    return name;
  }
}

function pageOneLines({ pageOne, leftOut, generated }: ReportModel): Line[] {
  const asides = [pageOne.aside, pageOne.told].flatMap((aside) => aside ?? []);
  return [
    EMPTY,
    ...pageOne.banners.map((banner) => two(banner.title, banner.text)),
    two(pageOne.question, pageOne.answer),
    two('', pageOne.lead),
    EMPTY,
    ...pageOne.cards.flatMap((card) => [two(card.label, card.big), two('', card.text)]),
    EMPTY,
    ...asides.flatMap(({ title, lines }) => lines.map((line, i) => two(i === 0 ? title : '', line))),
    two(pageOne.caveat.title, pageOne.caveat.text),
    two(pageOne.ask.title, pageOne.ask.text),
    ...(pageOne.picture === null ? [] : tableLines(pageOne.picture.table)),
    EMPTY,
    ...[...pageOne.foot, ...(leftOut === null ? [] : [leftOut]), generated.by, generated.at].map(running),
  ];
}

/** A term, and its text beside it. */
function two(term: string, text: string): Line {
  return { cells: [plain(term, HEAD), plain(text, WRAPPED)], wide: 1 };
}

/** Running text over the whole width. */
function running(text: string): Line {
  return { cells: [plain(text, WRAPPED)], wide: 0 };
}

function heading(text: string, note: string | null): Line {
  return { cells: [plain(text, HEAD), ...(note === null ? [] : [plain(note, PLAIN)])], wide: note === null ? 0 : null };
}

function sectionLines(section: Section): Line[] {
  const drawn = section.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart.table.caption] : []));
  const twice = (block: Block) => block.kind === 'table' && drawn.includes(block.table.caption);
  return section.blocks.filter((block) => !twice(block)).flatMap(blockLines);
}

function blockLines(block: Block): Line[] {
  switch (block.kind) {
    case 'paragraph':
      return [EMPTY, running(block.text)];
    case 'quote':
      return [EMPTY, running(block.text), running(block.by)];
    case 'heading':
      return [EMPTY, heading(block.text, block.note)];
    case 'list':
      return block.items.map(running);
    case 'definitions':
      return block.items.map(({ term, text }) => two(term, text));
    case 'table':
      return tableLines(block.table);
    case 'chart':
      return tableLines(block.chart.table);
    case 'code':
      return [EMPTY, heading(block.label, null), running(block.text)];
    case 'callout':
      return [EMPTY, two(block.title, block.text)];
  }
}

function tableLines(table: Table): Line[] {
  return [
    EMPTY,
    heading(table.caption, null),
    { cells: table.columns.map(({ title, align }) => plain(title, align === 'end' ? HEAD_RIGHT : HEAD)), wide: null },
    ...table.rows.map((row): Line => ({ cells: row.map((one, i) => cell(one, table.columns[i]?.align)), wide: null })),
  ];
}

function cell(given: Cell, align: 'start' | 'end' | undefined): Written {
  const style = align === 'end' ? RIGHT : WRAPPED;
  switch (given.kind) {
    case 'figure':
      return given.value === null
        ? plain(given.text, style)
        : { value: given.value, style: { ...RIGHT, ...formatOf(given.value, given.text) } };
    case 'text':
      return plain(given.note === null ? given.text : `${given.text} (${given.note})`, style);
    case 'severity':
    case 'interval':
      return plain(given.text, style);
  }
}

/** How a number is shown; it keeps its full precision. */
function formatOf(value: number, text: string): Pick<CellStyle, 'numFmt'> {
  if (text.endsWith('%')) return { numFmt: '0.00%' };
  return Number.isInteger(value) ? { numFmt: '#,##0' } : {};
}

function plain(text: string, style: CellStyle): Written {
  return { value: safe(text), style };
}

/** Begins like a formula, and is no plain figure with its sign. */
const FORMULA = /^[=@\t\r]|^[+-](?=.*[|!(=@])|^[+-]\D*$/;

/** Text a spreadsheet leaves alone, also after it was saved as CSV and opened again. */
function safe(text: string): string {
  const clean = wanted(text);
  return FORMULA.test(clean) ? `'${clean}` : clean;
}
