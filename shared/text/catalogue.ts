import { english } from './english/index.ts';
import { german } from './german/index.ts';

/** All text the user reads in English, the language of the screens. */
export type ScreenCatalogue = typeof english;

/**
 * What the lift and the report say, and the business case behind it: the part of the text that a reader may choose the
 * language of. A further language is a folder beside `english` whose index holds one value of this type, so that a
 * text it lacks is a type error; name it in `languages` and `CATALOGUES`, and every face can be written in it.
 */
export type Catalogue = Pick<
  ScreenCatalogue,
  | 'language'
  | 'reason'
  | 'figures'
  | 'verdict'
  | 'check'
  | 'metric'
  | 'lift'
  | 'flow'
  | 'report'
  | 'method'
  | 'glossary'
>;

/** The languages a report can be written in. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name, and the locale its figures and dates are written in unless another is chosen. */
export const LANGUAGE: Record<Language, { readonly name: string; readonly locale: string }> = {
  en: { name: 'English', locale: 'en-GB' },
  de: { name: 'Deutsch', locale: 'de-DE' },
};

const CATALOGUES: Record<Language, Catalogue> = { en: english, de: german };

/** What a report says in a language. */
export function catalogueIn(language: Language): Catalogue {
  return CATALOGUES[language];
}

/** What the screens say. They are written in English, whatever the locale of figures and dates. */
export function catalogueOf(_locale: string): ScreenCatalogue {
  return english;
}
