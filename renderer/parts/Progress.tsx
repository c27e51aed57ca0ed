import { Progress as Bar, Button } from '@mantine/core';
import { type JobName, type PacedProgress, stopJob } from '../api/jobs.ts';
import { useJob, useProgress } from '../api/use-job.ts';
import styles from './Progress.module.css';
import { timeLeft } from './time-left.ts';

type Props = {
  readonly job: JobName;
  /** What is said before the work itself says anything. */
  readonly beginning: string;
};

/** Long work while it runs: what is being done, how far it is, and the way to stop it without trace. */
export function Progress({ job, beginning }: Props) {
  const { running } = useJob(job);
  const progress = useProgress(job);
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
        <Button onClick={() => stopJob(job)} size="xs" variant="default">
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
