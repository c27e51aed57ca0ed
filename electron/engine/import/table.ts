import type { FileFormat } from '#shared/records/mapping.ts';
import type { NumberStyle } from './cell-text.ts';
import type { TextFormat } from './delimited-reader.ts';
import type { RowReader } from './row-reader.ts';

/** How a table lies in its file; what a format does not have is null. */
export type TableFormat = Pick<FileFormat, 'encoding' | 'delimiter' | 'skipRows' | 'headerRows' | 'sheet'>;

/** A table found in an export, whatever its format. */
export interface Table {
  readonly format: TableFormat;
  /** The sheets of a workbook; none in other formats. */
  readonly sheets: readonly string[];
  /** How its text is written, where it lies in the file as it is; null where it is packed or typed. */
  readonly plain: TextFormat | null;
  /** What a user should know of how it is read. */
  readonly notes: readonly string[];
  /** What stands in its cells and does not come in, in sentences; also told after the import. */
  readonly losses: readonly string[];
  /** Whether the file itself says what is a number, or holds nothing but text. */
  readonly numbers: 'typed' | 'text';
  /**
   * Its rows from the first; as often as wanted. Numbers that the file itself holds as numbers are written with
   * `decimal`. `onBytes` sees every byte of the file once, in order, by the end of the last batch.
   */
  read(decimal: NumberStyle, onBytes: (bytes: Uint8Array) => void): Promise<RowReader>;
}
