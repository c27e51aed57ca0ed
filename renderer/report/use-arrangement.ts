import { useHotkeys } from '@mantine/hooks';
import { useState, useSyncExternalStore } from 'react';
import type { Arrangement } from '#shared/report/arrangement.ts';
import { createStore } from '../api/store.ts';
import { useChange } from '../api/use-change.ts';
import { usePilot } from '../api/use-pilot.ts';

/** What the arrangement was before each change of this session, the latest last. */
type History = { readonly pilot: string; readonly before: readonly Arrangement[] };

const history = createStore<History>({ pilot: '', before: [] });

/**
 * Changes how the report is arranged: every change is kept in the pilot at once, and can be undone.
 *
 * @param stored the arrangement as the pilot held it when the screen opened
 */
export function useArrangement(stored: Arrangement) {
  // What was sent last, not what was read last: two changes in a row must not undo each other.
  const [current, setCurrent] = useState(stored);
  const pilot = usePilot();
  const change = useChange('report.arrange');
  const { pilot: of, before: all } = useSyncExternalStore(history.subscribe, history.get);
  const id = pilot?.id ?? '';
  const before = of === id ? all : [];
  const send = (next: Arrangement) => {
    setCurrent(next);
    change.mutate({ arrangement: next }, { onError: () => setCurrent(current) });
  };
  const keep = (next: Arrangement) => {
    if (JSON.stringify(next) === JSON.stringify(current)) return;
    history.set({ pilot: id, before: [...before, current].slice(-200) });
    send(next);
  };
  const undo = () => {
    const last = before.at(-1);
    if (last === undefined) return;
    history.set({ pilot: id, before: before.slice(0, -1) });
    send(last);
  };
  useHotkeys([['mod+Z', undo]]);
  return {
    current,
    keep,
    undo,
    canUndo: before.length > 0,
    readOnly: pilot?.mode === 'reader',
    busy: change.isPending,
    failure: change.error,
    dismiss: change.reset,
  };
}

export type Arranging = ReturnType<typeof useArrangement>;
