import { useCallback, useMemo, useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../parts/Failure.tsx';
import { type Place, PlaceContext } from '../parts/place.ts';
import { Commands } from './Commands.tsx';
import { Rescue } from './Rescue.tsx';
import { Screen } from './Screen.tsx';
import { Shell } from './Shell.tsx';
import { useMainEvents } from './use-main-events.ts';

/** The whole app: which place is shown, and what is around it. Without an open pilot there is only home. */
export function App() {
  const summary = useRead('pilot.summary', {});
  const [wanted, setWanted] = useState<Place>('home');
  const open = summary.data !== null && summary.data !== undefined;
  const place = open ? wanted : 'home';
  const go = useCallback((next: Place) => {
    setWanted(next);
    window.scrollTo(0, 0);
    requestAnimationFrame(() => document.getElementById('finding')?.focus());
  }, []);
  const places = useMemo(() => ({ place, go }), [place, go]);
  const lost = useMainEvents(go);

  return (
    <PlaceContext value={places}>
      <Shell pilot={summary.data ?? null}>
        <Failure failure={lost.failure ?? summary.error} onDismiss={lost.clear} />
        <Rescue key={place}>
          <Screen place={place} />
        </Rescue>
      </Shell>
      <Commands pilot={summary.data ?? null} />
    </PlaceContext>
  );
}
