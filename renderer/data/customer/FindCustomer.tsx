import { Autocomplete } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../../api/use-format.ts';
import { usePilot } from '../../api/use-pilot.ts';
import styles from './FindCustomer.module.css';
import { keyKind, keyText } from './key-words.ts';
import { showCustomer } from './shown-customer.ts';
import { useFound } from './use-found.ts';

const SHOWN = 8;

/** One field for every sort of key: what is found is one click from the whole story. */
export function FindCustomer() {
  const format = useFormat();
  const pilot = usePilot()?.id ?? '';
  const [typed, setTyped] = useState('');
  const found = useFound(typed, SHOWN);
  const options = found.map(({ customer, kind, value, records }) => ({
    value: String(customer),
    label: keyText({ kind, value }),
    detail: `${keyKind(kind)} · ${format.count(records)} ${records === 1 ? 'record' : 'records'}`,
  }));
  const show = (customer: string) => {
    const hit = found.find((one) => String(one.customer) === customer);
    if (hit === undefined) return;
    setTyped('');
    showCustomer(pilot, { kind: hit.kind, value: hit.value });
  };
  return (
    <Autocomplete
      aria-label="Find a customer"
      className={styles.find}
      clearable={false}
      data={options}
      filter={({ options: all }) => all}
      leftSection={<IconSearch aria-hidden size={16} stroke={1.75} />}
      onChange={(text) => setTyped(options.some(({ label }) => label === text) ? typed : text)}
      onOptionSubmit={show}
      placeholder="Find a customer: e-mail, phone, customer number"
      renderOption={({ option }) => (
        <span className={styles.option}>
          <b>{options.find(({ value }) => value === option.value)?.label}</b>
          <span>{options.find(({ value }) => value === option.value)?.detail}</span>
        </span>
      )}
      selectFirstOptionOnChange
      value={typed}
    />
  );
}
