import { DuplicateLines } from '#engine/records/duplicate-lines.ts';
import type { RowReason } from '#shared/records/reason.ts';
import type { Cells } from './cells.ts';
import type { RowPlan } from './compile.ts';
import type { RecordSink } from './record-sink.ts';
import type { RowPrints } from './row-prints.ts';
import type { Line, RowUser } from './row-stream.ts';
import type { RowTaker } from './row-taker.ts';

/** What is shown of quarantined rows while an import is only tried out. */
const SHOWN = 1000;

/** Counts what becomes of each row; the sum is always whole, since every row passes here once. */
export class ImportRun implements RowUser {
  rowsRead = 0;
  kept = 0;
  replaced = 0;
  duplicates = 0;
  quarantined = 0;
  readonly reasons = new Map<string, number>();
  readonly shown: { readonly line: number; readonly reason: string; readonly raw: string }[] = [];
  readonly sameRows = new DuplicateLines();
  readonly plan: RowPlan;
  readonly #taker: RowTaker;
  readonly #sink: RecordSink;

  constructor(plan: RowPlan, taker: RowTaker, sink: RecordSink) {
    this.plan = plan;
    this.#taker = taker;
    this.#sink = sink;
  }

  record(row: Cells, line: number, further: readonly Line[], raw: () => string): void {
    const rows = 1 + further.length;
    const fate = this.#taker.take(row, line, further.length === 0 ? NO_ROWS : further.map((each) => each.row));
    if (fate === 'kept') this.#keep(rows);
    else if (fate === 'duplicate') {
      this.rowsRead += rows;
      this.duplicates += rows;
      const { sameAs } = this.#taker.known;
      if (sameAs === null) return;
      this.sameRows.add(line, sameAs);
      for (const each of further) this.sameRows.add(each.line, sameAs);
    } else if (fate === 'replaced') {
      this.#keep(rows);
      this.replaced += rows;
    } else {
      this.#setAside(line, fate.reason, raw);
      for (const each of further) this.#setAside(each.line, fate.reason, each.raw);
    }
  }

  faulty(line: number, reason: RowReason, raw: () => string): void {
    this.#setAside(line, reason, raw);
  }

  foresee(prints: RowPrints, first: number, end: number): void {
    this.#taker.foresight.look(prints, first, end);
  }

  #keep(rows: number): void {
    this.rowsRead += rows;
    this.kept += rows;
  }

  #setAside(line: number, reason: string, raw: () => string): void {
    this.rowsRead++;
    this.quarantined++;
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
    const text = raw();
    this.#sink.quarantine(line, reason, text);
    if (this.shown.length < SHOWN) this.shown.push({ line, reason, raw: text });
  }
}

const NO_ROWS: readonly Cells[] = [];
