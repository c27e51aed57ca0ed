import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import styles from './PlanForm.module.css';
import { useProblem } from './problems.ts';

type Props = {
  readonly looks: readonly string[];
  /** The day of the decision: what a new look is offered as, and what the last one should be. */
  readonly decideBy: string;
  readonly onChange: (next: string[]) => void;
};

const DAY = 86_400_000;

/** The dates on which the lift will be looked at, one field each. */
export function LooksField({ looks, decideBy, onChange }: Props) {
  const problem = useProblem('analysis.looks');
  return (
    <fieldset className={styles.part}>
      <legend>Planned looks</legend>
      <div className={styles.stack}>
        <p className={styles.quiet}>
          Nothing is shown between them. The last one spends what is left of the allowance, so let it be the day of the
          decision.
        </p>
        {looks.length === 0 && problem !== null && <p role="alert">{problem}</p>}
        <div className={styles.fields}>
          {looks.map((look, i) => (
            <Look
              // biome-ignore lint/suspicious/noArrayIndexKey: a date that is typed anew stays the same field
              key={i}
              look={look}
              number={i + 1}
              onChange={(next) => onChange(looks.map((one, other) => (other === i ? next : one)))}
              onRemove={() => onChange(looks.filter((_, other) => other !== i))}
            />
          ))}
        </div>
        <div>
          <Button
            leftSection={<IconPlus aria-hidden size={14} />}
            onClick={() => onChange([...looks, nextLook(looks, decideBy)].toSorted())}
            size="compact-sm"
            variant="default"
          >
            Another look
          </Button>
        </div>
      </div>
    </fieldset>
  );
}

type LookProps = {
  readonly number: number;
  readonly look: string;
  readonly onChange: (next: string) => void;
  readonly onRemove: () => void;
};

function Look({ number, look, onChange, onRemove }: LookProps) {
  return (
    <TextInput
      error={useProblem(`analysis.looks[${number - 1}]`)}
      label={`Look ${number}`}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSection={
        <ActionIcon aria-label={`Remove look ${number}`} color="gray" onClick={onRemove} variant="subtle">
          <IconTrash size={16} stroke={1.75} />
        </ActionIcon>
      }
      type="date"
      value={look}
    />
  );
}

/** The decision's day first, then halfway between the last two looks. */
function nextLook(looks: readonly string[], decideBy: string): string {
  if (!looks.includes(decideBy)) return decideBy;
  const times = looks.map((look) => Date.parse(look)).filter((time) => !Number.isNaN(time));
  const last = Math.max(...times);
  const before = times.filter((time) => time < last);
  const from = before.length === 0 ? last - 28 * DAY : Math.max(...before);
  return new Date(from + Math.max(DAY, Math.floor((last - from) / 2 / DAY) * DAY)).toISOString().slice(0, 10);
}
