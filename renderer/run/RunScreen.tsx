import { useRead } from '../api/use-read.ts';
import { Failure } from '../parts/Failure.tsx';
import { PageOutline } from '../parts/PageOutline.tsx';
import { RunPage } from './RunPage.tsx';

/** The run step: who gets what, the lists that say so, and who was reached. */
export function RunScreen() {
  const status = useRead('run.status', {});
  const state = useRead('plan.get', {});
  const failure = status.error ?? state.error;
  if (status.data === undefined || state.data === undefined) {
    if (failure !== null) return <Failure failure={failure} onRetry={status.refetch} />;
    return <PageOutline title="Counting who has an arm and who was reached…" />;
  }
  return <RunPage state={state.data} status={status.data} />;
}
