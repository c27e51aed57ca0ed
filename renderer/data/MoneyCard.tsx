import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../api/use-format.ts';
import { useReadOnlyReason } from '../api/use-pilot.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../parts/Card.tsx';
import { Failure } from '../parts/Failure.tsx';
import { moneySentence, rateWords } from './money-words.ts';
import { RatesDialog } from './RatesDialog.tsx';

/** In which currency amounts are kept, and what others are worth in it. */
export function MoneyCard() {
  const format = useFormat();
  const readOnly = useReadOnlyReason() !== null;
  const money = useRead('data.money', {});
  const [editing, setEditing] = useState<'no' | 'yes'>('no');
  if (money.error !== null) return <Failure failure={money.error} onRetry={() => void money.refetch()} />;
  if (money.data === undefined || money.data.currency === null) return null;
  const { currency, table, waiting } = money.data;
  const rates = Object.entries(table?.rates ?? {});
  return (
    <Card
      aside={
        <Button disabled={readOnly} onClick={() => setEditing('yes')} size="compact-sm" variant="default">
          Rates…
        </Button>
      }
      edge={waiting.length > 0 ? 'doubt' : 'none'}
      subtitle={moneySentence(money.data, format)}
      title={`Money is kept in ${currency}`}
    >
      {rates.length > 0 && (
        <p>
          {rates.map(([code, rate]) => rateWords(code, rate, currency)).join('; ')}
          {table?.note ? ` (${table.note})` : ''}.
        </p>
      )}
      {editing === 'yes' && <RatesDialog currency={currency} money={money.data} onClose={() => setEditing('no')} />}
    </Card>
  );
}
