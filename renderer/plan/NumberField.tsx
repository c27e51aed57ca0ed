import { NumberInput } from '@mantine/core';
import { useProblem } from './problems.ts';

type Props = {
  readonly path: string;
  readonly label: string;
  readonly description?: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  /** What is shown is the value times this: 100 for a share written in per cent. */
  readonly scale?: number;
  readonly suffix?: string;
  readonly placeholder?: string;
  readonly min?: number;
};

/** A number of the plan; empty is no number. */
export function NumberField({ path, value, onChange, scale = 1, ...rest }: Props) {
  const problem = useProblem(path);
  const shown = value === undefined || Number.isNaN(value) ? '' : Number((value * scale).toPrecision(12));
  return (
    <NumberInput
      {...rest}
      error={problem}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(next) => onChange(next === '' || Number.isNaN(Number(next)) ? undefined : Number(next) / scale)}
      value={shown}
    />
  );
}

/** A field that must hold a number: emptied, it is NaN until something is typed, and cannot be saved. */
export function required(onChange: (value: number) => void): (value: number | undefined) => void {
  return (value) => onChange(value ?? Number.NaN);
}
