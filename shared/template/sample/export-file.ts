import type { Shopper } from './shopper.ts';

/** One record of an export: usually one row, for an order one row a line item. */
export type ExportRecord = {
  readonly rows: readonly (readonly string[])[];
  /** Whether the tool may have written the record twice without touching what the pilot measures. */
  readonly repeatable: 'yes' | 'no';
};

/** One of the shop's exports: its layout, and what it says of one shopper. */
export type ExportFile = {
  readonly name: string;
  readonly header: readonly string[];
  /** Where mess may strike; `reference` and `keys` are emptied or renewed in rows that are broken on purpose. */
  readonly email: string;
  readonly keys: readonly string[];
  readonly reference: readonly string[];
  readonly date: string;
  readonly number: string | null;
  readonly recordsOf: (shopper: Shopper) => readonly ExportRecord[];
};

/** Makes the rows of a layout: cells by column, in the header's order; columns not named are empty. */
export function rowsIn<Column extends string>(header: readonly Column[]) {
  const places = new Map<string, number>(header.map((column, i) => [column, i]));
  const empty = header.map(() => '');
  return (...parts: readonly Readonly<Partial<Record<Column, string>>>[]): readonly string[] => {
    const row = empty.slice();
    for (const cells of parts) {
      for (const column in cells) row[places.get(column) ?? row.length] = cells[column] ?? '';
    }
    return row;
  };
}

const NEEDS_QUOTES = /[",\r\n]/;

/** One line of RFC 4180 CSV, without its end of line. */
export function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => (cell !== '' && NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}

/** Whole cents as dollars, `12.50`. */
export function dollars(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}
