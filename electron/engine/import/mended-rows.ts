import { DuplicateLines } from '#engine/records/duplicate-lines.ts';
import type { RowReason } from '#shared/records/reason.ts';
import type { Cells } from './cells.ts';
import type { RowPlan } from './compile.ts';
import { RowHash } from './row-hash.ts';
import type { KeptRow, RowLedger } from './row-ledger.ts';
import type { Line, RowUser } from './row-stream.ts';
import type { RowTaker } from './row-taker.ts';

/** Counts what becomes of rows that were in quarantine, and keeps by line whether they got in or why they did not. */
export class MendedRows implements RowUser {
  tried = 0;
  kept = 0;
  replaced = 0;
  duplicates = 0;
  stillOut = 0;
  /** The reason of now by line; null for a row that is no longer in quarantine. */
  readonly reasons = new Map<number, string | null>();
  readonly keptLines = new Set<number>();
  readonly sameRows = new DuplicateLines();
  readonly #plan: RowPlan;
  readonly #taker: RowTaker;
  readonly #ledger: RowLedger;
  readonly #source: number;
  readonly #hash = new RowHash();

  constructor(plan: RowPlan, taker: RowTaker, ledger: RowLedger, source: number) {
    this.#plan = plan;
    this.#taker = taker;
    this.#ledger = ledger;
    this.#source = source;
  }

  record(row: Cells, line: number, further: readonly Line[]): void {
    const lines = [line, ...further.map((each) => each.line)];
    const newer = this.#newerVersion(row);
    const fate =
      newer !== null
        ? 'duplicate'
        : this.#taker.take(
            row,
            line,
            further.map((each) => each.row),
          );
    this.tried += lines.length;
    if (typeof fate === 'object') this.#stays(lines, fate.reason);
    else {
      for (const each of lines) this.reasons.set(each, null);
      if (fate === 'duplicate') {
        this.duplicates += lines.length;
        const sameAs = newer ?? this.#taker.known.sameAs;
        if (sameAs !== null) for (const each of lines) this.sameRows.add(each, sameAs);
        return;
      }
      this.kept += lines.length;
      this.keptLines.add(line);
      if (fate === 'replaced') this.replaced += lines.length;
    }
  }

  faulty(line: number, reason: RowReason): void {
    this.tried++;
    this.#stays([line], reason);
  }

  #stays(lines: readonly number[], reason: string): void {
    this.stillOut += lines.length;
    for (const line of lines) this.reasons.set(line, reason);
  }

  /** A later file already has this row; what this one says is older and must not take its place. */
  #newerVersion(row: Cells): KeptRow | null {
    const { rowKey } = this.#plan;
    if (rowKey === null || rowKey.every((column) => row.isEmpty(column))) return null;
    this.#hash.ofCells(row, rowKey);
    const entry = this.#ledger.find(this.#hash.high, this.#hash.low);
    const kept = entry < 0 ? null : this.#ledger.keptRow(entry);
    return kept !== null && kept.source > this.#source ? kept : null;
  }
}
