import { Button } from '@mantine/core';
import type { GrantedFile } from '#shared/api/contract.ts';
import type { Failure } from '#shared/api/error.ts';
import type { Guess } from '#shared/records/source.ts';
import { useFormat } from '../api/use-format.ts';
import { Chip } from '../parts/Chip.tsx';
import styles from './RefreshScreen.module.css';

type Props = {
  readonly file: GrantedFile;
  readonly guess: Guess | undefined;
  readonly failure: Failure | null;
  readonly disabled: boolean;
  readonly onLook: () => void;
  readonly onLeaveOut: () => void;
};

/** One file of several: which earlier import it follows, and what changed since. */
export function RefreshLine({ file, guess, failure, disabled, onLook, onLeaveOut }: Props) {
  const format = useFormat();
  const since = guess?.since ?? null;
  const told = since === null ? [] : [...since.changes, ...(guess?.questions ?? []).map(({ sentence }) => sentence)];
  return (
    <li className={styles.file}>
      <div>
        <p className={styles.name}>
          <b>{file.name}</b>{' '}
          {since !== null ? (
            <Chip tone={told.length === 0 ? 'good' : 'doubt'}>
              {since.changes.length > 0 ? 'Changed' : told.length > 0 ? 'Has a question' : 'As last time'}
            </Chip>
          ) : failure !== null ? (
            <Chip tone="bad">Cannot be read</Chip>
          ) : (
            guess !== undefined && <Chip tone="slate">New here</Chip>
          )}
        </p>
        <p className={styles.quiet}>
          {since !== null && guess !== undefined
            ? `About ${format.count(guess.rowEstimate)} rows; follows ${since.file} of ${format.dateShort(since.importedAt)} (${format.count(since.rowsRead)} rows).`
            : failure !== null
              ? failure.sentence
              : guess === undefined
                ? 'Its first rows are being read.'
                : `${guess.finding} It is gone through after the others.`}
        </p>
        {told.length > 0 && (
          <ul className={styles.changes}>
            {told.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </div>
      <div className={styles.ways}>
        <Button
          aria-label={`Look at ${file.name} first`}
          disabled={disabled}
          onClick={onLook}
          size="compact-sm"
          variant="subtle"
        >
          Look first
        </Button>
        <Button
          aria-label={`Leave out ${file.name}`}
          color="gray"
          disabled={disabled}
          onClick={onLeaveOut}
          size="compact-sm"
          variant="subtle"
        >
          Leave out
        </Button>
      </div>
    </li>
  );
}
