import { Button } from '@mantine/core';
import type { RunStatus } from '#shared/api/contract.ts';
import type { PlanState } from '#shared/plan/plan.ts';
import { useChange } from '../api/use-change.ts';
import { useFormat } from '../api/use-format.ts';
import { useReadOnlyReason } from '../api/use-pilot.ts';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import { usePlace } from '../parts/place.ts';
import { BalanceTable } from './BalanceTable.tsx';
import styles from './Run.module.css';

type Props = { readonly status: RunStatus; readonly state: PlanState };

/** Draws the arms of everyone who waits, and shows at once whether the draw came out as planned. */
export function AssignCard({ status, state }: Props) {
  const assign = useChange('run.assign');
  const format = useFormat();
  const readOnly = useReadOnlyReason();
  const { go } = usePlace();
  const unsealed = state.sealed === null;
  return (
    <Card
      subtitle={
        status.method === 'hash' ? 'By a hash of the customer’s key and the seed' : 'By lot, with the seed of the plan'
      }
      title="Assign"
    >
      <div className={styles.stack}>
        {unsealed && (
          <p className={styles.note}>
            Who gets what follows the sealed plan, and this plan is not sealed yet.{' '}
            <Button onClick={() => go('plan')} size="compact-xs" variant="default">
              Go to the plan
            </Button>
          </p>
        )}
        <Failure failure={assign.error} />
        {status.waiting === 0 ? (
          <p className={styles.words}>Nobody waits for an arm.</p>
        ) : (
          <div>
            <Button
              disabled={unsealed || readOnly !== null}
              loading={assign.isPending}
              onClick={() => assign.mutate({})}
              title={readOnly ?? undefined}
            >
              Assign {format.count(status.waiting)}
            </Button>
          </div>
        )}
        {assign.data !== undefined && <BalanceTable summary={assign.data} />}
      </div>
    </Card>
  );
}
