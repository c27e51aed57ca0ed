import { Button } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../../api/use-change.ts';
import { useFormat } from '../../api/use-format.ts';
import { usePilot, useReadOnlyReason } from '../../api/use-pilot.ts';
import { useRead } from '../../api/use-read.ts';
import { Card } from '../../parts/Card.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { keyText } from './key-words.ts';
import styles from './MatchingCard.module.css';
import { MatchingDialog } from './MatchingDialog.tsx';
import { matchingSentence } from './matching-words.ts';
import { showCustomer } from './shown-customer.ts';

/** How keys become people, what is set aside, and what was cut by hand. */
export function MatchingCard() {
  const format = useFormat();
  const pilot = usePilot()?.id ?? '';
  const readOnly = useReadOnlyReason() !== null;
  const state = useRead('matching.get', {});
  const uncut = useChange('customer.uncut');
  const [open, setOpen] = useState(false);
  const { data } = state;
  if (data === undefined) return <Failure failure={state.error} />;
  const { matching, setAside, cuts } = data;
  return (
    <Card
      aside={
        <Button disabled={readOnly} onClick={() => setOpen(true)} size="compact-sm" variant="default">
          Change…
        </Button>
      }
      subtitle={matchingSentence(matching, format)}
      title="Matching: which keys make one person"
    >
      <Failure failure={uncut.error} />
      {setAside.length > 0 && (
        <details className={styles.list}>
          <summary>
            {format.count(setAside.length)} {setAside.length === 1 ? 'key is' : 'keys are'} shared by too many and
            joined nobody
          </summary>
          <ul>
            {setAside.map((key) => (
              <li key={`${key.kind} ${key.value}`}>
                <button className={styles.key} onClick={() => showCustomer(pilot, key)} type="button">
                  {keyText(key)}
                </button>{' '}
                <span className={styles.quiet}>shared by {format.count(key.people)} people</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {cuts.length > 0 && (
        <details className={styles.list}>
          <summary>
            {format.count(cuts.length)} {cuts.length === 1 ? 'join was' : 'joins were'} cut by hand
          </summary>
          <ul>
            {cuts.map(({ a, b, at }) => (
              <li key={`${a.value} ${b.value}`}>
                {keyText(a)} from {keyText(b)} <span className={styles.quiet}>{format.dateTime(at)}</span>{' '}
                <Button
                  aria-label={`Let ${keyText(a)} and ${keyText(b)} join again`}
                  disabled={readOnly || uncut.isPending}
                  onClick={() => uncut.mutate({ a, b })}
                  size="compact-xs"
                  variant="subtle"
                >
                  Let join again
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {setAside.length + cuts.length === 0 && (
        <p className={styles.quiet}>No key is shared by too many, and no join was cut by hand.</p>
      )}
      {open && <MatchingDialog matching={matching} onClose={() => setOpen(false)} />}
    </Card>
  );
}
