import type { Catalogue } from '../text/catalogue.ts';

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

/** What a language says of reasons. */
export type ReasonWords = Catalogue['reason'] & {
  readonly row: Record<RowReason, string>;
  readonly cell: Record<CellReason, string>;
};

/** A reason about one cell, as it is stored and counted. */
export function cellReason(reason: CellReason, column: string): string {
  return `${reason}: ${column}`;
}

/** A stored reason in words, in the language of `say`. */
export function explainReason(reason: string, say: ReasonWords): string {
  const colon = reason.indexOf(': ');
  if (colon < 0) return say.row[reason as RowReason] ?? reason;
  const words = say.cell[reason.slice(0, colon) as CellReason];
  return words === undefined ? reason : say.ofCell(reason.slice(colon + 2), words);
}
