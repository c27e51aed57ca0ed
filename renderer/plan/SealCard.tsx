import { Button, Checkbox, Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Known } from '#shared/api/contract.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { PowerResult } from '#shared/plan/power-result.ts';
import { useChange } from '../api/use-change.ts';
import { useFormat } from '../api/use-format.ts';
import { useReadOnlyReason } from '../api/use-pilot.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import styles from './PlanForm.module.css';
import { missingForSeal, recordsOf, sentenceCase } from './problems.ts';

type Props = {
  readonly plan: Plan;
  readonly known: Known;
  /** Unsaved changes would not be sealed. */
  readonly dirty: boolean;
};

/** What sealing does, and the way to it. */
export function SealCard({ plan, known, dirty }: Props) {
  const [asks, setAsks] = useState(false);
  const readOnly = useReadOnlyReason();
  const missing = useMemo(() => missingForSeal(plan, recordsOf(known)), [plan, known]);
  const obstacle = readOnly ?? (dirty ? 'Save the changes first; what is saved is sealed.' : null);
  return (
    <Card subtitle="Before the lift is seen" title="Seal the plan">
      <div className={styles.stack}>
        <p className={styles.quiet}>
          Sealing freezes the plan. Its fingerprint (SHA-256) is stored, shown here and printed in the report, so that a
          sponsor can see the rule was there before the result. Later changes are amendments, dated and listed.
        </p>
        {missing.map(({ path, sentence }) => (
          <p className={styles.quiet} key={path}>
            {sentenceCase(sentence)}
          </p>
        ))}
        {obstacle !== null && <p className={styles.quiet}>{obstacle}</p>}
        <Button disabled={obstacle !== null || missing.length > 0} onClick={() => setAsks(true)}>
          Seal the plan…
        </Button>
      </div>
      <SealDialog onClose={() => setAsks(false)} opened={asks} plan={plan} />
    </Card>
  );
}

type DialogProps = { readonly opened: boolean; readonly plan: Plan; readonly onClose: () => void };

function SealDialog({ opened, plan, onClose }: DialogProps) {
  const seal = useChange('plan.seal');
  const format = useFormat();
  const { scaleIf, decideBy } = plan.decision;
  const metric = plan.metrics.find(({ id }) => id === scaleIf.metric);
  const guarded = plan.metrics.some(({ role }) => role === 'guardrail');
  const power = useRead('plan.power', opened ? { plan } : null).data;
  const blind = power === undefined ? [] : blindSpots(power);
  const [known, setKnown] = useState(false);
  return (
    <Modal onClose={onClose} opened={opened} title="Seal this plan?">
      <div className={styles.stack}>
        <p className={styles.quiet}>
          From then on the rule stands: scale if the lift of {metric?.name ?? scaleIf.metric} is{' '}
          {format.lift(scaleIf.relativeLiftAtLeast)} or more{guarded ? ', ' : ' and '}its interval is clear of zero
          {guarded && ' and every guardrail holds'}. Decided on {format.date(decideBy)}. A seal cannot be taken off
          again.
        </p>
        {blind.length > 0 && (
          <div className={styles.warning} role="alert">
            {blind.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <Checkbox
              checked={known}
              label="I know, and seal it all the same"
              onChange={(event) => setKnown(event.currentTarget.checked)}
            />
          </div>
        )}
        <Failure failure={seal.error} />
        <div className={styles.buttons}>
          <Button data-autofocus onClick={onClose} variant="default">
            Not yet
          </Button>
          <Button
            disabled={blind.length > 0 && !known}
            loading={seal.isPending || (opened && power === undefined)}
            onClick={() => seal.mutate({}, { onSuccess: onClose })}
          >
            Seal the plan
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** What this pilot cannot see; sealed, it can only be amended in public. */
function blindSpots(power: PowerResult): readonly string[] {
  if (power.kind === 'unknown') return [power.sentence];
  return [
    ...(power.sees ? [] : [power.sentence]),
    ...power.guardrails.flatMap(({ sees, sentence }) => (sees ? [] : [sentence])),
  ];
}
