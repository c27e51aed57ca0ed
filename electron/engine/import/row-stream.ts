import type { RowBatch } from '#shared/records/delimited.ts';
import type { RowReason } from '#shared/records/reason.ts';
import { Cells } from './cells.ts';
import { type ContinuationSlot, printedColumns, type RowPlan } from './compile.ts';
import { AHEAD } from './foresight.ts';
import { PlainRows } from './plain-rows.ts';
import { RowPrinter, type RowPrints } from './row-prints.ts';

/** What is done with the rows of a file: one record's rows together, or one faulty row. */
export interface RowUser {
  record(row: Cells, line: number, further: readonly Line[], raw: () => string): void;
  faulty(line: number, reason: RowReason, raw: () => string): void;
  /** Told of the hashes of rows to come, from `first` on up to `end`, before the rows. */
  foresee?(prints: RowPrints, first: number, end: number): void;
}

/** A row that carries a record on. */
export type Line = { readonly row: Cells; readonly line: number; readonly raw: () => string };

const NOTHING_FURTHER: readonly Line[] = [];

/** Checks the shape of each row and puts a record's rows together. */
export class RowStream {
  readonly #width: number;
  readonly #continuation: ContinuationSlot | null;
  readonly #user: RowUser;
  readonly #printer: RowPrinter;
  /** Looks at one row after another. */
  readonly #cells = new Cells();
  #open: (Line & { readonly further: Line[] }) | null = null;

  constructor(plan: RowPlan, user: RowUser) {
    this.#width = plan.names.length;
    this.#printer = new RowPrinter(printedColumns(plan), this.#width);
    this.#continuation = plan.continuation;
    this.#user = user;
  }

  /** `prints` are what is known of the rows already; null where nobody looked. */
  take(batch: RowBatch, prints: RowPrints | null): void {
    if (batch instanceof PlainRows && this.#continuation === null)
      this.#takePlain(batch, prints ?? this.#printer.print(batch));
    else this.#takeTexts(batch, prints);
  }

  #takePlain(batch: PlainRows, prints: RowPrints): void {
    const cells = this.#cells;
    let i = 0;
    const raw = () => batch.raw(i);
    for (; i < batch.count; i++) {
      if (i % AHEAD === 0) this.#user.foresee?.(prints, i, Math.min(i + AHEAD, batch.count));
      batch.look(i, cells);
      cells.know(prints, i);
      const reason = this.#fault(cells);
      if (reason === undefined) this.#user.record(cells, batch.lineOf(i), NOTHING_FURTHER, raw);
      else this.#user.faulty(batch.lineOf(i), reason, raw);
    }
  }

  #takeTexts(batch: RowBatch, prints: RowPrints | null): void {
    const { rows, lines, faults } = batch;
    // A record may go on in the next block, when this one's bytes are no longer there.
    const raws = batch instanceof PlainRows ? rows.map((_, i) => batch.raw(i)) : null;
    const rawOf = (i: number) => raws?.[i] ?? batch.raw(i);
    for (let i = 0; i < rows.length; i++) {
      const cells = this.#continuation === null ? this.#cells : new Cells();
      cells.takeTexts(rows[i]!);
      // A record may go on when its block's prints are those of the next.
      cells.know(this.#continuation === null ? prints : null, i);
      const reason = (faults.size > 0 ? faults.get(i) : undefined) ?? this.#fault(cells);
      if (reason !== undefined) {
        this.end();
        this.#user.faulty(lines[i]!, reason, () => rawOf(i));
      } else if (this.#continuation === null) {
        this.#user.record(cells, lines[i]!, NOTHING_FURTHER, () => rawOf(i));
      } else {
        this.#group(this.#continuation, { row: cells, line: lines[i]!, raw: () => rawOf(i) });
      }
    }
  }

  /** To be called after the last row. */
  end(): void {
    const open = this.#open;
    this.#open = null;
    if (open !== null) this.#user.record(open.row, open.line, open.further, open.raw);
  }

  #group({ same, empty }: ContinuationSlot, line: Line): void {
    const carriesOn = empty.every((column) => line.row.text(column).trim() === '');
    if (!carriesOn) {
      this.end();
      this.#open = { ...line, further: [] };
      return;
    }
    if (this.#open !== null && this.#open.row.text(same) === line.row.text(same)) {
      this.#open.further.push(line);
      return;
    }
    this.end();
    this.#user.faulty(line.line, 'line-without-record', line.raw);
  }

  #fault(row: Cells): RowReason | undefined {
    for (let i = this.#width; i < row.count; i++) if (!row.isEmpty(i)) return 'too-many-cells';
    if (row.count < this.#width) return row.isBlank ? 'empty-row' : 'too-few-cells';
    return row.isBlank ? 'empty-row' : undefined;
  }
}
