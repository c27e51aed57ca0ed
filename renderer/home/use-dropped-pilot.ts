import { useCallback, useState } from 'react';
import type { Failure } from '#shared/api/error.ts';
import type { Opening } from './use-opening.ts';

const notAPilot: Failure = {
  code: 'not-a-pilot',
  sentence: 'Only a file that ends in .pilot can be opened here. Exports are brought in on the Data step of a pilot.',
  cause: null,
};

/** Opens a pilot file that was dropped on the window. */
export function useDroppedPilot({ open }: Opening) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const clear = useCallback(() => setFailure(null), []);
  const take = useCallback(
    async (files: readonly File[]) => {
      const granted = await window.pilotlight.grantFiles(files);
      const pilot = granted.find(({ name }) => name.toLowerCase().endsWith('.pilot'));
      setFailure(pilot === undefined ? notAPilot : null);
      if (pilot !== undefined) await open(pilot, 'writer');
    },
    [open],
  );
  return { failure, clear, take };
}
