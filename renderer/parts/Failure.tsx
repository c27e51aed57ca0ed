import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Failure as FailureValue } from '#shared/api/error.ts';
import styles from './Failure.module.css';

type Props = {
  readonly failure: FailureValue | null;
  readonly onRetry?: () => void;
  readonly onDismiss?: () => void;
  /** Other ways out, as buttons. */
  readonly children?: ReactNode;
};

/** An expected error, told in its sentence, with the cause one key away. What the user stopped is a note, no error. */
export function Failure({ failure, onRetry, onDismiss, children }: Props) {
  if (failure === null) return null;
  const stopped = failure.code === 'cancelled';
  return (
    <div className={stopped ? styles.note : styles.failure} role={stopped ? 'status' : 'alert'}>
      <p className={styles.sentence}>{failure.sentence}</p>
      {failure.cause !== null && !stopped && (
        <details className={styles.cause}>
          <summary>What lies beneath</summary>
          <pre>{failure.cause}</pre>
        </details>
      )}
      <div className={styles.ways}>
        {children}
        {onRetry !== undefined && (
          <Button onClick={onRetry} size="xs" variant="default">
            Try again
          </Button>
        )}
        {onDismiss !== undefined && (
          <Button onClick={onDismiss} size="xs" variant="subtle">
            Close this note
          </Button>
        )}
      </div>
    </div>
  );
}
