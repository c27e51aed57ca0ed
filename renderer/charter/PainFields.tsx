import { Textarea, TextInput } from '@mantine/core';
import { Card } from '../parts/Card.tsx';
import styles from './CharterEditor.module.css';
import type { CharterDraft } from './use-charter-draft.ts';

/** What hurts, whom, and what the company promises them. */
export function PainFields({ form }: Pick<CharterDraft, 'form'>) {
  return (
    <Card subtitle="One pain point of real customers, small enough to answer in weeks" title="The pain">
      <div className={styles.stack}>
        <TextInput
          description="As it will stand at the top of the report."
          label="Name of the pilot"
          withAsterisk
          {...form.getInputProps('title')}
        />
        <Textarea
          description="Who hurts, when, and how you know. A sentence a customer would agree with."
          label="Pain point"
          {...form.getInputProps('painPoint')}
        />
        <Textarea
          description="What a customer may expect of you at this moment."
          label="Promise"
          {...form.getInputProps('promise')}
        />
      </div>
    </Card>
  );
}
