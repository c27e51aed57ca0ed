import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Failure as FailureValue } from '#shared/api/error.ts';
import { Failure } from '../parts/Failure.tsx';
import styles from './PlanForm.module.css';

type Props = {
  readonly opened: boolean;
  readonly saving: boolean;
  readonly failure: FailureValue | null;
  readonly onClose: () => void;
  readonly onAmend: (why: string) => void;
};

/** A sealed plan changes only with a reason. */
export function AmendDialog({ opened, saving, failure, onClose, onAmend }: Props) {
  const [why, setWhy] = useState('');
  return (
    <Modal onClose={onClose} opened={opened} title="Amend the sealed plan">
      <div className={styles.stack}>
        <p className={styles.quiet}>
          The report lists this amendment with its date and reason, beside the plan as it was sealed. It stays there.
        </p>
        <Textarea
          data-autofocus
          label="Why is the plan changed?"
          onChange={(event) => setWhy(event.currentTarget.value)}
          required
          value={why}
        />
        <Failure failure={failure} />
        <div className={styles.buttons}>
          <Button onClick={onClose} variant="default">
            Go on editing
          </Button>
          <Button disabled={why.trim() === ''} loading={saving} onClick={() => onAmend(why.trim())}>
            Amend the plan
          </Button>
        </div>
      </div>
    </Modal>
  );
}
