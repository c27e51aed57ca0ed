import { Autocomplete, Select } from '@mantine/core';
import type { MetricField } from '#shared/plan/plan.ts';
import { fieldOf, type Kind, nameIn, type Source, sourceOf, sources } from './metrics.ts';
import { NameField } from './NameField.tsx';
import { NumberField } from './NumberField.tsx';
import { usePlanForm } from './plan-context.ts';
import { useProblem } from './problems.ts';

const labels: Record<Source, string> = { activity: 'an activity', trait: 'a trait', score: 'a score' };

type Props = {
  readonly path: string;
  readonly label: string;
  readonly kind: Kind;
  readonly field: MetricField;
  readonly onChange: (next: MetricField) => void;
};

/** What a metric is taken of: an activity (and which of its fields), a trait or a score. */
export function MetricFieldPicker({ path, label, kind, field, onChange }: Props) {
  const { known } = usePlanForm();
  const source = sourceOf(field);
  const allowed = sources[kind];
  const fieldProblem = useProblem(`${path}.field`);
  const adds = kind === 'sum' || kind === 'ratio';
  return (
    <>
      {allowed.length > 1 && (
        <Select
          data={allowed.map((value) => ({ value, label: labels[value] }))}
          label={label}
          onChange={(next) => onChange(fieldOf((next ?? source) as Source, '', adds ? 'amount' : 'none'))}
          value={source}
        />
      )}
      <NameField
        kind={source}
        label={source === 'activity' ? 'Which activity' : source === 'trait' ? 'Which trait' : 'Which question'}
        onChange={(name) =>
          onChange('activity' in field ? { ...field, activity: name } : fieldOf(source, name, 'none'))
        }
        path={path}
        value={nameIn(field)}
      />
      {'activity' in field && kind === 'conversion' && (
        <NumberField
          label="At least so often"
          min={1}
          onChange={(times) => onChange({ ...field, atLeast: times === undefined || times <= 1 ? undefined : times })}
          path={`${path}.atLeast`}
          placeholder="once"
          value={field.atLeast}
        />
      )}
      {'activity' in field && adds && (
        <Autocomplete
          comboboxProps={{ shadow: 'md' }}
          data={known.activities.find(({ kind: here }) => here === field.activity)?.fields ?? []}
          error={fieldProblem}
          label="What is added up"
          onChange={(name) => onChange({ ...field, field: name || undefined })}
          placeholder="amount"
          spellCheck={false}
          value={field.field ?? ''}
        />
      )}
    </>
  );
}
