import { useForm } from '@mantine/form';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { useCallback, useRef, useState, useSyncExternalStore } from 'react';
import type { Charter } from '#shared/charter/charter.ts';
import { useChange } from '../api/use-change.ts';
import { type CharterForm, errorsOf, fromForm, toForm } from './charter-form.ts';
import { beforeOf, history, remember, stepBack } from './history.ts';

/** Long enough to finish a word, short enough to lose nothing. */
const PAUSE_MS = 600;

/**
 * The charter while it is edited: every pause saves, every save can be undone.
 *
 * @param pilot whose charter it is: undo never reaches into another pilot
 * @param stored the charter as the pilot holds it when the screen opens
 */
export function useCharterDraft(pilot: string, stored: Charter) {
  const change = useChange('charter.set');
  const saved = useRef(stored);
  const [shown, setShown] = useState(stored);
  const [unsaved, setUnsaved] = useState(false);
  useSyncExternalStore(history.subscribe, history.get);

  const store = useCallback(
    (charter: Charter) => {
      saved.current = charter;
      setShown(charter);
      change.mutate({ charter }, { onSuccess: () => setUnsaved(false) });
    },
    [change.mutate],
  );

  const save = useDebouncedCallback(
    (values: CharterForm) => {
      const parsed = fromForm(values);
      if (!parsed.success) return;
      if (JSON.stringify(parsed.data) === JSON.stringify(saved.current)) {
        setUnsaved(false);
        return;
      }
      remember(pilot, saved.current);
      store(parsed.data);
    },
    { delay: PAUSE_MS, flushOnUnmount: true },
  );

  const form = useForm<CharterForm>({
    initialValues: toForm(stored),
    validate: errorsOf,
    validateInputOnChange: true,
    onValuesChange: (values) => {
      setUnsaved(true);
      save(values);
    },
  });

  const undo = () => {
    save.flush();
    const before = stepBack(pilot);
    if (before === null) return;
    form.setValues(toForm(before));
    form.clearErrors();
    store(before);
  };
  // Inside a text field the same key undoes typing, which is then saved like any other change.
  useHotkeys([['mod+Z', undo]]);

  return {
    form,
    shown,
    unsaved,
    saving: change.isPending,
    failure: change.error,
    retry: () => store(saved.current),
    saveNow: () => save.flush(),
    undo,
    canUndo: beforeOf(pilot).length > 0,
  };
}

export type CharterDraft = ReturnType<typeof useCharterDraft>;
