import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { useFormat } from '../api/use-format.ts';
import { useReadOnlyReason } from '../api/use-pilot.ts';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../parts/Failure.tsx';
import styles from './Lift.module.css';

/** Notes on the time line: what happened outside the plan, so that the next look can be had with and without it. */
export function NoteEvent() {
  const readOnly = useReadOnlyReason();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        disabled={readOnly !== null}
        onClick={() => setOpened(true)}
        size="compact-sm"
        title={readOnly ?? undefined}
        variant="default"
      >
        Note an event
      </Button>
      <Modal onClose={() => setOpened(false)} opened={opened} title="Events on the time line">
        <EventForm />
        <EventList />
      </Modal>
    </>
  );
}

const blank = { at: '', until: '', note: '', kind: 'external' as 'external' | 'internal' };

function EventForm() {
  const add = useChange('event.add');
  const [draft, setDraft] = useState(blank);
  const set = (next: Partial<typeof blank>) => setDraft({ ...draft, ...next });
  const save = () =>
    add.mutate(
      { ...draft, note: draft.note.trim(), until: draft.until === '' ? null : draft.until },
      { onSuccess: () => setDraft(blank) },
    );
  return (
    <form
      className={styles.events}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p className={styles.words}>
        An outage of yours, a competitor’s sale, a holiday. The next look shows the lift without the customers whom it
        touched, and says if that turns the conclusion.
      </p>
      <TextInput
        data-autofocus
        label="What happened"
        maxLength={200}
        onChange={(event) => set({ note: event.currentTarget.value })}
        required
        value={draft.note}
      />
      <TextInput
        label="First day"
        onChange={(event) => set({ at: event.currentTarget.value })}
        required
        type="date"
        value={draft.at}
      />
      <TextInput
        label="Last day"
        min={draft.at}
        onChange={(event) => set({ until: event.currentTarget.value })}
        type="date"
        value={draft.until}
      />
      <Select
        allowDeselect={false}
        data={[
          { value: 'external', label: 'Outside: market, weather, competitors' },
          { value: 'internal', label: 'Ours: outage, price, other campaign' },
        ]}
        label="Where it came from"
        onChange={(kind) => set({ kind: kind === 'internal' ? 'internal' : 'external' })}
        value={draft.kind}
      />
      <Failure failure={add.error} />
      <div className={styles.buttons}>
        <Button disabled={draft.note.trim() === '' || draft.at === ''} loading={add.isPending} type="submit">
          Note it
        </Button>
      </div>
    </form>
  );
}

function EventList() {
  const events = useRead('event.list', {}).data ?? [];
  const remove = useChange('event.remove');
  const format = useFormat();
  if (events.length === 0) return null;
  return (
    <>
      <ul className={styles.counts}>
        {events.map(({ id, at, until, note }) => (
          <li key={id}>
            <span>
              {format.date(at)}
              {until !== null && ` – ${format.date(until)}`}: {note}
            </span>
            <Button
              aria-label={`Remove ${note}`}
              onClick={() => remove.mutate({ id })}
              size="compact-xs"
              variant="default"
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <Failure failure={remove.error} />
    </>
  );
}
