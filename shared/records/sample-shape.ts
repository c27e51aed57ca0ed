import { DelimitedScanner, type RowBatch } from './delimited.ts';

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
const DATA_LIKE = /^-?[\d.,]+$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;

/** Finds the delimiter under which most rows have the same number of cells, and where the header stands. */
export function shapeOfSample(sample: string): SampleShape {
  const candidates = DELIMITERS.map((delimiter) => {
    const scanner = new DelimitedScanner(delimiter, 1);
    const batch = scanner.push(sample.endsWith('\n') ? sample : `${sample}\n`);
    return { delimiter, batch, ...regularity(batch) };
  });
  const best = candidates.reduce((a, b) => (b.score > a.score + 1e-9 ? b : a));
  const header = headerAt(best.batch, best.width);
  return {
    delimiter: best.delimiter,
    skipRows: header === 0 ? 0 : best.batch.lines[header]! - 1,
    headerRows: isData(best.batch.rows[header] ?? []) ? 0 : 1,
  };
}

/** The commonest number of cells, and how far rows agree on it; more columns speak for a delimiter. */
function regularity(batch: RowBatch): { readonly width: number; readonly score: number } {
  const counts = new Map<number, number>();
  const rows = Math.min(LOOKED_AT, batch.rows.length);
  for (let i = 0; i < rows; i++) {
    const width = batch.rows[i]!.length;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let width = 1;
  for (const [each, count] of counts) if (each > 1 && count > (width === 1 ? 0 : counts.get(width)!)) width = each;
  const share = rows === 0 ? 0 : (counts.get(width) ?? 0) / rows;
  return { width, score: width === 1 ? 0 : share * Math.log2(width + 1) };
}

/** The first row that is neither a note above the table nor a comment. */
function headerAt(batch: RowBatch, width: number): number {
  for (let i = 0; i < Math.min(batch.rows.length, 50); i++) {
    const row = batch.rows[i]!;
    const comment = row[0]?.startsWith('#') === true && row.length !== width;
    const note = width > 2 && row.length < width / 2;
    if (!comment && !note) return i;
  }
  return 0;
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
