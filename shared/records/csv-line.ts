/** Cells that a spreadsheet would take for a formula begin with one of these, full-width ones and spaces before them included. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
const PLAIN_NUMBER = /^[+-]?\d+([.,]\d+)?$/;

/**
 * One line of CSV (RFC 4180, without the line end) that no spreadsheet executes: a cell that would be taken for a
 * formula gets an apostrophe before it (OWASP, "CSV injection"). Plain numbers stay as they are.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return cells.map(csvCell).join(',');
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return '';
  const text = String(cell);
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
