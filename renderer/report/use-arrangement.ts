import { useHotkeys } from '@mantine/hooks';
import { useSyncExternalStore } from 'react';
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
 * @param current the arrangement as the pilot holds it
 */
export function useArrangement(current: Arrangement) {
  const pilot = usePilot();
  const change = useChange('report.arrange');
  const { pilot: of, before: all } = useSyncExternalStore(history.subscribe, history.get);
  const id = pilot?.id ?? '';
  const before = of === id ? all : [];
  const keep = (next: Arrangement) => {
    if (JSON.stringify(next) === JSON.stringify(current)) return;
    history.set({ pilot: id, before: [...before, current].slice(-200) });
    change.mutate({ arrangement: next });
  };
  const undo = () => {
    const last = before.at(-1);
    if (last === undefined) return;
    history.set({ pilot: id, before: before.slice(0, -1) });
    change.mutate({ arrangement: last });
  };
  useHotkeys([['mod+Z', undo]]);
  return {
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
