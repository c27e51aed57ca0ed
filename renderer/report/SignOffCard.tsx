import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Arrangement, type Signer, signer } from '#shared/report/arrangement.ts';
import { english } from '#shared/text/english/index.ts';
import { useFormat } from '../api/use-format.ts';
import { Card } from '../parts/Card.tsx';
import styles from './Arrange.module.css';
import type { Arranging } from './use-arrangement.ts';

type Props = {
  readonly arrangement: Arrangement;
  readonly arranging: Arranging;
  readonly fingerprint: string;
  readonly people: Readonly<Record<Signer, string>>;
};

const say = english.report.signOff;

/** Lead, analyst and sponsor put their names to these figures, each with the day. */
export function SignOffCard({ arrangement, arranging, fingerprint, people }: Props) {
  return (
    <Card subtitle={say.meaning} title={say.caption}>
      <ul className={styles.sections}>
        {signer.options.map((role) => (
          <SignRow
            arrangement={arrangement}
            arranging={arranging}
            fingerprint={fingerprint}
            key={role}
            named={people[role]}
            role={role}
          />
        ))}
      </ul>
    </Card>
  );
}

type RowProps = Omit<Props, 'people'> & { readonly role: Signer; readonly named: string };

function SignRow({ role, named, arrangement, arranging, fingerprint }: RowProps) {
  const format = useFormat();
  const [name, setName] = useState(named);
  const signed = arrangement.signedOff.find((one) => one.role === role);
  const others = arrangement.signedOff.filter((one) => one.role !== role);
  if (signed !== undefined) {
    const day = format.date(signed.on);
    return (
      <li className={styles.sign}>
        <span className={styles.quiet}>{say.role[role]}</span>
        <span>
          {signed.name}, {signed.fingerprint === fingerprint ? day : say.stale(day)}
        </span>
        <Button
          aria-label={`Take back: ${say.role[role]}`}
          disabled={arranging.readOnly}
          onClick={() => arranging.keep({ ...arrangement, signedOff: others })}
          size="compact-sm"
          variant="default"
        >
          Take back
        </Button>
      </li>
    );
  }
  const sign = () => {
    const on = new Date().toISOString().slice(0, 10);
    arranging.keep({ ...arrangement, signedOff: [...others, { role, name: name.trim(), on, fingerprint }] });
  };
  return (
    <li className={styles.sign}>
      <span className={styles.quiet}>{say.role[role]}</span>
      <TextInput
        aria-label={`Name of the ${say.role[role].toLowerCase()}`}
        maxLength={120}
        onChange={(event) => setName(event.currentTarget.value)}
        placeholder="First and last name"
        readOnly={arranging.readOnly}
        size="xs"
        value={name}
      />
      <Button
        aria-label={`Sign off: ${say.role[role]}`}
        disabled={arranging.readOnly || name.trim() === ''}
        onClick={sign}
        size="compact-sm"
        variant="default"
      >
        Sign off
      </Button>
    </li>
  );
}
