import { formatter } from '#shared/format/formatter.ts';

const LOCALES = [
  'en-GB',
  'en-US',
  'en-CA',
  'en-AU',
  'en-IE',
  'de-DE',
  'de-AT',
  'de-CH',
  'fr-FR',
  'fr-CA',
  'es-ES',
  'it-IT',
  'nl-NL',
  'pt-BR',
  'pt-PT',
  'pl-PL',
  'da-DK',
  'sv-SE',
  'nb-NO',
  'fi-FI',
];

/** Locales to choose from by name; one chosen elsewhere, such as on the command line, is among them. */
export function localeChoices(chosen: string): { value: string; label: string }[] {
  const all = LOCALES.includes(chosen) ? LOCALES : [...LOCALES, chosen];
  return all.map((value) => ({ value, label: nameOf(value) }));
}

function nameOf(locale: string): string {
  return new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' }).of(locale) ?? locale;
}

/** A date and a figure as a locale writes them. */
export function localeExample(locale: string): string {
  const format = formatter({ locale, timeZone: 'UTC', currency: null });
  return `${format.dateShort('2026-12-31')}, ${format.number(1234.5)}`;
}
