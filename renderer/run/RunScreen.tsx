import { useRead } from '../api/use-read.ts';
import { Failure } from '../parts/Failure.tsx';
import { RunPage } from './RunPage.tsx';

/** The run step: who gets what, the lists that say so, and who was reached. */
export function RunScreen() {
  const status = useRead('run.status', {});
  const state = useRead('plan.get', {});
  if (status.data === undefined || state.data === undefined) {
    return <Failure failure={status.error ?? state.error} onRetry={status.refetch} />;
  }
  return <RunPage state={state.data} status={status.data} />;
}
