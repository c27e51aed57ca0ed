import { usePilot } from '../api/use-pilot.ts';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../parts/Failure.tsx';
import { PageOutline } from '../parts/PageOutline.tsx';
import { OpenPlan } from './OpenPlan.tsx';
import { nothingKnown } from './plan-context.ts';
import { SealedPlan } from './SealedPlan.tsx';

/** The plan step: written as a form, sealed, then read. */
export function PlanScreen() {
  const pilot = usePilot();
  const state = useRead('plan.get', {});
  const known = useRead('data.known', {});
  if (state.error !== null) return <Failure failure={state.error} onRetry={state.refetch} />;
  if (pilot === null || state.data === undefined) return <PageOutline title="Reading the plan…" />;
  const shared = { pilot: pilot.id, state: state.data, known: known.data ?? nothingKnown };
  return state.data.sealed === null ? <OpenPlan {...shared} /> : <SealedPlan {...shared} />;
}
