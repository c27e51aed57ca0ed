import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Exclusion } from '#shared/plan/plan.ts';
import { ConditionGroup } from './ConditionGroup.tsx';
import { usualExclusions } from './exclusions.ts';
import styles from './PlanForm.module.css';
import { usePlanForm } from './plan-context.ts';
import { conditionOf, groupOf } from './population.ts';
import { useProblem } from './problems.ts';

type Props = {
  readonly exclude: readonly Exclusion[];
  readonly onChange: (next: readonly Exclusion[]) => void;
};

/** Who is kept out all the same; each reason is counted in the flow. */
export function Exclusions({ exclude, onChange }: Props) {
  const { known } = usePlanForm();
  return (
    <fieldset className={styles.part}>
      <legend>Kept out all the same</legend>
      <div className={styles.stack}>
        <p className={styles.quiet}>
          Decided before the arms are drawn. The report counts each reason; of several the first counts.
        </p>
        {exclude.map((one, i) => (
          <ExclusionPart
            exclusion={one}
            // biome-ignore lint/suspicious/noArrayIndexKey: their reason is being typed; their place is what they are
            key={i}
            onChange={(next) => onChange(exclude.map((other, at) => (at === i ? next : other)))}
            onRemove={() => onChange(exclude.filter((_, at) => at !== i))}
            path={`population.exclude[${i}]`}
          />
        ))}
        <div className={styles.adds}>
          {usualExclusions.map(({ label, begin }) => (
            <Button
              aria-label={`Keep out: ${label.toLowerCase()}`}
              key={label}
              leftSection={<IconPlus aria-hidden size={14} />}
              onClick={() => onChange([...exclude, begin(known)])}
              size="compact-sm"
              variant="default"
            >
              {label}
            </Button>
          ))}
        </div>
      </div>
    </fieldset>
  );
}

type PartProps = {
  readonly path: string;
  readonly exclusion: Exclusion;
  readonly onChange: (next: Exclusion) => void;
  readonly onRemove: () => void;
};

function ExclusionPart({ path, exclusion, onChange, onRemove }: PartProps) {
  return (
    <section aria-label={exclusion.reason} className={styles.stack}>
      <div className={styles.line}>
        <TextInput
          error={useProblem(`${path}.reason`)}
          label="Reason"
          maxLength={100}
          onChange={(event) => onChange({ ...exclusion, reason: event.currentTarget.value })}
          value={exclusion.reason}
        />
        <ActionIcon
          aria-label={`No longer keep out: ${exclusion.reason}`}
          color="gray"
          onClick={onRemove}
          variant="subtle"
        >
          <IconTrash size={16} stroke={1.75} />
        </ActionIcon>
      </div>
      <ConditionGroup
        empty="Add a condition that says who is meant."
        group={groupOf(exclusion.where)}
        legend="Whoever fits this"
        level="top"
        onChange={(group) => onChange({ ...exclusion, where: conditionOf(group) })}
        path={`${path}.where`}
      />
    </section>
  );
}
