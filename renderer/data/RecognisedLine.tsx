import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import type { Mapping } from '#shared/records/mapping.ts';
import type { Guess } from '#shared/records/source.ts';
import { Chip } from '../parts/Chip.tsx';
import { PresetChooser } from './PresetChooser.tsx';
import { columnsUsed } from './preset-words.ts';
import styles from './RecognisedLine.module.css';
import { RowMeaning } from './RowMeaning.tsx';
import { rowMeaning } from './row-words.ts';
import type { ExportInHand } from './use-export.ts';

type Props = {
  readonly file: string;
  readonly guess: Guess;
  readonly mapping: Mapping;
  readonly inHand: ExportInHand;
  readonly disabled: boolean;
};

/** How the export was recognised, what one of its rows is, and the way to change both. */
export function RecognisedLine({ file, guess, mapping, inHand, disabled }: Props) {
  const [choosing, setChoosing] = useState<'no' | 'yes'>('no');
  const used = Object.values(mapping.columns).filter(({ to }) => to !== 'ignore').length;
  const hasNobody = inHand.tryOut.failure?.code === 'no-person';
  return (
    <div className={styles.line}>
      {hasNobody ? (
        <Chip tone="doubt">No person in it</Chip>
      ) : inHand.isEdited ? (
        <Chip tone="slate">Mapped by you</Chip>
      ) : inHand.preset !== null ? (
        <Chip tone="slate">Chosen by you</Chip>
      ) : guess.remembered ? (
        <Chip tone="good">Remembered</Chip>
      ) : guess.preset !== null ? (
        <Chip tone="good">Recognised</Chip>
      ) : (
        <Chip tone="doubt">Best guess</Chip>
      )}
      {!hasNobody && (
        <span>
          {rowMeaning(mapping)}; {columnsUsed(used, guess.header.length)}.
        </span>
      )}
      <div className={styles.changes}>
        <span className={styles.quiet}>Not right?</span>
        <Button disabled={disabled} onClick={() => setChoosing('yes')} size="compact-sm" variant="subtle">
          Choose another preset
        </Button>
        <Popover position="bottom-start" shadow="md" trapFocus width={340} withinPortal>
          <Popover.Target>
            <Button disabled={disabled} size="compact-sm" variant="subtle">
              Say what a row is
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <RowMeaning guess={guess} mapping={mapping} onChange={inHand.change} />
          </Popover.Dropdown>
        </Popover>
        {(inHand.isEdited || inHand.preset !== null) && (
          <Button onClick={() => inHand.reset()} size="compact-sm" variant="subtle">
            Back to the suggestion
          </Button>
        )}
      </div>
      {choosing === 'yes' && (
        <PresetChooser file={file} guess={guess} inHand={inHand} onClose={() => setChoosing('no')} />
      )}
    </div>
  );
}
