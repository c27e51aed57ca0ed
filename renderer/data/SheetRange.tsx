import { Select, TextInput } from '@mantine/core';
import type { Guess } from '#shared/records/source.ts';
import { rangeOf, withRange } from './sheet-part.ts';

type Props = { readonly guess: Guess; readonly sheet: string; readonly onChange: (sheet: string) => void };

/** Which sheet of a workbook, and which part of it. */
export function SheetRange({ guess, sheet, onChange }: Props) {
  const part = rangeOf(sheet, guess.sheets);
  const take = (typed: string) => {
    const next = withRange(part.sheet, typed);
    if (next !== null && next !== sheet) onChange(next);
  };
  return (
    <>
      <Select
        data={guess.sheets.includes(part.sheet) ? [...guess.sheets] : [part.sheet, ...guess.sheets]}
        label="Sheet"
        onChange={(name) => name !== null && onChange(name)}
        value={part.sheet}
      />
      <TextInput
        defaultValue={part.range}
        description="Only these cells, such as B3:H400; the whole sheet if empty"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        key={sheet}
        label="Range"
        onBlur={({ currentTarget }) => take(currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget.value)}
        placeholder="B3:H400"
        spellCheck={false}
      />
    </>
  );
}
