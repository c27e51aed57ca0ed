import { Autocomplete } from '@mantine/core';
import { useFormat } from '../api/use-format.ts';
import styles from './NameField.module.css';
import { usePlanForm } from './plan-context.ts';
import { useProblem } from './problems.ts';

type Kind = 'activity' | 'trait' | 'score';

type Props = {
  readonly path: string;
  readonly label: string;
  readonly kind: Kind;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  readonly placeholder?: string;
};

/** Names something in the records; what the imported data hold is suggested with its count. */
export function NameField({ path, kind, ...rest }: Props) {
  const problem = useProblem(path);
  const format = useFormat();
  const counts = useCounts(kind);
  return (
    <Autocomplete
      {...rest}
      comboboxProps={{ shadow: 'md' }}
      data={[...counts.keys()]}
      error={problem}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      renderOption={({ option }) => (
        <span className={styles.option}>
          {option.value} <span className={styles.count}>{format.count(counts.get(option.value) ?? 0)}</span>
        </span>
      )}
      spellCheck={false}
    />
  );
}

function useCounts(kind: Kind): ReadonlyMap<string, number> {
  const { known } = usePlanForm();
  switch (kind) {
    case 'activity':
      return new Map(known.activities.map((one) => [one.kind, one.n]));
    case 'trait':
      return new Map(known.traits.map((one) => [one.key, one.n]));
    case 'score':
      return new Map(known.scores.map((one) => [one.question, one.n]));
  }
}
