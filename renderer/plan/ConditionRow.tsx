import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ActivityCondition, TraitCondition } from '#shared/plan/plan.ts';
import styles from './ConditionRow.module.css';
import { NameField } from './NameField.tsx';
import { NumberField } from './NumberField.tsx';
import { TraitComparison } from './TraitComparison.tsx';

type Props = {
  readonly path: string;
  readonly condition: TraitCondition | ActivityCondition;
  readonly onChange: (next: TraitCondition | ActivityCondition) => void;
  readonly onRemove: () => void;
};

/** One condition on a trait or an activity. */
export function ConditionRow({ path, condition, onChange, onRemove }: Props) {
  return (
    <div className={styles.row}>
      <div className={styles.fields}>
        {'trait' in condition ? (
          <>
            <NameField
              kind="trait"
              label="Trait"
              onChange={(trait) => onChange({ ...condition, trait })}
              path={path}
              value={condition.trait}
            />
            <TraitComparison condition={condition} onChange={onChange} path={path} />
          </>
        ) : (
          <ActivityFields condition={condition} onChange={onChange} path={path} />
        )}
      </div>
      <ActionIcon aria-label="Remove this condition" color="gray" onClick={onRemove} variant="subtle">
        <IconTrash size={16} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}

type ActivityProps = Omit<Props, 'condition' | 'onRemove'> & { readonly condition: ActivityCondition };

function ActivityFields({ path, condition, onChange }: ActivityProps) {
  const count = condition.count ?? {};
  return (
    <>
      <NameField
        kind="activity"
        label="Activity"
        onChange={(activity) => onChange({ ...condition, activity })}
        path={path}
        value={condition.activity}
      />
      <NumberField
        label="At least"
        min={0}
        onChange={(atLeast) => onChange({ ...condition, count: { ...count, atLeast } })}
        path={`${path}.count.atLeast`}
        placeholder="any"
        value={count.atLeast}
      />
      <NumberField
        label="At most"
        min={0}
        onChange={(atMost) => onChange({ ...condition, count: { ...count, atMost } })}
        path={`${path}.count.atMost`}
        placeholder="any"
        value={count.atMost}
      />
      <NumberField
        label="In the days before"
        min={1}
        onChange={(daysBefore) => onChange({ ...condition, daysBefore })}
        path={`${path}.daysBefore`}
        placeholder="ever"
        value={condition.daysBefore}
      />
    </>
  );
}
