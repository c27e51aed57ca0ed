import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect } from 'react';
import type { Key } from '#shared/identity/matching.ts';
import { useFormat } from '../../api/use-format.ts';
import { useRead } from '../../api/use-read.ts';
import { Card } from '../../parts/Card.tsx';
import { Chip } from '../../parts/Chip.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Page } from '../../parts/Page.tsx';
import { ArmPlaces } from './ArmPlaces.tsx';
import styles from './CustomerScreen.module.css';
import { customerSentence, customerTitle } from './customer-words.ts';
import { FindCustomer } from './FindCustomer.tsx';
import { closeCustomer } from './shown-customer.ts';
import { TimeLineCard } from './TimeLineCard.tsx';
import { TraitsCard } from './TraitsCard.tsx';
import { armName, armTone, twoArmsBecause } from './two-arms-words.ts';
import { WhyCard } from './WhyCard.tsx';

/** One customer, whole: what was done, what was said, what is known, and why it is one person. */
export function CustomerScreen({ shown }: { readonly shown: Key }) {
  const format = useFormat();
  const story = useRead('customer.story', { key: shown });
  const sources = useRead('data.sources', {});
  useHotkeys([['Escape', closeCustomer]]);
  // Another person's page is read from its top, also by a screen reader.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what changes
  useEffect(() => {
    window.scrollTo(0, 0);
    document.getElementById('finding')?.focus();
  }, [shown]);
  const files = new Map((sources.data ?? []).map(({ source, file }) => [source, file]));
  const { data } = story;
  const people = new Map(
    (data?.identities ?? []).flatMap((one) =>
      one.people === null ? [] : [[`${one.kind} ${one.value}`, one.people] as const],
    ),
  );
  return (
    <Page
      actions={
        <Button onClick={closeCustomer} size="compact-sm" variant="default">
          ‹ All data
        </Button>
      }
      lead={data === undefined ? undefined : customerSentence(data, format)}
      title={data === undefined ? shown.value : customerTitle(data, shown)}
    >
      <FindCustomer />
      <Failure failure={story.error} />
      {data !== undefined && (
        <>
          {data.arms.length > 0 && (
            <p className={styles.arms}>
              {data.arms.map((arm) => (
                <Chip key={arm} tone={armTone(arm)}>
                  {armName(arm)}
                </Chip>
              ))}
            </p>
          )}
          {data.arms.length > 1 && <InTwoArms shown={shown} />}
          <div className={styles.columns}>
            <TimeLineCard files={files} key={`${shown.kind} ${shown.value}`} story={data} />
            <div className={styles.side}>
              <WhyCard key={`${shown.kind} ${shown.value}`} people={people} shown={shown} />
              <TraitsCard files={files} story={data} />
            </div>
          </div>
        </>
      )}
    </Page>
  );
}

/** Which rows put this person into two arms, and what to do about it. */
function InTwoArms({ shown }: { readonly shown: Key }) {
  const read = useRead('customer.inTwoArms', { key: shown });
  const person = read.data ?? null;
  return (
    <Card edge="doubt" title="In two arms, so left out of the lift">
      <Failure failure={read.error} />
      {person !== null && (
        <>
          <p className={styles.two}>
            {twoArmsBecause(person).replace(/^b/, 'B')}.{' '}
            {person.because === 'join'
              ? 'If they are two people, cut the join that makes them one.'
              : 'Take out the export that is wrong, or leave this person out.'}
          </p>
          <ArmPlaces places={person.places} />
        </>
      )}
    </Card>
  );
}
