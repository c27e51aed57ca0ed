import { useState } from 'react';
import type { Failure } from '#shared/api/error.ts';
import { call } from '../api/bridge.ts';
import { asFailure } from '../api/failure.ts';

/** Writes the quarantined rows of a source (null: of all) to a file the user chooses. */
export function useSaveQuarantine(source: string | null) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async () => {
    setFailure(null);
    setBusy(true);
    try {
      const file = await call('app.chooseSave', { suggestedName: 'Quarantine', extension: 'csv' });
      if (file !== null) await call('data.exportQuarantine', { source, file: file.grant });
    } catch (thrown) {
      setFailure(asFailure(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, save };
}
