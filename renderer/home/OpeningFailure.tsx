import { Button } from '@mantine/core';
import { Failure } from '../parts/Failure.tsx';
import type { Opening } from './use-opening.ts';

/** Why a pilot did not open. One that somebody else has open may still be looked at. */
export function OpeningFailure({ opening }: { readonly opening: Opening }) {
  const { failure } = opening.job;
  if (failure === null) return null;
  const { last } = opening;
  return (
    <Failure failure={failure} onDismiss={opening.job.clear}>
      {failure.code === 'open-elsewhere' && last !== null && (
        <Button onClick={() => void opening.open(last, 'reader')} size="xs" variant="default">
          Look at it, without changing it
        </Button>
      )}
    </Failure>
  );
}
