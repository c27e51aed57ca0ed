import type { RowReason } from '#shared/records/reason.ts';
import type { ContinuationSlot, RowPlan } from './compile.ts';
import type { Read } from './row-reader.ts';

/** What is done with the rows of a file: one record's rows together, or one faulty row. */
export interface RowUser {
  record(row: readonly string[], line: number, further: readonly Line[], raw: () => string): void;
  faulty(line: number, reason: RowReason, raw: () => string): void;
}

/** A row that carries a record on. */
export type Line = { readonly row: readonly string[]; readonly line: number; readonly raw: () => string };

const NOTHING_FURTHER: readonly Line[] = [];

/** Checks the shape of each row and puts a record's rows together. */
export class RowStream {
  readonly #width: number;
  readonly #continuation: ContinuationSlot | null;
  readonly #user: RowUser;
  #open: (Line & { readonly further: Line[] }) | null = null;

  constructor(plan: RowPlan, user: RowUser) {
    this.#width = plan.names.length;
    this.#continuation = plan.continuation;
    this.#user = user;
  }

  take({ batch }: Read): void {
    const { rows, lines, faults } = batch;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const reason = (faults.size > 0 ? faults.get(i) : undefined) ?? this.#fault(row);
      if (reason !== undefined) {
        this.end();
        this.#user.faulty(lines[i]!, reason, () => batch.raw(i));
      } else if (this.#continuation === null) {
        this.#user.record(row, lines[i]!, NOTHING_FURTHER, () => batch.raw(i));
      } else {
        this.#group(this.#continuation, { row, line: lines[i]!, raw: () => batch.raw(i) });
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
    const carriesOn = empty.every((column) => line.row[column]!.trim() === '');
    if (!carriesOn) {
      this.end();
      this.#open = { ...line, further: [] };
      return;
    }
    if (this.#open !== null && this.#open.row[same] === line.row[same]) {
      this.#open.further.push(line);
      return;
    }
    this.end();
    this.#user.faulty(line.line, 'line-without-record', line.raw);
  }

  #fault(row: readonly string[]): RowReason | undefined {
    if (row.length > this.#width) {
      for (let i = this.#width; i < row.length; i++) if (row[i] !== '') return 'too-many-cells';
    }
    if (row.length < this.#width) return row.every((cell) => cell.trim() === '') ? 'empty-row' : 'too-few-cells';
    return mayBeBlank(row[0]!) && row.every((cell) => cell.trim() === '') ? 'empty-row' : undefined;
  }
}

/** Few rows begin with nothing or a space, so few are looked at whole. */
function mayBeBlank(cell: string): boolean {
  if (cell === '') return true;
  const code = cell.charCodeAt(0);
  return code <= 32 || code === 160;
}
