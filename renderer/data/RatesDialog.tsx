import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Money, Rates } from '#shared/records/rates.ts';
import { useChange } from '../api/use-change.ts';
import { useFormat } from '../api/use-format.ts';
import { Failure } from '../parts/Failure.tsx';
import { mendedSentence } from './mend-words.ts';
import { rateTyped } from './money-words.ts';
import styles from './RatesDialog.module.css';
import { useRetryCurrencies } from './use-retry-currencies.ts';

type Props = { readonly currency: string; readonly money: Money; readonly onClose: () => void };
type Line = { readonly id: number; readonly code: string; readonly rate: string };

const CODE = /^[A-Z]{3}$/;

/** What other currencies are worth in the pilot's; rows that waited for a rate are tried again at once. */
export function RatesDialog({ currency, money, onClose }: Props) {
  const format = useFormat();
  const [lines, setLines] = useState(() => linesOf(money));
  const [note, setNote] = useState(money.table?.note ?? '');
  const save = useChange('data.setRates');
  const retry = useRetryCurrencies();
  const change = (id: number, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.id === id ? { ...line, ...part } : line)));
  const filled = lines.filter(({ code, rate }) => code !== '' || rate !== '');
  const problem = problemOf(filled, currency);
  const keep = async () => {
    const rates: Rates = Object.fromEntries(filled.map(({ code, rate }) => [code, rateTyped(rate) ?? 0]));
    await save.mutateAsync({ table: { to: currency, rates, note: note.trim() } });
    if (money.waiting.length === 0) onClose();
    else await retry.run();
  };
  return (
    <Modal onClose={onClose} opened title={`What is one of them in ${currency}?`}>
      <p>
        From now on such amounts are converted, and each record says from what. Amounts that are in already keep the
        rate they came in with.
      </p>
      <div className={styles.lines}>
        {lines.map(({ id, code, rate }) => (
          <div className={styles.line} key={id}>
            <span>1</span>
            <TextInput
              aria-label="Currency"
              maxLength={3}
              onChange={({ currentTarget: { value } }) => change(id, { code: value.toUpperCase() })}
              placeholder="USD"
              spellCheck={false}
              value={code}
              w="5rem"
            />
            <span>=</span>
            <TextInput
              aria-label={`One ${code === '' ? 'of it' : code} in ${currency}`}
              inputMode="decimal"
              onChange={({ currentTarget: { value } }) => change(id, { rate: value })}
              placeholder="0.92"
              value={rate}
              w="8rem"
            />
            <span>{currency}</span>
          </div>
        ))}
        <Button
          className={styles.add}
          onClick={() => setLines([...lines, { id: lines.length, code: '', rate: '' }])}
          size="compact-sm"
          variant="subtle"
        >
          Another currency
        </Button>
      </div>
      <TextInput
        description="Shown wherever the rates are"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        label="Where the rates are from"
        maxLength={200}
        mt="sm"
        onChange={({ currentTarget: { value } }) => setNote(value)}
        placeholder="European Central Bank, 2 March 2026"
        value={note}
      />
      {problem !== null && <p className={styles.problem}>{problem}</p>}
      {retry.result !== null && <p role="status">{mendedSentence(retry.result, format)}</p>}
      <Failure failure={save.error ?? retry.error} />
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose} variant="default">
          {retry.result === null ? 'Leave it' : 'Close'}
        </Button>
        {retry.result === null && (
          <Button
            disabled={problem !== null}
            loading={save.isPending || retry.running}
            onClick={() => void keep().catch(() => undefined)}
          >
            {money.waiting.length > 0 ? 'Keep, and try the rows again' : 'Keep'}
          </Button>
        )}
      </Group>
    </Modal>
  );
}

/** The rates there are, then a line for each currency that rows wait for; at least one. */
function linesOf({ table, waiting }: Money): Line[] {
  const known = Object.entries(table?.rates ?? {}).map(([code, rate]) => ({ code, rate: String(rate) }));
  const asked = waiting
    .filter(({ currency }) => table === null || !Object.hasOwn(table.rates, currency))
    .map(({ currency }) => ({ code: currency, rate: '' }));
  const lines = [...known, ...asked];
  return (lines.length === 0 ? [{ code: '', rate: '' }] : lines).map((line, id) => ({ id, ...line }));
}

function problemOf(lines: readonly Line[], currency: string): string | null {
  const odd = lines.find(({ code }) => !CODE.test(code));
  if (odd !== undefined) return 'A currency has three letters, such as USD.';
  if (lines.some(({ code }) => code === currency)) return `${currency} is the pilot's own currency and needs no rate.`;
  const twice = lines.find(({ code }, i) => lines.findIndex((one) => one.code === code) < i);
  if (twice !== undefined) return `${twice.code} stands there twice.`;
  const unread = lines.find(({ rate }) => rateTyped(rate) === null);
  return unread === undefined ? null : `Say what one ${unread.code} is in ${currency}: a number above 0, such as 0.92.`;
}
