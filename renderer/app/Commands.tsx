import { useHotkeys } from '@mantine/hooks';
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import type { PilotSummary } from '#shared/api/summary.ts';
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
        actions={actions.map(
          ({ id, label, description, run }): SpotlightActionData => ({ id, label, description, onClick: run }),
        )}
        attributes={{ content: { 'aria-label': 'Go to or do anything' } }}
        highlightQuery
        nothingFound="Nothing by that name."
        searchProps={{ placeholder: 'Go to a step, or do something', 'aria-label': 'Go to or do anything' }}
        shortcut="mod+K"
        tagsToIgnore={[]}
      />
      <Help />
    </>
  );
}
