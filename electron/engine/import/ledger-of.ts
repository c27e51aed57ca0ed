import type { ReadableDb } from '#engine/store/db.ts';
import { RowLedger } from './row-ledger.ts';

/** The rows that sources of one layout kept; later versions of a row overrule earlier ones. */
export function ledgerOf(db: ReadableDb, layout: string, rowsComing: number): RowLedger {
  const earlier = db.all<{ id: number; row_digests: Uint8Array | null }>(
    'SELECT id, row_digests FROM source WHERE layout = ? ORDER BY id',
    [layout],
  );
  const ledger = new RowLedger(rowsComing);
  for (const { id, row_digests } of earlier) if (row_digests !== null) ledger.load(row_digests, id);
  return ledger;
}
