import { Select, TagsInput, TextInput } from '@mantine/core';
import type { TraitCondition } from '#shared/plan/plan.ts';
import styles from './ConditionRow.module.css';
import { NumberField } from './NumberField.tsx';
import { comparableOf } from './population.ts';
import { useProblem } from './problems.ts';

type How = 'is' | 'in' | 'atLeast' | 'atMost' | 'between';

const hows: readonly { readonly value: How; readonly label: string }[] = [
  { value: 'is', label: 'is' },
  { value: 'in', label: 'is one of' },
  { value: 'atLeast', label: 'is at least' },
  { value: 'atMost', label: 'is at most' },
  { value: 'between', label: 'lies between' },
];

function howOf(condition: TraitCondition): How {
  if (condition.in !== undefined) return 'in';
  if ('atLeast' in condition && 'atMost' in condition) return 'between';
  if ('atLeast' in condition) return 'atLeast';
  return 'atMost' in condition ? 'atMost' : 'is';
}

function begun(trait: string, how: How): TraitCondition {
  switch (how) {
    case 'is':
      return { trait, is: '' };
    case 'in':
      return { trait, in: [] };
    case 'atLeast':
      return { trait, atLeast: 0 };
    case 'atMost':
      return { trait, atMost: 0 };
    case 'between':
      return { trait, atLeast: 0, atMost: 1 };
  }
}

type Props = {
  readonly path: string;
  readonly condition: TraitCondition;
  readonly onChange: (next: TraitCondition) => void;
};

/** How a trait is compared, and with what. */
export function TraitComparison({ path, condition, onChange }: Props) {
  const how = howOf(condition);
  const problem = useProblem(`${path}.${how}`);
  return (
    <>
      <Select
        data={hows}
        label="Comparison"
        onChange={(value) => onChange(begun(condition.trait, (value ?? 'is') as How))}
        value={how}
      />
      {how === 'is' && (
        <TextInput
          error={problem}
          label="Value"
          onChange={(event) => onChange({ ...condition, is: comparableOf(event.currentTarget.value) })}
          value={String(condition.is ?? '')}
        />
      )}
      {how === 'in' && (
        <TagsInput
          className={styles.double}
          error={problem}
          label="Values"
          onChange={(values) => onChange({ ...condition, in: values.map(comparableOf) })}
          value={(condition.in ?? []).map(String)}
        />
      )}
      {(how === 'atLeast' || how === 'between') && (
        <NumberField
          label="At least"
          onChange={(atLeast) => onChange({ ...condition, atLeast: atLeast ?? Number.NaN })}
          path={`${path}.atLeast`}
          value={condition.atLeast}
        />
      )}
      {(how === 'atMost' || how === 'between') && (
        <NumberField
          label="At most"
          onChange={(atMost) => onChange({ ...condition, atMost: atMost ?? Number.NaN })}
          path={`${path}.atMost`}
          value={condition.atMost}
        />
      )}
    </>
  );
}
