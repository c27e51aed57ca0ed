import { Button, Popover } from '@mantine/core';
import type { Mapping } from '#shared/records/mapping.ts';
import type { Guess } from '#shared/records/source.ts';
import { Chip } from '../parts/Chip.tsx';
import styles from './RecognisedLine.module.css';
import { RowMeaning } from './RowMeaning.tsx';
import { rowMeaning } from './row-words.ts';
import type { ExportInHand } from './use-export.ts';

type Props = { readonly guess: Guess; readonly mapping: Mapping; readonly inHand: ExportInHand };

/** How the export was recognised, what one of its rows is, and the way to change both. */
export function RecognisedLine({ guess, mapping, inHand }: Props) {
  const used = Object.values(mapping.columns).filter(({ to }) => to !== 'ignore').length;
  return (
    <div className={styles.line}>
      {inHand.isEdited ? (
        <Chip tone="slate">Mapped by you</Chip>
      ) : guess.remembered ? (
        <Chip tone="good">Remembered</Chip>
      ) : guess.preset !== null ? (
        <Chip tone="good">Recognised</Chip>
      ) : (
        <Chip tone="doubt">Best guess</Chip>
      )}
      <span>
        {rowMeaning(mapping)}; {used} of {guess.header.length} columns are used.
      </span>
      <Popover position="bottom-start" shadow="md" trapFocus width={340} withinPortal>
        <Popover.Target>
          <Button size="compact-sm" variant="subtle">
            Not right? Say what a row is
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <RowMeaning guess={guess} mapping={mapping} onChange={inHand.change} />
        </Popover.Dropdown>
      </Popover>
      {inHand.isEdited && (
        <Button onClick={() => inHand.reset()} size="compact-sm" variant="subtle">
          Back to the suggestion
        </Button>
      )}
    </div>
  );
}
