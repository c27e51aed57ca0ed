import { Button, Modal, useComputedColorScheme } from '@mantine/core';
import { useState } from 'react';
import type { Plan } from '#shared/plan/plan.ts';
import { useJob } from '../api/use-job.ts';
import { Failure } from '../parts/Failure.tsx';
import { Progress } from '../parts/Progress.tsx';
import styles from './RehearsedReport.module.css';

type Props = { readonly plan: Plan | null };

type Outcome = 'works' | 'nothing';

const titles: Record<Outcome, string> = {
  works: 'The report if it works (made up)',
  nothing: 'The report if it does nothing (made up)',
};

/** What the sponsor will get, both ways, before anything is sent. */
export function RehearsedReport({ plan }: Props) {
  const job = useJob('plan.rehearseReport');
  const theme = useComputedColorScheme('light');
  const [shown, setShown] = useState<{ readonly outcome: Outcome; readonly html: string } | null>(null);
  const show = async (outcome: Outcome) => {
    if (plan === null) return;
    const found = await job.start({ plan, outcome, theme });
    if (found.ok) setShown({ outcome, html: found.value.html });
  };
  return (
    <>
      <div className={styles.buttons}>
        {(['works', 'nothing'] as const).map((outcome) => (
          <Button
            disabled={plan === null || job.running}
            key={outcome}
            onClick={() => void show(outcome)}
            size="compact-sm"
            variant="default"
          >
            {outcome === 'works' ? 'See the report if it works' : 'See the report if it does nothing'}
          </Button>
        ))}
      </div>
      <Progress beginning="Reading the records…" job="plan.rehearseReport" />
      <Failure failure={job.failure} onDismiss={job.clear} />
      <Modal
        fullScreen
        onClose={() => setShown(null)}
        opened={shown !== null}
        title={shown === null ? '' : titles[shown.outcome]}
      >
        {shown !== null && (
          <iframe className={styles.frame} sandbox="" srcDoc={shown.html} title={titles[shown.outcome]} />
        )}
      </Modal>
    </>
  );
}
