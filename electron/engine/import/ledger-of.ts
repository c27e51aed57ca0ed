import type { ReadableDb } from '#engine/store/db.ts';
import { RowLedger } from './row-ledger.ts';

/** The rows that sources of one layout kept; later versions of a row overrule earlier ones. */
export function ledgerOf(db: ReadableDb, layout: string, rowsComing: number): RowLedger {
  const earlier = db.all<{ source: number; digests: Uint8Array }>(
    'SELECT d.source, d.digests FROM row_digest d JOIN source s ON s.id = d.source WHERE s.layout = ? ORDER BY d.source, d.id',
    [layout],
  );
  const ledger = new RowLedger(rowsComing);
  for (const { source, digests } of earlier) ledger.load(digests, source);
  return ledger;
}
