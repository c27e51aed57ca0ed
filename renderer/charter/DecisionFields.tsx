import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { Card } from '../parts/Card.tsx';
import styles from './CharterEditor.module.css';
import type { CharterDraft } from './use-charter-draft.ts';

/** Who leads, who decides, by when, and what would convince them. */
export function DecisionFields({ form }: Pick<CharterDraft, 'form'>) {
  return (
    <Card subtitle="Agreed before the result is known; the plan seals it" title="The decision">
      <div className={styles.stack}>
        <div className={styles.row}>
          <TextInput label="Owner" placeholder="Who leads the pilot" {...form.getInputProps('owner')} />
          <TextInput label="Sponsor" placeholder="Who decides on the rollout" {...form.getInputProps('sponsor')} />
        </div>
        <Textarea
          description="Ask the sponsor now: what would you have to see to say yes?"
          label="What would convince them"
          {...form.getInputProps('convincedBy')}
        />
        <div className={styles.row}>
          <NumberInput
            label="Lift that earns the rollout"
            max={10_000}
            min={0}
            suffix=" %"
            {...form.getInputProps('thresholdPercent')}
          />
          <TextInput label="Decide by" type="date" {...form.getInputProps('decideBy')} />
        </div>
        <div className={styles.row}>
          <NumberInput label="Budget" min={0} thousandSeparator="," {...form.getInputProps('budgetAmount')} />
          <TextInput label="Currency" maxLength={3} spellCheck={false} {...form.getInputProps('budgetCurrency')} />
        </div>
      </div>
    </Card>
  );
}
