import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconTrash } from '@tabler/icons-react';
import type { Source } from '#shared/records/source.ts';
import type { SourcePicture } from '#shared/records/source-picture.ts';
import { useFormat } from '../api/use-format.ts';
import { DayBars } from './DayBars.tsx';
import { spanWords } from './picture-words.ts';
import { rowMeaning } from './row-words.ts';
import { SourceDetails } from './SourceDetails.tsx';
import styles from './SourcesTable.module.css';

type Props = {
  readonly source: Source;
  readonly picture: SourcePicture | null;
  readonly opened: boolean;
  readonly disabled: boolean;
  readonly onToggle: () => void;
  readonly onQuarantine: () => void;
  readonly onDuplicates: () => void;
  readonly onRemove: () => void;
};

/** One import: its days as a small picture, its row sum, and the ways to look closer and to take it out. */
export function SourceLine(props: Props) {
  const { source, picture, opened, disabled, onToggle, onQuarantine, onDuplicates, onRemove } = props;
  const format = useFormat();
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <>
      <tr>
        <th scope="row">
          <div className={styles.name}>
            <ActionIcon
              aria-expanded={opened}
              aria-label={`Look closer at ${source.file}`}
              color="gray"
              disabled={picture === null}
              onClick={onToggle}
              size="sm"
              variant="subtle"
            >
              <Chevron size={16} stroke={1.75} />
            </ActionIcon>
            <div>
              <span className={styles.file}>{source.file}</span>
              <span className={styles.quiet}>
                {source.source} · {rowMeaning(source.mapping).replace('One row', 'a row')} · in since{' '}
                {format.dateTime(source.importedAt)}
              </span>
            </div>
          </div>
        </th>
        <td className={styles.dates}>
          {picture?.days != null && <DayBars bars={picture.days} />}
          {picture?.first != null && picture.last !== null && (
            <span className={styles.quiet}>{spanWords(picture.first, picture.last, format)}</span>
          )}
        </td>
        <td className="figures">{format.count(source.rowsRead)}</td>
        <td className="figures">{format.count(source.kept)}</td>
        <td className="figures">
          <LookAt n={source.duplicates} onLook={onDuplicates} what={`duplicates of ${source.file}`} />
        </td>
        <td className={`figures ${styles.doubt}`}>
          <LookAt n={source.quarantined} onLook={onQuarantine} what={`rows of ${source.file} in quarantine`} />
        </td>
        <td className="figures">
          <ActionIcon
            aria-label={`Take out ${source.file}`}
            color="gray"
            disabled={disabled}
            onClick={onRemove}
            variant="subtle"
          >
            <IconTrash size={16} stroke={1.75} />
          </ActionIcon>
        </td>
      </tr>
      {opened && picture !== null && (
        <tr className={styles.opened}>
          <td colSpan={7}>
            <SourceDetails picture={picture} />
          </td>
        </tr>
      )}
    </>
  );
}

/** A count that can be looked at, where there is something to see. */
function LookAt({ n, what, onLook }: { readonly n: number; readonly what: string; readonly onLook: () => void }) {
  const format = useFormat();
  if (n === 0) return '0';
  return (
    <button aria-label={`${format.count(n)} ${what}: look`} className={styles.look} onClick={onLook} type="button">
      {format.count(n)} ›
    </button>
  );
}
