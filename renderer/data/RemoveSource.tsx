import { Button, Group, Modal } from '@mantine/core';
import type { Source } from '#shared/records/source.ts';
import { useChange } from '../api/use-change.ts';
import { useFormat } from '../api/use-format.ts';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../parts/Failure.tsx';
import { forgetResults } from './queue.ts';
import { removalWords } from './removal-words.ts';

type Props = { readonly source: Source; readonly onClose: () => void };

/** Says what goes with a source before it is taken out; staying is the safe default. */
export function RemoveSource({ source, onClose }: Props) {
  const format = useFormat();
  const removal = useRead('data.removal', { source: source.source });
  const remove = useChange('data.remove');
  const takeOut = () => {
    const gone = () => {
      forgetResults();
      onClose();
    };
    remove.mutate({ source: source.source }, { onSuccess: gone });
  };
  return (
    <Modal onClose={onClose} opened title={`Take out ${source.file}?`}>
      <p>It leaves the pilot whole. The file itself stays where it is and can be imported again.</p>
      {removal.data === undefined ? (
        <p role="status">Looking at what goes with it…</p>
      ) : (
        <ul>
          {removalWords(removal.data, format).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <Failure failure={removal.error ?? remove.error} />
      <Group justify="flex-end" mt="md">
        <Button data-autofocus onClick={onClose} variant="default">
          Keep it
        </Button>
        <Button color="red" loading={remove.isPending} onClick={takeOut}>
          Take it out
        </Button>
      </Group>
    </Modal>
  );
}
