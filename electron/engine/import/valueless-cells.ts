import { sheetXml } from './sheet-xml.ts';

/** Cells of one kind: how many, and where the first stands (`C2`; empty where the file does not say). */
type Found = { readonly n: number; readonly first: string };

/** Cells that are empty to a reader though a spreadsheet shows something in them, or would once it had computed it. */
export type Valueless = { readonly uncomputed: Found; readonly errors: Found };

type ValuelessCell = { readonly kind: keyof Valueless; readonly place: string };

const CELL = /<(?:\w+:)?c(?=[\s>])/;
const FORMULA = /<(?:\w+:)?f[\s/>]/;
const VALUE = /<(?:\w+:)?(?:v|is)[\s/>]/;
const ERROR = /^[^>]*\st="e"/;
const PLACE = /^[^>]*\sr="([A-Z]{1,3}\d+)"/;
/** A cell holds no more than this before its value: a formula has at most 8,192 characters. */
const LONGEST = 1 << 16;
/** So much at the end of a piece may be the beginning of a cell. */
const BEGINNING = 32;

/**
 * Counts such cells in a sheet of a workbook, which the reader of its rows does not tell of.
 *
 * @param index which sheet, counted from 0 as the workbook lists them
 * @param range the part that is read, as `B3:H400`, or null for all of it
 */
export async function countValueless(zip: Buffer, index: number, range: string | null): Promise<Valueless> {
  const places = { uncomputed: { n: 0, first: '' }, errors: { n: 0, first: '' } };
  const isIn = within(range);
  for await (const { kind, place } of valuelessCells(sheetXml(zip, index))) {
    if (!isIn(place)) continue;
    if (places[kind].n === 0) places[kind].first = place;
    places[kind].n++;
  }
  return places;
}

/** Such cells of a sheet, whose text may come in pieces of any size. */
export async function* valuelessCells(xml: AsyncIterable<string>): AsyncGenerator<ValuelessCell> {
  let rest = '';
  for await (const piece of xml) {
    const [before = '', ...cells] = (rest + piece).split(CELL);
    const last = cells.pop();
    for (const cell of cells) yield* ifValueless(cell);
    rest = last === undefined ? before.slice(-BEGINNING) : `<c${last.slice(0, LONGEST)}`;
  }
  if (rest.startsWith('<c')) yield* ifValueless(rest.slice(2));
}

/** `cell` is what follows its `<c`. A saved text that is empty is a value. */
function ifValueless(cell: string): readonly ValuelessCell[] {
  const isError = ERROR.test(cell);
  if (!isError && !FORMULA.test(cell)) return [];
  const held = content(cell);
  const place = PLACE.exec(cell)?.[1] ?? '';
  if (isError) return [{ kind: 'errors', place }];
  return FORMULA.test(held) && !VALUE.test(held) ? [{ kind: 'uncomputed', place }] : [];
}

function content(cell: string): string {
  if (/^[^>]*\/>/.test(cell)) return '';
  const end = cell.search(/<\/(?:\w+:)?c>/);
  return end < 0 ? cell : cell.slice(0, end);
}

/** A cell that does not say its place counts as inside. */
function within(range: string | null): (place: string) => boolean {
  const found = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range ?? '');
  if (found === null) return () => true;
  const [, from = '', top, to = '', bottom] = found;
  return (place) => {
    const [, column = '', row] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
    if (column === '') return true;
    return isFrom(column, from) && isFrom(to, column) && Number(row) >= Number(top) && Number(row) <= Number(bottom);
  };
}

/** Whether a column stands at or behind another: AA is behind Z. */
function isFrom(column: string, other: string): boolean {
  return column.length > other.length || (column.length === other.length && column >= other);
}
