import { Button, Group, Modal } from '@mantine/core';
import type { Source } from '#shared/records/source.ts';
import { useChange } from '../api/use-change.ts';
import { useFormat } from '../api/use-format.ts';
import { Failure } from '../parts/Failure.tsx';
import { forgetResults } from './queue.ts';

type Props = { readonly source: Source; readonly onClose: () => void };

/** Asks before a source is taken out; staying is the safe default. */
export function RemoveSource({ source, onClose }: Props) {
  const format = useFormat();
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
      <p>
        Its {format.count(source.kept)} records and {format.count(source.quarantined)} rows in quarantine leave the
        pilot, whole. The file itself stays where it is and can be imported again.
      </p>
      <Failure failure={remove.error} />
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
