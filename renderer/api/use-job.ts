import { useCallback, useSyncExternalStore } from 'react';
import type { Outcome } from '#shared/api/bridge.ts';
import type { Input, Output } from '#shared/api/contract.ts';
import {
  clearJob,
  type JobName,
  type JobState,
  jobProgress,
  jobState,
  type PacedProgress,
  startJob,
  stopJob,
  subscribe,
} from './jobs.ts';

export type Job<Name extends JobName> = JobState & {
  /** Never rejects; a failure is also kept in `failure` until the next start. */
  readonly start: (input: Input<Name>) => Promise<Outcome<Output<Name>>>;
  readonly cancel: () => void;
  readonly clear: () => void;
};

/** A long call with cancel: `running` and `failure` as they stand. How far it is, `Progress` shows by itself. */
export function useJob<Name extends JobName>(name: Name): Job<Name> {
  const state = useSyncExternalStore(subscribe, () => jobState(name));
  const start = useCallback((input: Input<Name>) => startJob(name, input), [name]);
  const cancel = useCallback(() => stopJob(name), [name]);
  const clear = useCallback(() => clearJob(name), [name]);
  return { ...state, start, cancel, clear };
}

/** How far a job is. For what shows just that: it changes ten times a second. */
export function useProgress(name: JobName): PacedProgress | null {
  return useSyncExternalStore(subscribe, () => jobProgress(name));
}
