import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import { call } from '../api/bridge.ts';

const schemes: readonly string[] = ['light', 'dark', 'auto'] satisfies readonly MantineColorScheme[];

/**
 * Remembers light or dark among the app's settings: the page itself keeps nothing on disk.
 *
 * @param prefs the settings as they were when the page was loaded
 */
export function rememberedScheme(prefs: Readonly<Record<string, unknown>>): MantineColorSchemeManager {
  const remember = (value: string) => {
    call('app.setPref', { key: 'colorScheme', value }).catch(() => undefined);
  };
  return {
    get: (fallback) => {
      const value = prefs.colorScheme;
      return typeof value === 'string' && schemes.includes(value) ? (value as MantineColorScheme) : fallback;
    },
    set: remember,
    clear: () => remember('auto'),
    subscribe: () => undefined,
    unsubscribe: () => undefined,
  };
}
