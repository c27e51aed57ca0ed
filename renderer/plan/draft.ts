import { useCallback, useMemo, useState } from 'react';
import type { Plan } from '#shared/plan/plan.ts';
import { changedPlace } from './changed-place.ts';
import { tidy } from './tidy.ts';

/** A plan while it is written: what was, what is, what was undone. */
type History = { readonly past: readonly Plan[]; readonly present: Plan; readonly future: readonly Plan[] };

export type Draft = {
  readonly plan: Plan;
  /** Differs from what the pilot holds. */
  readonly dirty: boolean;
  readonly change: (next: Plan) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  /** Drops the draft: what the pilot holds is shown again. */
  readonly drop: () => void;
};

/** Drafts outlive their screen, so that a look at the data in between loses nothing. */
const kept = new Map<string, History>();

/** Letters typed into one field within this time are undone together. */
const oneThought = 700;

/**
 * The draft of one pilot's plan.
 *
 * @param key names the pilot and what is drafted
 * @param stored the plan the pilot holds
 */
export function useDraft(key: string, stored: Plan): Draft {
  const [, redraw] = useState(0);
  const [touched] = useState({ at: 0, place: '' });
  const history = kept.get(key) ?? { past: [], present: stored, future: [] };
  const { past, present, future } = history;

  const keep = useCallback(
    (next: History | null) => {
      if (next === null) kept.delete(key);
      else kept.set(key, next);
      redraw((n) => n + 1);
    },
    [key],
  );
  const dirty = useMemo(() => text(present) !== text(stored), [present, stored]);
  const before = past.at(-1);
  const after = future[0];
  return {
    plan: present,
    dirty,
    change(next) {
      const now = Date.now();
      const place = changedPlace(present, next);
      const goesOn = now - touched.at < oneThought && place === touched.place && past.length > 0;
      touched.at = now;
      touched.place = place;
      keep({ past: goesOn ? past : [...past, present], present: next, future: [] });
    },
    undo:
      before === undefined
        ? null
        : () => keep({ past: past.slice(0, -1), present: before, future: [present, ...future] }),
    redo:
      after === undefined ? null : () => keep({ past: [...past, present], present: after, future: future.slice(1) }),
    drop: () => keep(null),
  };
}

function text(plan: Plan): string {
  return JSON.stringify(tidy(plan));
}
