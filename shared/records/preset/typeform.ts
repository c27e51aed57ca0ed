import type { Preset } from './preset.ts';
import { surveyMapping } from './survey-columns.ts';

/** Typeform's responses, of today or of old: questions and hidden fields stand between "#" and the dates. */
export const typeform: Preset = {
  id: 'typeform',
  name: 'a Typeform responses export',
  fits: (file) =>
    file.names[0] === '#' && ['Start Date (UTC)', 'Submit Date (UTC)', 'Network ID'].every((name) => file.has(name)),
  mapping: (file) => ({
    ...surveyMapping(
      file,
      {
        '#': { to: 'reference' },
        'Response Type': { to: 'property', name: 'response_type' },
        'Start Date (UTC)': { to: 'property', name: 'started_at' },
        'Stage Date (UTC)': { to: 'ignore' },
        'Submit Date (UTC)': { to: 'at' },
        'Network ID': { to: 'ignore' },
        Tags: { to: 'property', name: 'tags' },
        Ending: { to: 'property', name: 'ending' },
      },
      '#',
    ),
    format: { timeZone: 'UTC' },
  }),
  because: {
    '#': "Typeform's number of the response",
    'Submit Date (UTC)': 'when the answer was sent; empty where it was begun and left',
    'Network ID': 'a network, which a household or a firm shares; it names nobody',
  },
};
