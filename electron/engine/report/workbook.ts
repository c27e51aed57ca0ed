import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { wanted } from '#shared/report/html/markup.ts';
import type { Block, ReportModel, Section } from '#shared/report/model.ts';
import type { Cell, Table } from '#shared/report/table.ts';

/** Longest name a sheet may have, and what may not stand in it. */
const LONGEST_NAME = 31;
const NO_NAME = /[[\]:*?/\\']/g;

type Line = readonly { readonly value: CellValue; readonly style: CellStyle | null }[];

const TITLE: CellStyle = { font: { bold: true, size: 14 } };
const HEAD: CellStyle = { font: { bold: true } };
const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };

/**
 * The report as a workbook for the analyst: page one, then a sheet a section, each figure as the number it was
 * written from, at full precision. No cell is a formula, and none becomes one.
 */
export async function reportWorkbook(model: ReportModel): Promise<Uint8Array> {
  const named = new Set<string>();
  const sheets = [
    sheet(model.title, 'Page one', pageOneLines(model), named),
    ...model.sections.map((section) => sheet(section.title, section.title, sectionLines(section), named)),
  ];
  return await writeXlsx({ sheets, properties: { title: wanted(model.kicker), creator: wanted(model.generated.by) } });
}

function sheet(title: string, name: string, lines: readonly Line[], named: Set<string>): WriteSheet {
  const all: Line[] = [[{ value: safe(title), style: TITLE }], ...lines];
  const cells = new Map<string, { style: CellStyle }>();
  all.forEach((line, row) => {
    line.forEach(({ style }, column) => {
      if (style !== null) cells.set(`${row},${column}`, { style });
    });
  });
  const width = Math.max(...all.map((line) => line.length));
  return {
    name: freeName(name, named),
    rows: all.map((line) => line.map(({ value }) => value)),
    cells,
    columns: Array.from({ length: width }, (_, i) => ({ width: i === 0 ? 44 : 24 })),
  };
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
  const two = (term: string, text: string): Line => [plain(term, HEAD), plain(text, WRAPPED)];
  return [
    [],
    ...pageOne.banners.map((banner) => two(banner.title, banner.text)),
    two(pageOne.question, pageOne.answer),
    two('', pageOne.lead),
    ...pageOne.cards.map((card) => [...two(card.label, card.big), plain(card.text, WRAPPED)]),
    ...(pageOne.aside === null ? [] : pageOne.aside.lines.map((line) => two(pageOne.aside?.title ?? '', line))),
    ...(pageOne.told === null ? [] : pageOne.told.lines.map((line) => two(pageOne.told?.title ?? '', line))),
    two(pageOne.caveat.title, pageOne.caveat.text),
    two(pageOne.ask.title, pageOne.ask.text),
    ...(pageOne.picture === null ? [] : tableLines(pageOne.picture.table)),
    [],
    ...[...pageOne.foot, ...(leftOut === null ? [] : [leftOut]), generated.by, generated.at].map(
      (text): Line => [plain(text, null)],
    ),
  ];
}

function sectionLines(section: Section): Line[] {
  return section.blocks.flatMap(blockLines);
}

function blockLines(block: Block): Line[] {
  switch (block.kind) {
    case 'paragraph':
      return [[], [plain(block.text, null)]];
    case 'quote':
      return [[], [plain(block.text, null), plain(block.by, null)]];
    case 'heading':
      return [[], [plain(block.text, HEAD), plain(block.note ?? '', null)]];
    case 'list':
      return block.items.map((item): Line => [plain(item, null)]);
    case 'definitions':
      return block.items.map(({ term, text }): Line => [plain(term, HEAD), plain(text, null)]);
    case 'table':
      return tableLines(block.table);
    case 'chart':
      return tableLines(block.chart.table);
    case 'code':
      return [[], [plain(block.label, HEAD)], [plain(block.text, null)]];
    case 'callout':
      return [[], [plain(block.title, HEAD), plain(block.text, null)]];
  }
}

function tableLines(table: Table): Line[] {
  return [
    [],
    [plain(table.caption, HEAD)],
    table.columns.map((column) => plain(column.title, HEAD)),
    ...table.rows.map((row) => row.map(cell)),
  ];
}

function cell(given: Cell): Line[number] {
  switch (given.kind) {
    case 'figure':
      return given.value === null
        ? plain(given.text, null)
        : { value: given.value, style: given.text.endsWith('%') ? { numFmt: '0.00%' } : null };
    case 'text':
      return plain(given.note === null ? given.text : `${given.text} (${given.note})`, null);
    case 'severity':
    case 'interval':
      return plain(given.text, null);
  }
}

function plain(text: string, style: CellStyle | null): Line[number] {
  return { value: safe(text), style };
}

/** Begins like a formula, and is no plain figure with its sign. */
const FORMULA = /^[=@\t\r]|^[+-](?=.*[|!(=@])|^[+-]\D*$/;

/** Text a spreadsheet leaves alone, also after it was saved as CSV and opened again. */
function safe(text: string): string {
  const clean = wanted(text);
  return FORMULA.test(clean) ? `'${clean}` : clean;
}
