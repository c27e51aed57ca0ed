import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useJob } from '../api/use-job.ts';
import { useReadOnlyReason } from '../api/use-pilot.ts';
import { useRead } from '../api/use-read.ts';
import { usePlace } from '../parts/place.ts';
import styles from './Lift.module.css';

type Props = { readonly prominence: 'main' | 'small' };

/** Computes the lift afresh. Before the plan is sealed it asks: such a look stays on record. */
export function LookButton({ prominence }: Props) {
  const look = useJob('lift.look');
  const plan = useRead('plan.get', {}).data;
  const readOnly = useReadOnlyReason();
  const [asks, setAsks] = useState(false);
  const start = () => {
    setAsks(false);
    void look.start({ asOf: null });
  };
  const sealed = plan !== undefined && plan.sealed !== null;
  return (
    <>
      <Button
        disabled={readOnly !== null || look.running || plan === undefined}
        onClick={sealed ? start : () => setAsks(true)}
        size={prominence === 'main' ? 'sm' : 'compact-sm'}
        title={readOnly ?? undefined}
      >
        {sealed ? 'Look at the lift' : 'Look at the lift…'}
      </Button>
      <UnsealedDialog onClose={() => setAsks(false)} onLook={start} opened={asks} />
    </>
  );
}

type DialogProps = { readonly opened: boolean; readonly onClose: () => void; readonly onLook: () => void };

function UnsealedDialog({ opened, onClose, onLook }: DialogProps) {
  const { go } = usePlace();
  return (
    <Modal onClose={onClose} opened={opened} title="The plan is not sealed">
      <p className={styles.words}>
        This look will be logged for good; seal first. Without a sealed rule there is no verdict, and the report will
        say that the lift was seen before the rule was fixed.
      </p>
      <div className={styles.buttons}>
        <Button onClick={onLook} variant="default">
          Look all the same
        </Button>
        <Button
          data-autofocus
          onClick={() => {
            onClose();
            go('plan');
          }}
        >
          Go to the plan
        </Button>
      </div>
    </Modal>
  );
}
