import { Progress as Bar, Button } from '@mantine/core';
import type { PacedProgress } from '../api/jobs.ts';
import styles from './Progress.module.css';
import { timeLeft } from './time-left.ts';

type Props = {
  readonly running: boolean;
  readonly progress: PacedProgress | null;
  /** What is said before the work itself says anything. */
  readonly beginning: string;
  readonly onCancel: () => void;
};

/** Long work: what is being done, how far it is, and the way to stop it without trace. */
export function Progress({ running, progress, beginning, onCancel }: Props) {
  if (!running) return null;
  const left = progress === null ? null : leftOf(progress);
  const share = progress === null || progress.total === null ? null : share100(progress.done, progress.total);
  const sentence = progress?.sentence ?? beginning;
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span role="status">{sentence}</span>
        {share !== null && (
          <span className={styles.share}>
            {left !== null && `${left} · `}
            {Math.floor(share)} %
          </span>
        )}
      </div>
      <div className={styles.line}>
        <Bar.Root className={styles.bar} size="md">
          <Bar.Section
            animated={share === null}
            aria-label={sentence}
            striped={share === null}
            value={share ?? 100}
            withAria={share !== null}
          />
        </Bar.Root>
        <Button onClick={onCancel} size="xs" variant="default">
          Stop
        </Button>
      </div>
    </div>
  );
}

function share100(done: number, total: number): number {
  return total <= 0 ? 0 : Math.min(100, (100 * done) / total);
}

function leftOf({ done, total, passedMs, gained }: PacedProgress): string | null {
  return total === null ? null : timeLeft(passedMs, gained, total - done);
}
