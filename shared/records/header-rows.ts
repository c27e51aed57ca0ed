/** How a table's header lies at the top of its rows; exports put notes above it and further rows below it. */

const DATA_LIKE = /^-?[\d.,]+$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;
/** Qualtrics' last header row. */
const IMPORT_ID = /^\{"ImportId"/;
const LOOKED_AT = 50;
const MOST_HEADER_ROWS = 4;
/** What SurveyMonkey writes below a question that has no choices. */
const NO_CHOICE = /^(?:open-ended )?response$/i;

/** The place of the first row that is neither a note above the table nor a comment. */
export function headerStart(rows: readonly (readonly string[])[]): number {
  const width = commonWidth(rows);
  for (let i = 0; i < Math.min(rows.length, LOOKED_AT); i++) {
    const row = rows[i]!;
    const comment = row[0]?.startsWith('#') === true && row.length !== width;
    const note = width > 2 && row.length < width / 2;
    if (!comment && !note) return i;
  }
  return 0;
}

/** The commonest number of cells above one, or 1. */
export function commonWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let width = 1;
  for (const [each, count] of counts) if (each > 1 && count > (width === 1 ? 0 : counts.get(width)!)) width = each;
  return width;
}

/** How many rows the header has that begins at `at`; 0 where that row is data already. */
export function headerRowsAt(rows: readonly (readonly string[])[], at: number): number {
  const first = rows[at] ?? [];
  if (isData(first)) return 0;
  for (let i = at + 1; i < Math.min(rows.length, at + MOST_HEADER_ROWS); i++) {
    if (rows[i]!.filter((cell) => IMPORT_ID.test(cell.trim())).length > first.length / 2) return i - at + 1;
  }
  if (hasChoicesBelow(first, rows[at + 1] ?? [])) return 2;
  return groupRowsAt(rows, at) + 1;
}

/**
 * How many rows of groups ("Customer", "Order") stand over the row of names. A row of names is only believed where the
 * rows below it hold figures, dates or addresses in a column in which it has a word: else it could be the first row.
 */
function groupRowsAt(rows: readonly (readonly string[])[], at: number): number {
  for (let i = at; i < Math.min(rows.length, at + MOST_HEADER_ROWS) - 1; i++) {
    const names = rows[i + 1]?.map((cell) => cell.trim()) ?? [];
    if (!hasGaps(rows[i]!, names.length) || isData(rows[i]!)) return 0;
    if (names.length < 2 || names.includes('') || names.some((name) => DATA_LIKE.test(name))) continue;
    const below = rows.slice(i + 2, i + 2 + LOOKED_AT);
    return names.some((_, column) => isDataColumn(below, column)) ? i + 1 - at : 0;
  }
  return 0;
}

/** Something stands in the row, and nothing in some of its places. */
function hasGaps(row: readonly string[], width: number): boolean {
  const filled = row.filter((cell) => cell.trim() !== '').length;
  return filled > 0 && filled < width;
}

function isDataColumn(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  return cells.length > 0 && cells.filter((cell) => DATA_LIKE.test(cell)).length >= cells.length * 0.8;
}

/** The names of columns from the rows of a header. */
export function joinHeader(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: width }, (_, column) => (row[column] ?? '').trim()));
  const first = cells[0]!;
  if (cells.length === 1) return first;
  if (cells.at(-1)!.some((cell) => IMPORT_ID.test(cell)))
    return first.map((name, i) => withQuestion(name, cells[1]![i]!));
  if (cells.length === 2 && hasChoicesBelow(first, cells[1]!)) return withChoices(first, cells[1]!);
  const names = cells.at(-1)!;
  if (names.includes('') || !cells.slice(0, -1).every((row) => hasGaps(row, width))) return joined(cells);
  // Names that tell all columns apart need no group before them.
  return new Set(names).size === width ? names : joined([...cells.slice(0, -1).map(spread), names]);
}

function joined(rows: readonly (readonly string[])[]): string[] {
  return rows[0]!.map((_, column) =>
    [...new Set(rows.map((row) => row[column]!).filter((text) => text !== ''))].join(' - '),
  );
}

/** A group stands over the first of its columns and is meant for all up to the next one. */
function spread(groups: readonly string[]): string[] {
  let group = '';
  return groups.map((text) => {
    if (text !== '') group = text;
    return group;
  });
}

/** A question has its text once, over the first of its choices; the row below has the choices. */
function hasChoicesBelow(first: readonly string[], second: readonly string[]): boolean {
  const below = second.map((cell) => cell.trim());
  if ((below[0] ?? '') !== '' || !below.some((cell) => cell !== '') || isData(second)) return false;
  const named = (i: number) => (first[i] ?? '').trim() !== '';
  return (
    below.every((cell, i) => cell !== '' || named(i)) && below.some((cell, i) => NO_CHOICE.test(cell) || !named(i))
  );
}

function withChoices(questions: readonly string[], choices: readonly string[]): string[] {
  let question = '';
  return questions.map((text, i) => {
    const choice = choices[i]!;
    if (text !== '') question = text;
    return choice === '' || NO_CHOICE.test(choice) ? question : `${question} - ${choice}`;
  });
}

/** `Q1` says nothing without its question; of names that speak for themselves the text below is left out. */
function withQuestion(name: string, text: string): string {
  return /^Q(?:ID)?\d/i.test(name) && text !== '' && text !== name ? `${name} - ${text}` : name;
}

/** A row of figures, dates and addresses is no header. */
function isData(row: readonly string[]): boolean {
  const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const like = cells.filter((cell) => DATA_LIKE.test(cell));
  return (
    cells.some((cell) => cell.includes('@') && DATA_LIKE.test(cell)) ||
    (cells.length > 0 && like.length > cells.length / 2)
  );
}
