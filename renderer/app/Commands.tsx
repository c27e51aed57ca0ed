import { useHotkeys } from '@mantine/hooks';
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useState } from 'react';
import type { PilotSummary } from '#shared/api/summary.ts';
import { useFoundActions } from '../data/customer/use-found-actions.ts';
import { usePlace } from '../parts/place.ts';
import { Help } from './Help.tsx';
import { help } from './help-store.ts';
import { journey } from './steps.ts';
import { useActions } from './use-actions.ts';

/** Everything that can be done from anywhere, by key or by name. */
export function Commands({ pilot }: { readonly pilot: PilotSummary | null }) {
  const { go } = usePlace();
  const open = pilot !== null;
  const actions = useActions(pilot);
  const [typed, setTyped] = useState('');
  const found = useFoundActions(pilot, typed, go);
  useHotkeys(
    [
      ...journey.map(({ step }, index): [string, () => void] => [`mod+${index + 1}`, () => open && go(step)]),
      ['mod+0', () => go('home')],
    ],
    [],
    true,
  );
  // Keyboards differ in whether "?" needs shift.
  useHotkeys([
    ['?', () => help.set('keys')],
    ['shift+?', () => help.set('keys')],
  ]);

  return (
    <>
      <Spotlight
        actions={[
          ...actions.map(
            ({ id, label, description, run }): SpotlightActionData => ({ id, label, description, onClick: run }),
          ),
          ...found,
        ]}
        attributes={{ content: { 'aria-label': 'Go to or do anything' } }}
        highlightQuery
        nothingFound="Nothing and nobody by that name."
        onQueryChange={setTyped}
        searchProps={{
          placeholder: open ? 'Go to a step, do something, or find a customer' : 'Go to a step, or do something',
          'aria-label': 'Go to or do anything',
        }}
        shortcut="mod+K"
        tagsToIgnore={[]}
      />
      <Help />
    </>
  );
}
