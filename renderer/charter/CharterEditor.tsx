import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { Charter } from '#shared/charter/charter.ts';
import { useFormat } from '../api/use-format.ts';
import { useReadOnlyReason } from '../api/use-pilot.ts';
import { Failure } from '../parts/Failure.tsx';
import { Page } from '../parts/Page.tsx';
import { usePlace } from '../parts/place.ts';
import { ReadOnlyNote } from '../parts/ReadOnlyNote.tsx';
import { BetFields } from './BetFields.tsx';
import styles from './CharterEditor.module.css';
import { openQuestions } from './charter-form.ts';
import { DecisionFields } from './DecisionFields.tsx';
import { PainFields } from './PainFields.tsx';
import { SponsorCard } from './SponsorCard.tsx';
import { type CharterDraft, useCharterDraft } from './use-charter-draft.ts';

type Props = { readonly pilot: string; readonly stored: Charter };

/** The charter's questions at the left, and at the right what the sponsor will read. */
export function CharterEditor({ pilot, stored }: Props) {
  const draft = useCharterDraft(pilot, stored);
  const format = useFormat();
  const { go } = usePlace();
  const readOnly = useReadOnlyReason() !== null;
  const missing = openQuestions(draft.shown);

  return (
    <Page
      actions={
        <>
          <SavedNote draft={draft} />
          <Button
            aria-keyshortcuts="Control+Z"
            disabled={readOnly || !draft.canUndo}
            leftSection={<IconArrowBackUp size={14} />}
            onClick={draft.undo}
            size="compact-sm"
            variant="default"
          >
            Undo
          </Button>
          <Button onClick={() => go('data')} size="compact-sm" variant="default">
            Go on to the data ›
          </Button>
        </>
      }
      lead={
        missing.length === 0
          ? 'Written down before any data, so that nobody can move the goal afterwards. Every change is saved as you type.'
          : `Still open: ${missing.join(', ')}. Every change is saved as you type.`
      }
      title={`A lift of +${format.level(draft.shown.successThreshold)} would earn the rollout.`}
    >
      <ReadOnlyNote />
      <Failure failure={draft.failure} onRetry={draft.retry} />
      <div className={styles.columns}>
        <form
          className={styles.fields}
          onBlur={draft.saveNow}
          onSubmit={(event) => {
            event.preventDefault();
            draft.saveNow();
          }}
        >
          <fieldset className={styles.plain} disabled={readOnly}>
            <legend className="unseen">The charter</legend>
            <PainFields form={draft.form} />
            <BetFields form={draft.form} />
            <DecisionFields form={draft.form} />
          </fieldset>
        </form>
        <div className={styles.aside}>
          <SponsorCard charter={draft.shown} />
        </div>
      </div>
    </Page>
  );
}

function SavedNote({ draft }: { readonly draft: CharterDraft }) {
  const wrong = Object.keys(draft.form.errors).length > 0;
  const words = wrong ? 'Not saved: see the marked field' : draft.saving || draft.unsaved ? 'Saving…' : 'Saved';
  return (
    <span className={wrong ? styles.wrong : styles.saved} role="status">
      {words}
    </span>
  );
}
