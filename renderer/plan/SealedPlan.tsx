import { Button, CopyButton } from '@mantine/core';
import { useState } from 'react';
import type { Known } from '#shared/api/contract.ts';
import type { PlanState } from '#shared/plan/plan.ts';
import { useFormat } from '../api/use-format.ts';
import { useReadOnlyReason } from '../api/use-pilot.ts';
import { Card } from '../parts/Card.tsx';
import { Page } from '../parts/Page.tsx';
import { ReadOnlyNote } from '../parts/ReadOnlyNote.tsx';
import { AmendedPlan } from './AmendedPlan.tsx';
import { Amendments } from './Amendments.tsx';
import styles from './PlanForm.module.css';
import { PlanReading } from './PlanReading.tsx';
import { PowerCard } from './PowerCard.tsx';
import { RehearseCard } from './RehearseCard.tsx';

type Props = { readonly pilot: string; readonly state: PlanState; readonly known: Known };

/** The plan after sealing: to be read, and amended with a reason. */
export function SealedPlan({ pilot, state, known }: Props) {
  const [amends, setAmends] = useState(false);
  const format = useFormat();
  const readOnly = useReadOnlyReason();
  if (amends) return <AmendedPlan known={known} onDone={() => setAmends(false)} pilot={pilot} state={state} />;
  return (
    <Page
      actions={
        <Button disabled={readOnly !== null} onClick={() => setAmends(true)} size="compact-sm" variant="default">
          Amend…
        </Button>
      }
      lead="It can be read by everyone and changed by no one in silence: what is amended is dated and listed in the report."
      title={`The plan has been sealed since ${format.date(state.sealed)}${amendedWords(state.amendments.length)}.`}
    >
      <ReadOnlyNote />
      <div className={styles.columns}>
        <div className={styles.sections}>
          <PlanReading plan={state.plan} />
          <PowerCard plan={state.plan} />
          <RehearseCard plan={state.plan} />
        </div>
        <div className={styles.side}>
          <SealedCard state={state} />
          <Amendments amendments={state.amendments} />
        </div>
      </div>
    </Page>
  );
}

function amendedWords(times: number): string {
  if (times === 0) return '';
  return times === 1 ? ', and amended once' : `, and amended ${times} times`;
}

function SealedCard({ state }: { readonly state: PlanState }) {
  const format = useFormat();
  const hash = state.sha256 ?? '';
  const amended = state.amendments.at(-1);
  return (
    <Card
      edge="good"
      subtitle={
        amended === undefined ? `Sealed ${format.dateTime(state.sealed)}` : `As amended ${format.dateTime(amended.at)}`
      }
      title="Fingerprint"
    >
      <div className={styles.stack}>
        <code className={styles.hash}>{hash}</code>
        <p className={styles.quiet}>
          SHA-256 of the plan's canonical JSON (RFC 8785). The report prints the same; anyone can compare.
        </p>
        <div>
          <CopyButton value={hash}>
            {({ copied, copy }) => (
              <Button onClick={copy} size="compact-sm" variant="default">
                {copied ? 'Copied' : 'Copy'}
              </Button>
            )}
          </CopyButton>
        </div>
      </div>
    </Card>
  );
}
