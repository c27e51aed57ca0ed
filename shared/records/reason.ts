/**
 * Why a row stands in quarantine, as `reasons` counts it. A reason about one cell carries the column's header:
 * `bad-number: total`.
 */
export type RowReason =
  | 'no-key'
  | 'no-date'
  | 'no-activity'
  | 'empty-row'
  | 'too-many-cells'
  | 'too-few-cells'
  | 'unbalanced-quote'
  | 'nul-byte'
  | 'too-long'
  | 'line-without-record'
  | 'bad-json';

export type CellReason =
  | 'bad-number'
  | 'bad-date'
  | 'ambiguous-date'
  | 'bad-boolean'
  | 'score-off-scale'
  | 'other-currency';

const ROW_SENTENCES: Record<RowReason, string> = {
  'no-key': 'no key that names a customer; role addresses and placeholders do not count',
  'no-date': 'no date',
  'no-activity': 'no kind of activity',
  'empty-row': 'every cell is empty',
  'too-many-cells': 'more cells than the header has columns',
  'too-few-cells': 'fewer cells than the header has columns',
  'unbalanced-quote': 'a quotation mark that opens or closes in the wrong place',
  'nul-byte': 'a NUL byte, which no text holds',
  'too-long': 'a row longer than a million characters',
  'line-without-record': 'a further line of a record whose first line is not above it',
  'bad-json': 'a line that is no JSON object, or one nested more than 100 deep',
};

const CELL_SENTENCES: Record<CellReason, string> = {
  'bad-number': 'is not a number',
  'bad-date': 'is not a date that exists',
  'ambiguous-date': 'could be two different days; say which order the dates have',
  'bad-boolean': 'is neither yes nor no',
  'score-off-scale': 'lies outside the scale',
  'other-currency': "is not the pilot's currency",
};

/** A reason about one cell, as it is stored and counted. */
export function cellReason(reason: CellReason, column: string): string {
  return `${reason}: ${column}`;
}

/** A stored reason in words. */
export function explainReason(reason: string): string {
  const colon = reason.indexOf(': ');
  if (colon < 0) return ROW_SENTENCES[reason as RowReason] ?? reason;
  const words = CELL_SENTENCES[reason.slice(0, colon) as CellReason];
  return words === undefined ? reason : `the cell in "${reason.slice(colon + 2)}" ${words}`;
}
