import { Button } from '@mantine/core';
import { Card } from '../parts/Card.tsx';
import { usePlace } from '../parts/place.ts';
import styles from './Run.module.css';

/** With imported arms there is nothing to assign, and no list to hand out. */
export function ImportedCard() {
  const { go } = usePlace();
  return (
    <Card subtitle="The sending tool decided who is in which arm" title="Nothing to assign">
      <div className={styles.stack}>
        <p className={styles.words}>
          The arms come from a column of an export, by the table in the plan. Values the plan does not name leave their
          customers out, counted. Whether the tool drew fairly is checked before any lift is shown.
        </p>
        <div>
          <Button onClick={() => go('plan')} size="compact-sm" variant="default">
            See the table in the plan
          </Button>
        </div>
      </div>
    </Card>
  );
}
