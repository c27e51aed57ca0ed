import { Autocomplete } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useFormat } from '../../api/use-format.ts';
import { usePilot } from '../../api/use-pilot.ts';
import styles from './FindCustomer.module.css';
import { keyKind, keyText } from './key-words.ts';
import { showCustomer } from './shown-customer.ts';
import { useFound } from './use-found.ts';

const SHOWN = 8;
const NOBODY =
  'Nobody is known by a key that begins so. Names are no keys: an e-mail address, a phone or a customer number is.';

/** One field for every sort of key: what is found is one click from the whole story. */
export function FindCustomer() {
  const format = useFormat();
  const pilot = usePilot()?.id ?? '';
  const [typed, setTyped] = useState('');
  const { customers: found, isAnswer } = useFound(typed, SHOWN);
  /** What stood there when Enter came before its answer. */
  const [entered, setEntered] = useState<string | null>(null);
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
  const [only, ...others] = found;
  useEffect(() => {
    if (entered === null || entered !== typed || !isAnswer) return;
    setEntered(null);
    if (only !== undefined && others.length === 0) showCustomer(pilot, { kind: only.kind, value: only.value });
  });
  return (
    <Autocomplete
      aria-label="Find a customer"
      className={styles.find}
      clearable={false}
      data={options}
      description={isAnswer && found.length === 0 ? NOBODY : undefined}
      inputWrapperOrder={['input', 'description']}
      filter={({ options: all }) => all}
      leftSection={<IconSearch aria-hidden size={16} stroke={1.75} />}
      onChange={(text) => setTyped(options.some(({ label }) => label === text) ? typed : text)}
      onKeyDown={({ key }) => key === 'Enter' && options.length === 0 && setEntered(typed)}
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
