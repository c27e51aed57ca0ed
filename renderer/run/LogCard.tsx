import { Button } from '@mantine/core';
import type { RunStatus } from '#shared/api/contract.ts';
import type { Formatter } from '#shared/format/formatter.ts';
import type { Arm } from '#shared/plan/plan.ts';
import { useFormat } from '../api/use-format.ts';
import { Card } from '../parts/Card.tsx';
import { usePlace } from '../parts/place.ts';
import { sum } from './finding.ts';
import styles from './Run.module.css';

type Props = { readonly arms: readonly Arm[]; readonly status: RunStatus };

/** Who was reached: from the sender's log, which comes in like every other export. */
export function LogCard({ arms, status }: Props) {
  const { go } = usePlace();
  const format = useFormat();
  const control = arms.find((arm) => arm.role === 'control');
  const contacted = control === undefined ? 0 : (status.contacted[control.id] ?? 0);
  const reached = sum(status.contacted);
  const exposures = [
    ...new Set(
      arms.flatMap(({ intervention }) =>
        intervention?.exposure === undefined ? [] : [intervention.exposure.activity],
      ),
    ),
  ];
  return (
    <Card subtitle={sourcesWords(status.contactSources, reached)} title="Who was reached">
      <div className={styles.stack}>
        <p className={styles.words}>{reachedWords(exposures, reached, format)}</p>
        {contacted > 0 && (
          <p className={styles.alarm} role="alert">
            {format.count(contacted)} control {contacted === 1 ? 'customer was' : 'customers were'} contacted all the
            same. They stay in control, so the lift is understated. Check that the sender keeps to the do-not-contact
            list.
          </p>
        )}
        <div>
          <Button onClick={() => go('data')} size="compact-sm" variant="default">
            {reached === 0 ? 'Bring the contact log' : 'Bring another log'}
          </Button>
        </div>
      </div>
    </Card>
  );
}

function sourcesWords(n: number, reached: number): string {
  if (n === 0) return reached === 0 ? 'No contact log imported yet' : 'From the activities imported';
  return n === 1 ? 'From 1 contact log' : `From ${n} contact logs`;
}

function reachedWords(exposures: readonly string[], reached: number, format: Formatter): string {
  if (exposures.length === 0) {
    return 'The plan does not say what counts as reached. The lift still compares everyone assigned; how many were reached stays unknown.';
  }
  const counts = `Customers with the activity ${exposures.map((name) => `“${name}”`).join(' or ')} count as reached`;
  return reached === 0
    ? `${counts}. Bring the sender's log on the data screen and map its rows to that activity.`
    : `${counts}: ${format.count(reached)} so far.`;
}
