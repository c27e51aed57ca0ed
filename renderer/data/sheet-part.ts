/** A part of a workbook as the mapping names it, `Orders!B3:H400`, taken apart; a range may be empty. */
export function rangeOf(part: string, sheets: readonly string[]): { readonly sheet: string; readonly range: string } {
  if (sheets.includes(part)) return { sheet: part, range: '' };
  const mark = part.lastIndexOf('!');
  if (mark < 0) return { sheet: part, range: '' };
  const sheet = part.slice(0, mark).replace(/^'(.*)'$/, '$1');
  return { sheet, range: part.slice(mark + 1).replaceAll('$', '') };
}

/** The same put together; null where what was typed is no range of cells. */
export function withRange(sheet: string, typed: string): string | null {
  const range = typed.trim().replaceAll('$', '').toUpperCase();
  if (range === '') return sheet;
  return /^[A-Z]{1,3}\d*:[A-Z]{1,3}\d*$/.test(range) ? `${sheet}!${range}` : null;
}
