import { useEffect, useRef, useState } from 'react';
import type { Progress } from '#shared/api/bridge.ts';
import { timeLeft } from './time-left.ts';

type Beginning = { readonly id: string; readonly at: number; readonly done: number };

/** How much longer a job is likely to take, at the pace it has kept so far; null while nobody can tell. */
export function useTimeLeft(progress: Progress | null): string | null {
  const beginning = useRef<Beginning | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  useEffect(() => {
    if (progress === null) {
      beginning.current = null;
      setLeft(null);
      return;
    }
    const { id, done, total } = progress;
    const began = beginning.current;
    if (began === null || began.id !== id || done < began.done) {
      beginning.current = { id, at: performance.now(), done };
      setLeft(null);
      return;
    }
    setLeft(total === null ? null : timeLeft(performance.now() - began.at, done - began.done, total - done));
  }, [progress]);
  return left;
}
