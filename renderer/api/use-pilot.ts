import type { PilotSummary } from '#shared/api/summary.ts';
import { useRead } from './use-read.ts';

/** The open pilot as the shell shows it; null while none is open or nothing is known yet. */
export function usePilot(): PilotSummary | null {
  return useRead('pilot.summary', {}).data ?? null;
}

/** Why nothing may be changed just now, as a sentence; null when the pilot can be written. */
export function useReadOnlyReason(): string | null {
  const pilot = usePilot();
  return pilot === null ? null : readOnlyReason(pilot);
}

export function readOnlyReason(pilot: PilotSummary): string | null {
  if (pilot.integrity === 'damaged') {
    return pilot.readOnlyBecause ?? 'This file failed its check, so it is only shown and never written to.';
  }
  if (pilot.mode === 'reader') {
    return pilot.readOnlyBecause ?? 'This pilot is open for reading only, so nothing can be changed here.';
  }
  if (pilot.integrity === 'checking') return 'The file is still being checked; changes are possible in a moment.';
  return null;
}
