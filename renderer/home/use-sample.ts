import { useCallback, useState } from 'react';
import type { Failure } from '#shared/api/error.ts';
import { call } from '../api/bridge.ts';
import { asFailure } from '../api/failure.ts';
import { useJob } from '../api/use-job.ts';
import type { Place } from '../parts/place.ts';

/** Makes the sample shop's pilot where the user wants it, and shows it. */
export function useSample(go: (place: Place) => void) {
  const job = useJob('pilot.createSample');
  const [refused, setRefused] = useState<Failure | null>(null);
  const { start } = job;
  const make = useCallback(async () => {
    setRefused(null);
    try {
      const file = await call('app.chooseNew', { suggestedName: 'Sample shop' });
      if (file === null) return;
      const outcome = await start({ file: file.grant });
      if (outcome.ok) go(outcome.value.reached);
    } catch (thrown) {
      setRefused(asFailure(thrown));
    }
  }, [start, go]);
  const clear = useCallback(() => {
    setRefused(null);
    job.clear();
  }, [job.clear]);
  return { job, make, failure: refused ?? job.failure, clear };
}
