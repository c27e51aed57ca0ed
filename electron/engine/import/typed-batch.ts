import type { RowBatch } from '#shared/records/delimited.ts';
import type { RowReason } from '#shared/records/reason.ts';

/** Rows of a format that has no text of its own, or one line of text a row. */
export class TypedBatch implements RowBatch {
  readonly rows: string[][] = [];
  readonly lines: number[] = [];
  readonly faults = new Map<number, RowReason>();
  readonly #raws = new Map<number, string>();

  add(cells: string[], line: number): void {
    this.rows.push(cells);
    this.lines.push(line);
  }

  /** A row that cannot be read, with its text. */
  fault(reason: RowReason, line: number, raw: string): void {
    this.faults.set(this.rows.length, reason);
    this.#raws.set(this.rows.length, raw);
    this.add([], line);
  }

  raw(i: number): string {
    return this.#raws.get(i) ?? this.rows[i]!.map(quoted).join(',');
  }
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
