import { useMantineColorScheme } from '@mantine/core';
import type { PilotSummary } from '#shared/api/summary.ts';
import { useChange } from '../api/use-change.ts';
import { useOpening } from '../home/use-opening.ts';
import { usePlace } from '../parts/place.ts';
import { help } from './help-store.ts';
import { journey } from './steps.ts';

export type Action = {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly run: () => void;
};

/** What the search offers: the steps of the open pilot first, then what concerns files, looks and help. */
export function useActions(pilot: PilotSummary | null): readonly Action[] {
  const { go } = usePlace();
  const opening = useOpening(go);
  const close = useChange('pilot.close');
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });

  const steps = journey.map(({ step, name, question }) => ({
    id: step,
    label: name,
    description: question,
    run: () => go(step),
  }));
  const always = [
    { id: 'home', label: 'Home', description: 'All pilots, and new ones from a template', run: () => go('home') },
    { id: 'open', label: 'Open a pilot…', description: 'Choose a .pilot file', run: () => void opening.choose() },
    {
      id: 'light',
      label: 'Light',
      description: 'Light colours, whatever the system says',
      run: () => setColorScheme('light'),
    },
    {
      id: 'dark',
      label: 'Dark',
      description: 'Dark colours, whatever the system says',
      run: () => setColorScheme('dark'),
    },
    {
      id: 'auto',
      label: 'Light or dark as the system',
      description: 'Follow the system',
      run: () => setColorScheme('auto'),
    },
    { id: 'keys', label: 'Keyboard help', description: 'Every key there is', run: () => help.set('keys') },
    { id: 'about', label: 'About Pilotlight', description: 'Version and system', run: () => help.set('about') },
  ];
  const closing = {
    id: 'close',
    label: 'Close this pilot',
    description: 'Everything is saved',
    run: () => close.mutate({}, { onSuccess: () => go('home') }),
  };
  return pilot === null ? always : [...steps, ...always, closing];
}
