import { useEffect, useRef } from 'react';
import type { AppEvent } from '#shared/api/event.ts';

/** Listens to what main tells the page without being asked. */
export function useAppEvent(listener: (event: AppEvent) => void): void {
  const current = useRef(listener);
  useEffect(() => {
    current.current = listener;
  });
  useEffect(() => window.pilotlight.onEvent((event) => current.current(event)), []);
}
