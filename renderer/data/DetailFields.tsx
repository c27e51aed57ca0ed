import { NumberInput, TextInput } from '@mantine/core';
import type { ColumnTarget } from '#shared/records/mapping.ts';
import styles from './ColumnTable.module.css';

type Props = { readonly target: ColumnTarget; readonly onChange: (target: ColumnTarget) => void };

const NUMBER = 'number:';

/** The fields behind the details of one column; an empty name is not taken. */
export function DetailFields({ target, onChange }: Props) {
  switch (target.to) {
    case 'identity':
      return (
        <NameField
          description="Numbers of different systems never join customers."
          label="System that gave the number"
          onChange={(system) => onChange({ ...target, key: `${NUMBER}${system.replace(/[^\w.-]/g, '-')}` })}
          value={target.key.slice(NUMBER.length)}
        />
      );
    case 'property':
    case 'trait':
      return (
        <NameField
          description="As conditions and metrics of the plan will name it."
          label="Name"
          onChange={(name) => onChange({ ...target, name })}
          value={target.name}
        />
      );
    case 'score':
      return (
        <div className={styles.fields}>
          <NameField
            description="nps, csat, or a name of your own."
            label="Question"
            onChange={(question) => onChange({ ...target, question })}
            value={target.question}
          />
          <div className={styles.pair}>
            <NumberInput
              label="Lowest"
              onChange={(low) => typeof low === 'number' && onChange({ ...target, scale: [low, target.scale[1]] })}
              value={target.scale[0]}
            />
            <NumberInput
              label="Highest"
              onChange={(high) => typeof high === 'number' && onChange({ ...target, scale: [target.scale[0], high] })}
              value={target.scale[1]}
            />
          </div>
        </div>
      );
    default:
      return null;
  }
}

type NameProps = {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function NameField({ label, description, value, onChange }: NameProps) {
  return (
    <TextInput
      defaultValue={value}
      description={description}
      label={label}
      onBlur={({ currentTarget }) => {
        const next = currentTarget.value.trim();
        if (next !== '' && next !== value) onChange(next);
      }}
      size="xs"
      spellCheck={false}
    />
  );
}
