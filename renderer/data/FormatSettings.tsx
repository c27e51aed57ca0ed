import { NumberInput, Select, TextInput } from '@mantine/core';
import type { DateOrder, Mapping, StatedFormat } from '#shared/records/mapping.ts';
import type { Guess } from '#shared/records/source.ts';
import { useFormat } from '../api/use-format.ts';
import { Card } from '../parts/Card.tsx';
import { LongSelect } from '../parts/LongSelect.tsx';
import { CellExample } from './CellExample.tsx';
import styles from './FormatSettings.module.css';
import { dateExample, decimalExample } from './format-examples.ts';
import { dateOrders, delimiters, encodings, settled } from './format-words.ts';
import { SheetRange } from './SheetRange.tsx';
import { timeZones } from './time-zones.ts';

type Props = {
  readonly guess: Guess;
  readonly mapping: Mapping;
  readonly disabled: boolean;
  readonly onChange: (part: StatedFormat) => void;
};

/** How the file itself is written, each part settled with an example out of the file. */
export function FormatSettings({ guess, mapping, disabled, onChange }: Props) {
  const format = useFormat();
  const now = settled(guess, mapping.format ?? {});
  const isAsked = guess.questions.some(({ ask }) => ask === 'date-order');
  return (
    <Card subtitle="Recognised from the file; change what is not right" title="How the file is written">
      <fieldset className={styles.grid} disabled={disabled}>
        <legend className="unseen">How the file is written</legend>
        {now.sheet !== null && <SheetRange guess={guess} onChange={(sheet) => onChange({ sheet })} sheet={now.sheet} />}
        {now.encoding !== null && (
          <Select
            data={withOwn(encodings, now.encoding)}
            label="Encoding"
            onChange={(encoding) => encoding !== null && onChange({ encoding })}
            value={now.encoding.toLowerCase()}
          />
        )}
        {now.delimiter !== null && (
          <Select
            data={withOwn(delimiters, now.delimiter)}
            label="Cells are parted by"
            onChange={(delimiter) => delimiter !== null && onChange({ delimiter })}
            value={now.delimiter}
          />
        )}
        {(now.delimiter !== null || now.sheet !== null) && (
          <>
            <NumberInput
              label="Rows before the header"
              max={1000}
              min={0}
              onChange={(skipRows) => typeof skipRows === 'number' && onChange({ skipRows })}
              value={now.skipRows}
            />
            <NumberInput
              label="Header rows"
              max={10}
              min={0}
              onChange={(headerRows) => typeof headerRows === 'number' && onChange({ headerRows })}
              value={now.headerRows}
            />
          </>
        )}
        <div>
          <Select
            data={[...dateOrders]}
            label="Order of dates"
            error={isAsked}
            onChange={(order) => order !== null && onChange({ dateOrder: order as DateOrder })}
            placeholder={isAsked ? 'Say which comes first' : 'No date needs it'}
            value={now.dateOrder}
          />
          <CellExample example={dateExample(guess, mapping, format)} />
        </div>
        <LongSelect
          data={timeZones}
          description="For times that name none"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label="Time zone"
          onChange={(timeZone) => timeZone !== null && onChange({ timeZone })}
          searchable
          value={now.timeZone}
        />
        <div>
          <Select
            data={[
              { value: '.', label: 'point: 1,234.50' },
              { value: ',', label: 'comma: 1.234,50' },
            ]}
            label="Decimals"
            onChange={(decimal) => (decimal === '.' || decimal === ',') && onChange({ decimal })}
            value={now.decimal}
          />
          <CellExample example={decimalExample(guess, mapping, format)} />
        </div>
        <TextInput
          description="For amounts that name none"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          key={now.currency ?? ''}
          defaultValue={now.currency ?? ''}
          label="Currency"
          maxLength={3}
          onBlur={({ currentTarget }) => {
            const code = currentTarget.value.trim().toUpperCase();
            const next = /^[A-Z]{3}$/.test(code) ? code : null;
            if (next !== now.currency) onChange({ currency: next });
          }}
          placeholder="EUR"
          spellCheck={false}
        />
      </fieldset>
    </Card>
  );
}

/** A list of choices that always holds the one in use. */
function withOwn(list: readonly { readonly value: string; readonly label: string }[], value: string) {
  const own = value.toLowerCase();
  return list.some((one) => one.value === own) ? [...list] : [...list, { value: own, label: value }];
}
