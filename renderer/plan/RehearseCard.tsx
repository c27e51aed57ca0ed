import { Button, NumberInput } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import type { Plan } from '#shared/plan/plan.ts';
import type { RehearsalResult } from '#shared/rehearse/rehearsal-result.ts';
import { createStore } from '../api/store.ts';
import { useJob } from '../api/use-job.ts';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import { Progress } from '../parts/Progress.tsx';
import styles from './PlanForm.module.css';
import reading from './PlanReading.module.css';
import { RehearsedReport } from './RehearsedReport.tsx';

type Props = {
  /** Null while the draft has problems: it cannot be played then. */
  readonly plan: Plan | null;
};

/** The last rehearsal with the plan it played; it outlives the screen, but says so when the plan is another by now. */
const last = createStore<{ readonly plan: string; readonly result: RehearsalResult } | null>(null);

const RUNS = 1000;

/** Before anything is sent: the pilot played on history, with nothing planted and with a lift planted. */
export function RehearseCard({ plan }: Props) {
  const job = useJob('plan.rehearse');
  const kept = useSyncExternalStore(last.subscribe, last.get);
  const threshold = plan?.decision.scaleIf.relativeLiftAtLeast ?? 0;
  const [given, setGiven] = useState<number | null>(null);
  const lift = given ?? (threshold > 0 ? threshold : 0.1);
  const written = plan === null ? '' : JSON.stringify(plan);
  const start = async () => {
    if (plan === null) return;
    const outcome = await job.start({ plan, lift, runs: RUNS });
    if (outcome.ok) last.set({ plan: written, result: outcome.value });
  };
  return (
    <Card
      subtitle="The pilot is played on your own history a thousand times before anything is sent: once as if it did nothing, once with a lift planted."
      title="Rehearse"
    >
      <div className={styles.stack}>
        <div className={styles.fields}>
          <NumberInput
            allowNegative={false}
            description="How much better the treatment really is."
            inputWrapperOrder={['label', 'input', 'description']}
            label="Lift to plant, %"
            min={0}
            onChange={(value) => setGiven(typeof value === 'number' && value > 0 ? value / 100 : null)}
            value={Number((lift * 100).toPrecision(6))}
          />
        </div>
        <div>
          <Button disabled={plan === null || job.running} onClick={() => void start()} size="compact-sm">
            Rehearse on history
          </Button>
        </div>
        <Progress beginning="Reading the records…" job="plan.rehearse" />
        <Failure failure={job.failure} onDismiss={job.clear} />
        {kept !== null && !job.running && (
          <Outcome played={kept.plan === written ? 'this' : 'another'} result={kept.result} />
        )}
        <RehearsedReport plan={plan} />
      </div>
    </Card>
  );
}

type OutcomeProps = { readonly played: 'this' | 'another'; readonly result: RehearsalResult };

function Outcome({ played, result }: OutcomeProps) {
  if (result.kind === 'unknown') return <p className={reading.words}>{result.sentence}</p>;
  return (
    <div aria-live="polite" className={styles.stack}>
      {played === 'another' && (
        <p className={styles.quiet}>The plan has changed since this rehearsal; rehearse again for the plan above.</p>
      )}
      <p className={reading.words}>
        <b>{result.sentences.nothing}</b>
      </p>
      <p className={reading.words}>
        <b>{result.sentences.planted}</b>
      </p>
      {result.notes.map((note) => (
        <p className={styles.quiet} key={note}>
          {note}
        </p>
      ))}
    </div>
  );
}
