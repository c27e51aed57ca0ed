import { ActionIcon, Button, Switch, Textarea } from '@mantine/core';
import { IconArrowBackUp, IconArrowDown, IconArrowUp, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { type Arrangement, arranged, MUST_STAY, moved } from '#shared/report/arrangement.ts';
import { type SectionId, sectionId } from '#shared/report/section-id.ts';
import { english } from '#shared/text/english/index.ts';
import { Card } from '../parts/Card.tsx';
import styles from './Arrange.module.css';
import type { Arranging } from './use-arrangement.ts';

type Props = { readonly arrangement: Arrangement; readonly arranging: Arranging };

/** The sections behind page one: in which order, which of them, and with which note. */
export function SectionsCard({ arrangement, arranging }: Props) {
  const order = arranged(arrangement.order, sectionId.options);
  const left = arrangement.hidden.length;
  return (
    <Card
      aside={
        <Button
          disabled={arranging.readOnly || !arranging.canUndo}
          leftSection={<IconArrowBackUp size={14} />}
          onClick={arranging.undo}
          size="compact-sm"
          variant="default"
        >
          Undo
        </Button>
      }
      subtitle={
        left === 0
          ? 'In this order behind page one. What you leave out is said at the end of the report.'
          : `${left === 1 ? '1 section is' : `${left} sections are`} left out, which the report says at its end.`
      }
      title="Sections"
    >
      <ol className={styles.sections}>
        {order.map((id, i) => (
          <SectionRow
            arrangement={arrangement}
            arranging={arranging}
            id={id}
            key={`${id} ${arrangement.notes[id] ?? ''}`}
            onMove={(by) => arranging.keep({ ...arrangement, order: moved(order, id, by) })}
            place={i === 0 ? 'first' : i === order.length - 1 ? 'last' : 'between'}
          />
        ))}
      </ol>
    </Card>
  );
}

type RowProps = Props & {
  readonly id: SectionId;
  readonly place: 'first' | 'between' | 'last';
  readonly onMove: (by: -1 | 1) => void;
};

function SectionRow({ id, place, arrangement, arranging, onMove }: RowProps) {
  const title = english.report.section[id];
  const stored = arrangement.notes[id] ?? '';
  const [note, setNote] = useState<string | null>(stored === '' ? null : stored);
  const stays = MUST_STAY.includes(id);
  const hidden = arrangement.hidden.includes(id);
  const toggle = () =>
    arranging.keep({
      ...arrangement,
      hidden: hidden ? arrangement.hidden.filter((one) => one !== id) : [...arrangement.hidden, id],
    });
  const keepNote = () => {
    const { [id]: _, ...others } = arrangement.notes;
    const told = (note ?? '').trim();
    arranging.keep({ ...arrangement, notes: told === '' ? others : { ...others, [id]: told } });
    if (told === '') setNote(null);
  };
  return (
    <li className={styles.section}>
      <div className={styles.line}>
        {stays ? (
          <IconLock aria-hidden="true" className={styles.lock} size={16} />
        ) : (
          <Switch
            aria-label={`${title}: in the report`}
            checked={!hidden}
            disabled={arranging.readOnly}
            onChange={toggle}
            size="xs"
          />
        )}
        <span className={hidden ? styles.out : styles.in}>
          {title}
          {stays && <span className={styles.quiet}> · always in</span>}
        </span>
        {note === null && (
          <Button
            aria-label={`Add a note to ${title}`}
            disabled={arranging.readOnly || hidden}
            onClick={() => setNote('')}
            size="compact-xs"
            variant="subtle"
          >
            Add a note
          </Button>
        )}
        <ActionIcon
          aria-label={`Move ${title} up`}
          disabled={arranging.readOnly || place === 'first'}
          onClick={() => onMove(-1)}
          size="sm"
          variant="subtle"
        >
          <IconArrowUp size={14} />
        </ActionIcon>
        <ActionIcon
          aria-label={`Move ${title} down`}
          disabled={arranging.readOnly || place === 'last'}
          onClick={() => onMove(1)}
          size="sm"
          variant="subtle"
        >
          <IconArrowDown size={14} />
        </ActionIcon>
      </div>
      {note !== null && (
        <Textarea
          aria-label={`Note to ${title}`}
          autosize
          autoFocus={note === ''}
          maxLength={4000}
          minRows={2}
          onBlur={keepNote}
          onChange={(event) => setNote(event.currentTarget.value)}
          placeholder="What the reader should know here, in your words"
          readOnly={arranging.readOnly}
          value={note}
        />
      )}
    </li>
  );
}
