import type { Cells } from './cells.ts';
import type { RowPlan } from './compile.ts';
import { RowHash } from './row-hash.ts';
import type { KeptRow, RowLedger } from './row-ledger.ts';

/** Tells of one row after another whether it is new, and keeps which rows gave way to newer versions. */
export class KnownRows {
  /** Rows of earlier imports, or of this file, that a newer version took the place of. */
  readonly replaced: KeptRow[] = [];
  /** The row that the last duplicate is the same as. */
  sameAs: KeptRow | null = null;
  /** Rows that replaced another row of the same file. */
  replacedHere = 0;
  readonly #plan: Pick<RowPlan, 'rowKey' | 'stableOrder'>;
  readonly #ledger: RowLedger;
  readonly #source: number;
  readonly #hash = new RowHash();

  constructor(plan: Pick<RowPlan, 'rowKey' | 'stableOrder'>, ledger: RowLedger, source: number) {
    this.#plan = plan;
    this.#ledger = ledger;
    this.#source = source;
  }

  /** Whether the row is new, known, or another version of a known one; `further` are the rows that carry it on. */
  recognise(row: Cells, line: number, further: readonly Cells[]): 'kept' | 'replaced' | 'duplicate' {
    const { rowKey, stableOrder } = this.#plan;
    const hash = this.#hash;
    const ledger = this.#ledger;
    const keyed = rowKey !== null && !allEmpty(row, rowKey);
    const { prints } = row;
    let content: number;
    let number = -1;
    if (prints !== null && further.length === 0 && (keyed || rowKey === null)) {
      content = prints.content[row.row]!;
      number = prints.numbered === null ? -1 : prints.numbered.rows[row.row]!;
      hash.high = prints.high[row.row]!;
      hash.low = prints.low[row.row]!;
    } else {
      hash.ofCells(row, stableOrder);
      for (const next of further) {
        const { high, low } = hash;
        hash.ofCells(next, stableOrder);
        hash.and(high ^ Math.imul(low, 31));
      }
      content = hash.low;
      if (keyed) hash.ofCells(row, rowKey);
    }
    if (!keyed) return this.#recogniseWhole(content, line);
    const entry = number < 0 ? ledger.find(hash.high, hash.low) : ledger.findNumbered(number, hash.high, hash.low);
    if (entry < 0) {
      if (number < 0) ledger.add(hash.high, hash.low, content, this.#source, line);
      else ledger.addNumbered(number, hash.high, hash.low, content, this.#source, line);
      return 'kept';
    }
    if (ledger.contentOf(entry) === content) return this.#again(entry);
    const old = ledger.keptRow(entry);
    this.replaced.push(old);
    if (old.source === this.#source) this.replacedHere++;
    ledger.put(entry, content, this.#source, line);
    return 'replaced';
  }

  /** Without a row key the same cells again are another row, the first time a file has them that often. */
  #recogniseWhole(content: number, line: number): 'kept' | 'duplicate' {
    const hash = this.#hash;
    const ledger = this.#ledger;
    const first = ledger.find(hash.high, hash.low);
    if (first < 0) {
      ledger.countAgain(ledger.add(hash.high, hash.low, content, this.#source, line));
      return 'kept';
    }
    const occurrence = ledger.countAgain(first);
    if (occurrence === 1) return this.#again(first);
    hash.and(occurrence);
    const entry = ledger.find(hash.high, hash.low);
    if (entry >= 0) return this.#again(entry);
    ledger.add(hash.high, hash.low, content, this.#source, line);
    return 'kept';
  }

  #again(entry: number): 'duplicate' {
    this.sameAs = this.#ledger.keptRow(entry);
    return 'duplicate';
  }
}

function allEmpty(row: Cells, columns: readonly number[]): boolean {
  for (let i = 0; i < columns.length; i++) if (!row.isEmpty(columns[i]!)) return false;
  return true;
}
