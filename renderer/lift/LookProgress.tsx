import { useJob } from '../api/use-job.ts';
import { Failure } from '../parts/Failure.tsx';
import { Progress } from '../parts/Progress.tsx';

/** How far the look is, and why it could not be had. */
export function LookProgress() {
  const look = useJob('lift.look');
  return (
    <>
      <Progress beginning="Reading the records…" job="lift.look" />
      <Failure failure={look.failure} onDismiss={look.clear} />
    </>
  );
}
