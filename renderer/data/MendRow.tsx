import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Mended, QuarantinedCells } from '#shared/records/mend.ts';
import { explainReason } from '#shared/records/reason.ts';
import { english } from '#shared/text/english/index.ts';
import { useChange } from '../api/use-change.ts';
import { useFormat } from '../api/use-format.ts';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../parts/Failure.tsx';
import styles from './MendRow.module.css';

type Props = {
  readonly row: number;
  readonly disabled: boolean;
  readonly onClose: () => void;
  readonly onMended: (result: Mended) => void;
};

/** One row in quarantine, cell by cell, to be written anew and tried again. */
export function MendRow({ row, disabled, onClose, onMended }: Props) {
  const format = useFormat();
  const read = useRead('data.quarantinedCells', { row });
  const shown = read.data;
  return (
    <Modal
      onClose={onClose}
      opened
      size="lg"
      title={shown === undefined ? 'Mend a row' : `Line ${format.count(shown.line)} of ${shown.file}`}
    >
      <Failure failure={read.error} />
      {shown !== undefined && <Cells disabled={disabled} onClose={onClose} onMended={onMended} shown={shown} />}
    </Modal>
  );
}

function Cells({ shown, disabled, onClose, onMended }: Omit<Props, 'row'> & { readonly shown: QuarantinedCells }) {
  const mend = useChange('data.mend');
  const [cells, setCells] = useState<readonly string[]>(shown.cells);
  const [stays, setStays] = useState(false);
  const { header, column, row, whyNot } = shown;
  const tryAgain = () =>
    mend.mutate(
      { how: { by: 'cells', row, cells: [...cells] } },
      {
        onSuccess: (result) => {
          if (result.stillOut > 0) setStays(true);
          else onMended(result);
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        tryAgain();
      }}
    >
      <p className={styles.reason}>
        {stays ? 'It still does not get in: ' : 'It did not get in: '}
        {explainReason(shown.reason, english.reason)}.
      </p>
      <Failure failure={mend.error} />
      {whyNot === null ? (
        <div className={styles.cells}>
          {cells.map((cell, i) => (
            <TextInput
              data-autofocus={i === (column ?? 0) ? true : undefined}
              error={i === column}
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the row
              key={i}
              label={header[i] ?? `beyond the last column (${i + 1})`}
              onChange={(event) => setCells(cells.with(i, event.currentTarget.value))}
              readOnly={disabled}
              value={cell}
            />
          ))}
        </div>
      ) : (
        <p>{whyNot}</p>
      )}
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose} variant="default">
          Leave it as it is
        </Button>
        {whyNot === null && (
          <Button disabled={disabled} loading={mend.isPending} type="submit">
            Try this row again
          </Button>
        )}
      </Group>
    </form>
  );
}
