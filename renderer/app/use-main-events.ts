import { spotlight } from '@mantine/spotlight';
import { useCallback, useState } from 'react';
import type { Failure } from '#shared/api/error.ts';
import { call } from '../api/bridge.ts';
import { client, forgetReads } from '../api/client.ts';
import { useAppEvent } from '../api/use-app-event.ts';
import { useOpening } from '../home/use-opening.ts';
import type { Place } from '../parts/place.ts';
import { help } from './help-store.ts';

const engineLost: Failure = {
  code: 'engine-lost',
  sentence:
    'The part of Pilotlight that works on the file ended by itself. What was saved is safe; open the pilot again.',
  cause: null,
};

/** Does what menu, system and engine ask of the page. */
export function useMainEvents(go: (place: Place) => void) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const clear = useCallback(() => setFailure(null), []);
  const opening = useOpening(go);

  useAppEvent((event) => {
    switch (event.kind) {
      case 'pilot':
        client.setQueryData(['pilot.summary', {}], event.summary);
        return;
      case 'engine-lost':
        setFailure(engineLost);
        void forgetReads();
        return;
      case 'open-file':
        void opening.open(event.file, 'writer');
        return;
      case 'command':
        switch (event.command) {
          case 'new':
          case 'home':
            go('home');
            return;
          case 'open':
            void opening.choose();
            return;
          case 'close':
            void call('pilot.close', {}).then(forgetReads);
            return;
          case 'search':
            spotlight.open();
            return;
          case 'shortcuts':
            help.set('keys');
            return;
          case 'about':
            help.set('about');
            return;
        }
    }
  });

  return { failure, clear };
}
