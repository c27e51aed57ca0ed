import { DelimitedScanner, type RowBatch } from './delimited.ts';
import { commonWidth, headerRowsAt, headerStart } from './header-rows.ts';

/** Delimiters that are looked for, the likelier first. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How the table lies in a text: found from a sample of its beginning. */
export type SampleShape = {
  readonly delimiter: string;
  /** Lines above the header. */
  readonly skipRows: number;
  readonly headerRows: number;
};

const LOOKED_AT = 200;

/** Finds the delimiter under which most rows have the same number of cells, and where the header stands. */
export function shapeOfSample(sample: string): SampleShape {
  const candidates = DELIMITERS.map((delimiter) => {
    const scanner = new DelimitedScanner(delimiter, 1);
    const batch = scanner.push(sample.endsWith('\n') ? sample : `${sample}\n`);
    return { delimiter, batch, score: regularity(batch) };
  });
  const best = candidates.reduce((a, b) => (b.score > a.score + 1e-9 ? b : a));
  const rows = best.batch.rows.slice(0, LOOKED_AT);
  const header = headerStart(rows);
  return {
    delimiter: best.delimiter,
    skipRows: header === 0 ? 0 : best.batch.lines[header]! - 1,
    headerRows: headerRowsAt(rows, header),
  };
}

/** How far rows agree on the commonest number of cells; more columns speak for a delimiter. */
function regularity(batch: RowBatch): number {
  const rows = batch.rows.slice(0, LOOKED_AT);
  const width = commonWidth(rows);
  if (width === 1) return 0;
  return (rows.filter(({ length }) => length === width).length / rows.length) * Math.log2(width + 1);
}
