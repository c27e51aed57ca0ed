import { call } from '../api/bridge.ts';
import { useSaveCsv } from './use-save-csv.ts';

/** Writes the quarantined rows of a source (null: of all) to a file the user chooses. */
export function useSaveQuarantine(source: string | null) {
  return useSaveCsv('Quarantine', (file) => call('data.exportQuarantine', { source, file }));
}
