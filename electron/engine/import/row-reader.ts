import type { RowBatch } from '#shared/records/delimited.ts';

/** How far a reader has come, in bytes of the file. */
export type Read = { readonly batch: RowBatch; readonly bytesRead: number };

/**
 * A table in a file, whatever its format: the header's rows first, then rows in order. CSV and TSV today; a workbook,
 * JSON lines or Parquet become one more function that gives this.
 */
export interface RowReader {
  /** The header's cells as they stand there, several header rows joined by " - ". */
  readonly header: readonly string[];
  /** The rows below the header, each file once. */
  batches(): AsyncIterable<Read>;
}
