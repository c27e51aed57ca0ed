import { english } from './english/index.ts';

/** All text the user reads. A second language is a second value of this type, in a folder of its own. */
export type Catalogue = typeof english;

/** The languages there is a catalogue for. */
export type Language = 'en';

const CATALOGUES: Record<Language, Catalogue> = { en: english };

/** The catalogue for a locale such as `de-AT`; English where its language has none. */
export function catalogueOf(locale: string): Catalogue {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  return language in CATALOGUES ? CATALOGUES[language as Language] : english;
}
