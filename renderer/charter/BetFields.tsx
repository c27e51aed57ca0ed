import { Textarea } from '@mantine/core';
import { Card } from '../parts/Card.tsx';
import styles from './CharterEditor.module.css';
import type { CharterDraft } from './use-charter-draft.ts';

/** What is believed, and what is done to find out. */
export function BetFields({ form }: Pick<CharterDraft, 'form'>) {
  return (
    <Card subtitle="What you believe, in words that the data could prove wrong" title="The bet">
      <div className={styles.stack}>
        <Textarea
          description="If we do this for these customers, then that will change by then, because…"
          label="Hypothesis"
          {...form.getInputProps('hypothesis')}
        />
        <Textarea
          description="What happens to the treatment group and not to the control group: channel, message, within how many hours."
          label="Intervention"
          {...form.getInputProps('intervention')}
        />
      </div>
    </Card>
  );
}
