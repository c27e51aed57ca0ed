import { Button } from '@mantine/core';
import type { RunStatus } from '#shared/api/contract.ts';
import type { Arm } from '#shared/plan/plan.ts';
import { useFormat } from '../api/use-format.ts';
import { Card } from '../parts/Card.tsx';
import { usePlace } from '../parts/place.ts';
import styles from './Run.module.css';

type Props = { readonly arms: readonly Arm[]; readonly status: RunStatus };

/** Who was reached: from the sender's log, which comes in like every other export. */
export function LogCard({ arms, status }: Props) {
  const { go } = usePlace();
  const format = useFormat();
  const control = arms.find((arm) => arm.role === 'control');
  const contacted = control === undefined ? 0 : (status.contacted[control.id] ?? 0);
  const exposures = [
    ...new Set(
      arms.flatMap(({ intervention }) =>
        intervention?.exposure === undefined ? [] : [intervention.exposure.activity],
      ),
    ),
  ];
  return (
    <Card subtitle={sourcesWords(status.contactSources)} title="Who was reached">
      <div className={styles.stack}>
        <p className={styles.words}>
          {exposures.length === 0
            ? 'The plan does not say what counts as reached. The lift still compares everyone assigned; how many were reached stays unknown.'
            : `Customers with the activity ${exposures.map((name) => `“${name}”`).join(' or ')} count as reached. Bring the sender's log on the data screen and map its rows to that activity.`}
        </p>
        {contacted > 0 && (
          <p className={styles.alarm} role="alert">
            {format.count(contacted)} control {contacted === 1 ? 'customer was' : 'customers were'} contacted all the
            same. They stay in control, so the lift is understated. Check that the sender keeps to the do-not-contact
            list.
          </p>
        )}
        <div>
          <Button onClick={() => go('data')} size="compact-sm" variant="default">
            Bring the contact log
          </Button>
        </div>
      </div>
    </Card>
  );
}

function sourcesWords(n: number): string {
  if (n === 0) return 'No contact log imported yet';
  return n === 1 ? 'From 1 contact log' : `From ${n} contact logs`;
}
