import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Arm } from '#shared/plan/plan.ts';
import { useFormat } from '../api/use-format.ts';
import { ArmMark } from '../parts/ArmMark.tsx';
import { blankIntervention } from './arms.ts';
import { InterventionFields } from './InterventionFields.tsx';
import { NumberField, required } from './NumberField.tsx';
import styles from './PlanForm.module.css';
import { usePlanForm } from './plan-context.ts';
import { useProblem } from './problems.ts';

type Props = {
  readonly path: string;
  readonly arm: Arm;
  readonly share: number;
  readonly onChange: (next: Arm) => void;
  /** Null for the control and the last treatment: without them there is nothing to compare. */
  readonly onRemove: (() => void) | null;
};

/** One arm with its weight; a treatment also says what happens. */
export function ArmPart({ path, arm, share, onChange, onRemove }: Props) {
  const { plan } = usePlanForm();
  const format = useFormat();
  const imported = plan.allocation.method === 'imported';
  return (
    <section aria-label={arm.id} className={styles.part}>
      <div className={styles.partHead}>
        <ArmMark label={arm.role === 'control' ? 'Control' : 'Treatment'} role={arm.role} />
        {onRemove !== null && (
          <ActionIcon aria-label={`Remove the arm ${arm.id}`} color="gray" onClick={onRemove} variant="subtle">
            <IconTrash size={16} stroke={1.75} />
          </ActionIcon>
        )}
      </div>
      <div className={styles.stack}>
        <div className={styles.fields}>
          <TextInput
            error={useProblem(`${path}.id`)}
            label="Name"
            onChange={(event) => onChange({ ...arm, id: event.currentTarget.value })}
            spellCheck={false}
            value={arm.id}
          />
          <NumberField
            label={Number.isFinite(share) ? `Weight, ${format.level(share)} of all` : 'Weight'}
            min={0}
            onChange={required((weight) => onChange({ ...arm, weight }))}
            path={`${path}.weight`}
            value={arm.weight}
          />
        </div>
        {arm.role === 'treatment' && arm.intervention === undefined && (
          <div>
            <p className={styles.quiet}>
              {imported
                ? 'What happened to these customers is not described. The report is clearer with it.'
                : 'Say what happens to these customers; the plan cannot be sealed without it.'}
            </p>
            <Button
              mt="xs"
              onClick={() => onChange({ ...arm, intervention: blankIntervention })}
              size="compact-sm"
              variant="default"
            >
              Describe the intervention
            </Button>
          </div>
        )}
        {arm.intervention !== undefined && (
          <InterventionFields
            intervention={arm.intervention}
            onChange={(intervention) => onChange({ ...arm, intervention })}
            path={`${path}.intervention`}
          />
        )}
      </div>
    </section>
  );
}
