import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { TemplateCard } from '#shared/api/summary.ts';
import { useChange } from '../api/use-change.ts';
import { Failure } from '../parts/Failure.tsx';
import { usePlace } from '../parts/place.ts';
import styles from './NewPilot.module.css';

type Props = { readonly template: TemplateCard; readonly onClose: () => void };

/** Names a new pilot, asks where its file shall lie, and makes it. */
export function NewPilot({ template, onClose }: Props) {
  const { go } = usePlace();
  const [name, setName] = useState(template.name);
  const choose = useChange('app.chooseNew');
  const create = useChange('pilot.create');
  const empty = name.trim() === '';

  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (empty) return;
    const file = await choose.mutateAsync({ suggestedName: name.trim() }).catch(() => null);
    if (file === null) return;
    create.mutate({ file: file.grant, template: template.id, name: name.trim() }, { onSuccess: () => go('charter') });
  };

  return (
    <Modal onClose={onClose} opened title={`New pilot: ${template.name}`}>
      <form className={styles.form} onSubmit={(event) => void make(event)}>
        <p className={styles.lesson}>{template.pain}</p>
        <TextInput
          data-autofocus
          description="As your sponsor will read it at the top of the report."
          error={empty ? 'A pilot needs a name.' : null}
          label="Name of the pilot"
          onChange={(event) => setName(event.currentTarget.value)}
          value={name}
        />
        <Failure failure={choose.error ?? create.error} />
        <div className={styles.buttons}>
          <Button onClick={onClose} variant="default">
            Cancel
          </Button>
          <Button disabled={empty} loading={create.isPending} type="submit">
            Choose where it lies…
          </Button>
        </div>
        <p className={styles.note}>One file holds the whole pilot. It stays on this machine.</p>
      </form>
    </Modal>
  );
}
