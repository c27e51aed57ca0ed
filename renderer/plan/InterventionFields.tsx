import { Autocomplete, Textarea, TextInput } from '@mantine/core';
import type { Intervention } from '#shared/plan/plan.ts';
import { useFormat } from '../api/use-format.ts';
import { NameField } from './NameField.tsx';
import { NumberField } from './NumberField.tsx';
import styles from './PlanForm.module.css';
import { useProblem } from './problems.ts';

const channels = ['email', 'sms', 'phone', 'letter', 'in-app', 'chat', 'in person'];

type Props = {
  readonly path: string;
  readonly intervention: Intervention;
  readonly onChange: (next: Intervention) => void;
};

/** The intervention card: channel, message, link, when, what it costs, and what counts as reached. */
export function InterventionFields({ path, intervention, onChange }: Props) {
  const { currency } = useFormat();
  const money = currency === null ? '' : ` (${currency})`;
  return (
    <div className={styles.fields}>
      <Autocomplete
        data={channels}
        error={useProblem(`${path}.channel`)}
        label="Channel"
        onChange={(channel) => onChange({ ...intervention, channel })}
        value={intervention.channel}
      />
      <NumberField
        label="Sent within hours"
        min={0}
        onChange={(withinHours) => onChange({ ...intervention, withinHours })}
        path={`${path}.withinHours`}
        placeholder="no limit"
        value={intervention.withinHours}
      />
      <div className={styles.wide}>
        <Textarea
          error={useProblem(`${path}.message`)}
          label="Message"
          onChange={(event) => onChange({ ...intervention, message: event.currentTarget.value })}
          value={intervention.message}
        />
      </div>
      <TextInput
        description="A web address, or the column that holds each customer's own."
        error={useProblem(`${path}.link`)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        label="Link"
        onChange={(event) => onChange({ ...intervention, link: event.currentTarget.value || undefined })}
        spellCheck={false}
        value={intervention.link ?? ''}
      />
      <NameFieldForReached intervention={intervention} onChange={onChange} path={path} />
      <NumberField
        label={`Cost per contact${money}`}
        min={0}
        onChange={(costPerContact) => onChange({ ...intervention, costPerContact })}
        path={`${path}.costPerContact`}
        placeholder="0"
        value={intervention.costPerContact}
      />
      <NumberField
        label={`Cost of the offer${money}`}
        min={0}
        onChange={(offerCost) => onChange({ ...intervention, offerCost })}
        path={`${path}.offerCost`}
        placeholder="0"
        value={intervention.offerCost}
      />
    </div>
  );
}

function NameFieldForReached({ path, intervention, onChange }: Props) {
  return (
    <NameField
      description="Customers with this activity count as reached."
      kind="activity"
      label="What counts as reached"
      onChange={(activity) => onChange({ ...intervention, exposure: activity === '' ? undefined : { activity } })}
      path={`${path}.exposure`}
      placeholder="not recorded"
      value={intervention.exposure?.activity ?? ''}
    />
  );
}
