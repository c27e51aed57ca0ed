import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { Output } from '#shared/api/contract.ts';
import type { Mapping, StatedFormat } from '#shared/records/mapping.ts';
import { forgetGuesses } from '../api/client.ts';
import { useJob } from '../api/use-job.ts';
import { useRead } from '../api/use-read.ts';
import { keepChanges, takeNext, type Waiting } from './queue.ts';

type TryOut = { readonly of: Mapping; readonly result: Output<'data.tryOut'> };

/** A change of these parts the file anew: columns mapped before may no longer be there. */
const structural: readonly (keyof StatedFormat)[] = ['encoding', 'delimiter', 'headerRows', 'skipRows', 'sheet'];

/** Asks what the columns mean when the file is written so. */
function stating(format: StatedFormat): Mapping {
  return { kind: 'activities', columns: {}, format };
}

/**
 * One export on its way in: what was recognised, how it is mapped, what a dry run of all its rows gives, and the
 * import itself. The dry run starts by itself and again after every change of the mapping.
 */
export function useExport({ file, preset, format, mapping: edited }: Waiting) {
  const stated = format === null ? null : stating(format);
  const guess = useRead('data.guess', { file: file.grant, mapping: stated, preset });
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
    const recognised = edited === null ? (guess.data?.preset ?? null) : null;
    const outcome = await importing.start({ file: file.grant, mapping, preset: preset ?? recognised });
    if (!outcome.ok) return;
    forgetGuesses();
    takeNext(outcome.value);
  };

  const changeFormat = (part: StatedFormat) => {
    const anew = structural.some((name) => name in part);
    keepChanges({
      preset,
      format: { ...format, ...part },
      mapping: edited === null || anew ? null : { ...edited, format: { ...edited.format, ...part } },
    });
  };

  return {
    guess,
    mapping,
    isEdited: edited !== null,
    preset,
    change: (changed: Mapping) => keepChanges({ preset, format, mapping: changed }),
    changeFormat,
    /** Takes the file for another layout, `none` for none; what was made of its columns is let go. */
    choosePreset: (chosen: string | null) => keepChanges({ preset: chosen, format, mapping: null }),
    reset: () => keepChanges({ preset: null, format: null, mapping: null }),
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
