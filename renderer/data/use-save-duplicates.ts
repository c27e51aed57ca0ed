import type { Source } from '#shared/records/source.ts';
import { call } from '../api/bridge.ts';
import { useSaveCsv } from './use-save-csv.ts';

/** Writes which rows of a source were there already to a file the user chooses. */
export function useSaveDuplicates({ source }: Source) {
  return useSaveCsv('Duplicates', (file) => call('data.exportDuplicates', { source, file }));
}
