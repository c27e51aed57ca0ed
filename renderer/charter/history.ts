import type { Charter } from '#shared/charter/charter.ts';
import { createStore } from '../api/store.ts';

/** What the charter was before each change of this session, the latest last; undoing goes back along it. */
export type History = { readonly pilot: string; readonly before: readonly Charter[] };

export const history = createStore<History>({ pilot: '', before: [] });

export function beforeOf(pilot: string): readonly Charter[] {
  const { pilot: of, before } = history.get();
  return of === pilot ? before : [];
}

export function remember(pilot: string, before: Charter): void {
  history.set({ pilot, before: [...beforeOf(pilot), before].slice(-200) });
}

/** @returns the charter as it was before the last change, taken off the history; null when there is none */
export function stepBack(pilot: string): Charter | null {
  const before = beforeOf(pilot);
  const last = before.at(-1);
  if (last === undefined) return null;
  history.set({ pilot, before: before.slice(0, -1) });
  return last;
}
