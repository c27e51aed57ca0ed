import { Button } from '@mantine/core';
import { useFormat } from '../../api/use-format.ts';
import { usePilot } from '../../api/use-pilot.ts';
import { useRead } from '../../api/use-read.ts';
import { Card } from '../../parts/Card.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { ArmPlaces } from './ArmPlaces.tsx';
import { keyText } from './key-words.ts';
import { showCustomer } from './shown-customer.ts';
import styles from './TwoArmsCard.module.css';
import { twoArmsBecause } from './two-arms-words.ts';

const SHOWN = 20;

/** People who stand in two arms, with the rows that put them there; nothing where there are none. */
export function TwoArmsCard() {
  const format = useFormat();
  const pilot = usePilot()?.id ?? '';
  const read = useRead('customer.twoArms', { limit: SHOWN });
  const { total = 0, people = [] } = read.data ?? {};
  if (read.error !== null) return <Failure failure={read.error} onRetry={() => void read.refetch()} />;
  if (total === 0) return null;
  return (
    <Card
      edge="doubt"
      subtitle="The lift leaves them out and says so. If a join is wrong, cut it on the customer's page."
      title={`${format.count(total)} ${total === 1 ? 'person stands' : 'people stand'} in two arms`}
    >
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={`${person.key.kind} ${person.key.value}`}>
            <div>
              <b>{keyText(person.key)}</b> <span className={styles.quiet}>{twoArmsBecause(person)}</span>
              <ArmPlaces places={person.places} />
            </div>
            <Button
              aria-label={`See why ${keyText(person.key)} is one person`}
              onClick={() => showCustomer(pilot, person.key)}
              size="compact-sm"
              variant="default"
            >
              See why
            </Button>
          </li>
        ))}
      </ul>
      {total > people.length && (
        <p className={styles.quiet}>
          The first {format.count(people.length)} of {format.count(total)}.
        </p>
      )}
    </Card>
  );
}
