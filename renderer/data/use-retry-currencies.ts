import { useState } from 'react';
import type { Failure } from '#shared/api/error.ts';
import type { Mended } from '#shared/records/mend.ts';
import { call } from '../api/bridge.ts';
import { forgetReads } from '../api/client.ts';
import { asFailure } from '../api/failure.ts';

/** Tries all rows again that stand in quarantine for their currency, and sums up what became of them. */
export function useRetryCurrencies() {
  const [running, setRunning] = useState(false);
  const [result, setResult] = useState<Mended | null>(null);
  const [error, setError] = useState<Failure | null>(null);
  const run = async () => {
    setRunning(true);
    setError(null);
    try {
      setResult(await retryAll());
    } catch (thrown) {
      setError(asFailure(thrown));
    } finally {
      setRunning(false);
      await forgetReads();
    }
  };
  return { running, result, error, run };
}

async function retryAll(): Promise<Mended> {
  const { reasons } = await call('data.quarantine', { source: null, reason: null, offset: 0, limit: 1 });
  const total = { tried: 0, kept: 0, replaced: 0, duplicates: 0, stillOut: 0 };
  for (const reason of Object.keys(reasons).filter((one) => one.startsWith('other-currency: '))) {
    const mended = await call('data.mend', { how: { by: 'retry', source: null, reason } });
    total.tried += mended.tried;
    total.kept += mended.kept;
    total.replaced += mended.replaced;
    total.duplicates += mended.duplicates;
    total.stillOut += mended.stillOut;
  }
  return total;
}
