import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { Output } from '#shared/api/contract.ts';
import type { Mapping } from '#shared/records/mapping.ts';
import { useJob } from '../api/use-job.ts';
import { useRead } from '../api/use-read.ts';
import { remap, takeNext, type Waiting } from './queue.ts';

type TryOut = { readonly of: Mapping; readonly result: Output<'data.tryOut'> };

/**
 * One export on its way in: what was recognised, how it is mapped, what a dry run of all its rows gives, and the
 * import itself. The dry run starts by itself and again after every change of the mapping.
 */
export function useExport({ file, mapping: edited }: Waiting) {
  const guess = useRead('data.guess', { file: file.grant, mapping: edited });
  const mapping = edited ?? guess.data?.mapping ?? null;
  const tryOut = useJob('data.tryOut');
  const importing = useJob('data.import');
  const [tried, setTried] = useState<TryOut | null>(null);
  const [settledMapping] = useDebouncedValue(mapping, 400);

  const { start: startTryOut, cancel: stopTryOut } = tryOut;
  useEffect(() => {
    if (settledMapping === null) return;
    let current = true;
    void startTryOut({ file: file.grant, mapping: settledMapping }).then((outcome) => {
      if (current && outcome.ok) setTried({ of: settledMapping, result: outcome.value });
    });
    return () => {
      current = false;
      stopTryOut();
    };
  }, [file.grant, settledMapping, startTryOut, stopTryOut]);

  const bringIn = async () => {
    if (mapping === null) return;
    stopTryOut();
    const preset = edited === null ? (guess.data?.preset ?? null) : null;
    const outcome = await importing.start({ file: file.grant, mapping, preset });
    if (outcome.ok) takeNext(outcome.value);
  };

  return {
    guess,
    mapping,
    isEdited: edited !== null,
    change: remap,
    tryOut,
    tried: tried !== null && tried.of === mapping ? tried.result : null,
    importing,
    bringIn,
    leaveOut: () => {
      stopTryOut();
      importing.clear();
      takeNext(null);
    },
  };
}

export type ExportInHand = ReturnType<typeof useExport>;
