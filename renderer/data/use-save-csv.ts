import { useState } from 'react';
import type { Failure } from '#shared/api/error.ts';
import { call } from '../api/bridge.ts';
import { asFailure } from '../api/failure.ts';

/** Asks where a CSV file is to lie and has it written there; `write` gets the file's grant. */
export function useSaveCsv(suggestedName: string, write: (file: string) => Promise<unknown>) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async () => {
    setFailure(null);
    setBusy(true);
    try {
      const file = await call('app.chooseSave', { suggestedName, extension: 'csv' });
      if (file !== null) await write(file.grant);
    } catch (thrown) {
      setFailure(asFailure(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, save };
}
