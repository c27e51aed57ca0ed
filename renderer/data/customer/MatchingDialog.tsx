import { Button, Group, Modal, NumberInput, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { type Matching, matching as matchingSchema } from '#shared/identity/matching.ts';
import { useChange } from '../../api/use-change.ts';
import { useFormat } from '../../api/use-format.ts';
import { useRead } from '../../api/use-read.ts';
import { Failure } from '../../parts/Failure.tsx';
import styles from './MatchingCard.module.css';
import { matchingSentence, previewSentence } from './matching-words.ts';

const PAUSE = 250;

type Props = { readonly matching: Matching; readonly onClose: () => void };

/** Another way of matching, with the number of people it changes shown before it is taken. */
export function MatchingDialog({ matching, onClose }: Props) {
  const format = useFormat();
  const [draft, setDraft] = useState(matching);
  const [country, setCountry] = useState(matching.country ?? '');
  const wanted = { ...draft, country: country.trim() === '' ? null : country.trim().toUpperCase() };
  const checked = matchingSchema.safeParse(wanted);
  const [asked] = useDebouncedValue(JSON.stringify(wanted), PAUSE);
  const changed = JSON.stringify(wanted) !== JSON.stringify(matching);
  const ready = changed && checked.success && asked === JSON.stringify(wanted);
  const preview = useRead('matching.preview', ready ? { matching: wanted } : null);
  const set = useChange('matching.set');
  const known = ready && !preview.isPlaceholderData ? preview.data : undefined;
  return (
    <Modal onClose={onClose} opened size="lg" title="Which keys make one person?">
      <div className={styles.form}>
        <SegmentedControl
          aria-label="How far keys are trusted"
          data={[
            { value: 'loose', label: 'Loose' },
            { value: 'strict', label: 'Strict' },
          ]}
          onChange={(mode) => setDraft({ ...draft, mode: mode === 'strict' ? 'strict' : 'loose' })}
          value={draft.mode}
        />
        <p className={styles.quiet}>{matchingSentence(wanted, format)}</p>
        <Switch
          checked={draft.ignorePlusTag}
          description="ana+shop@example.org is ana@example.org"
          label="Ignore +tags in addresses"
          onChange={(event) => setDraft({ ...draft, ignorePlusTag: event.currentTarget.checked })}
        />
        <Switch
          checked={draft.providerRules}
          description="a.n.a@gmail.com is ana@googlemail.com; Gmail and Proton are known"
          label="Read addresses as their provider delivers them"
          onChange={(event) => setDraft({ ...draft, providerRules: event.currentTarget.checked })}
        />
        <TextInput
          description="Two letters, such as DE; a file whose own format names a country keeps it"
          error={country.trim() === '' || /^[a-z]{2}$/i.test(country.trim()) ? null : 'Two letters, such as DE'}
          label="Country of phone numbers without a country code"
          maxLength={2}
          onChange={(event) => setCountry(event.currentTarget.value)}
          spellCheck={false}
          value={country}
          w="22rem"
        />
        <NumberInput
          allowDecimal={false}
          description="Such as the telephone of the shop itself; it is shown here instead"
          label="A key shared by more than so many people joins nobody"
          max={1000}
          min={2}
          onChange={(value) => setDraft({ ...draft, sharedBy: typeof value === 'number' ? value : draft.sharedBy })}
          value={draft.sharedBy}
          w="22rem"
        />
        <Failure failure={preview.error ?? set.error} />
        <p aria-live="polite" className={styles.preview}>
          {!changed
            ? 'Nothing is changed yet. What a change does to your customers is shown here before it is made.'
            : known === undefined
              ? 'Counting who would change…'
              : previewSentence(known, format)}
        </p>
        <Group justify="flex-end">
          <Button data-autofocus onClick={onClose} variant="default">
            Leave it as it is
          </Button>
          <Button
            disabled={known === undefined}
            loading={set.isPending}
            onClick={() => set.mutate({ matching: wanted }, { onSuccess: onClose })}
          >
            Join all anew
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
