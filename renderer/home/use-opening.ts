import { useCallback, useSyncExternalStore } from 'react';
import type { GrantedFile } from '#shared/api/contract.ts';
import { call } from '../api/bridge.ts';
import { type Job, useJob } from '../api/use-job.ts';
import type { Place } from '../parts/place.ts';
import { lastAsked } from './last-asked.ts';

export type Opening = {
  readonly job: Job<'pilot.open'>;
  /** The file that was asked for last, to be tried again in another way. */
  readonly last: GrantedFile | null;
  /** Opens a granted file; the step reached is shown next. */
  readonly open: (file: GrantedFile, as: 'writer' | 'reader') => Promise<void>;
  /** Lets the user choose a file in the system's dialog first. */
  readonly choose: () => Promise<void>;
};

/** The way into a pilot that already exists. Its failure is shown by the home screen. */
export function useOpening(go: (place: Place) => void): Opening {
  const job = useJob('pilot.open');
  const last = useSyncExternalStore(lastAsked.subscribe, lastAsked.get);
  const { start } = job;
  const open = useCallback(
    async (file: GrantedFile, as: 'writer' | 'reader') => {
      lastAsked.set(file);
      const outcome = await start({ file: file.grant, as });
      go(outcome.ok ? outcome.value.reached : 'home');
    },
    [start, go],
  );
  const choose = useCallback(async () => {
    const file = await call('app.chooseOpen', {});
    if (file !== null) await open(file, 'writer');
  }, [open]);
  return { job, last, open, choose };
}
