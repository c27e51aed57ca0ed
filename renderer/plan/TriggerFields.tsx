import { Checkbox } from '@mantine/core';
import type { Trigger } from '#shared/plan/plan.ts';
import { NameField } from './NameField.tsx';
import { NumberField, required } from './NumberField.tsx';
import styles from './PlanForm.module.css';

type Props = { readonly trigger: Trigger; readonly onChange: (next: Trigger) => void };

/** The activity that brings a customer in, unless another one follows soon. */
export function TriggerFields({ trigger, onChange }: Props) {
  const { unless } = trigger;
  return (
    <fieldset className={styles.part}>
      <legend>Trigger</legend>
      <div className={styles.stack}>
        <NameField
          kind="activity"
          label="When this happens"
          onChange={(activity) => onChange({ ...trigger, activity })}
          path="population.trigger.activity"
          value={trigger.activity}
        />
        <Checkbox
          checked={unless !== undefined}
          label="Unless something else follows"
          onChange={(event) => {
            const { unless: _, ...rest } = trigger;
            onChange(event.currentTarget.checked ? { ...rest, unless: { activity: 'order', withinHours: 1 } } : rest);
          }}
        />
        {unless !== undefined && (
          <div className={styles.fields}>
            <NameField
              kind="activity"
              label="Unless this follows"
              onChange={(activity) => onChange({ ...trigger, unless: { ...unless, activity } })}
              path="population.trigger.unless.activity"
              value={unless.activity}
            />
            <NumberField
              label="Within hours"
              min={0}
              onChange={required((withinHours) => onChange({ ...trigger, unless: { ...unless, withinHours } }))}
              path="population.trigger.unless.withinHours"
              value={unless.withinHours}
            />
          </div>
        )}
      </div>
    </fieldset>
  );
}
