import type { RowBatch } from '#shared/records/delimited.ts';

/** How far a reader has come, in bytes of the file. */
export type Read = { readonly batch: RowBatch; readonly bytesRead: number };

/**
 * The rows of a table in a file, whatever its format: the header first, then rows in order. Cells are text; what a
 * format holds typed is written as a text export would have it (cell-text).
 */
export interface RowReader {
  /** The header's cells as they stand there, several header rows joined. */
  readonly header: readonly string[];
  /** The rows below the header, each file once. */
  batches(): AsyncIterable<Read>;
}
