import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';

const names = [
  'ground',
  'surface',
  'line',
  'line-strong',
  'ink',
  'ink-soft',
  'quiet',
  'flame',
  'flame-text',
  'flame-soft',
  'slate',
  'slate-text',
  'slate-soft',
  'good',
  'good-soft',
  'doubt',
  'doubt-soft',
  'bad',
  'bad-soft',
] as const;

export type ColourName = (typeof names)[number];
export type Colours = Readonly<Record<ColourName, string>>;

/** The colours of tokens.css as values, for drawings on a canvas; they change with light and dark. */
export function useColours(): Colours {
  const scheme = useComputedColorScheme('light');
  // The root element carries the scheme before this runs, so what is read belongs to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the styles read depend on the scheme
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Colours;
  }, [scheme]);
}
