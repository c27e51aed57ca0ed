import type { Preset } from './preset.ts';
import { surveyMapping } from './survey-columns.ts';

/** Qualtrics' responses; three header rows: names, the questions' texts, and ids for importing, which are left out. */
export const qualtrics: Preset = {
  id: 'qualtrics',
  name: 'a Qualtrics responses export',
  fits: (file) => ['StartDate', 'EndDate', 'RecordedDate', 'ResponseId', 'Finished'].every((name) => file.has(name)),
  mapping: (file) =>
    surveyMapping(
      file,
      {
        ResponseId: { to: 'reference' },
        RecordedDate: { to: 'at' },
        RecipientEmail: { to: 'identity', key: 'email' },
        ExternalReference: { to: 'identity', key: 'number:customer' },
        DistributionChannel: { to: 'channel' },
        Status: { to: 'property', name: 'status' },
        Progress: { to: 'property', name: 'progress' },
        Finished: { to: 'property', name: 'finished' },
        'Duration (in seconds)': { to: 'property', name: 'seconds' },
        UserLanguage: { to: 'property', name: 'language' },
        StartDate: { to: 'property', name: 'started_at' },
        EndDate: { to: 'ignore' },
        IPAddress: { to: 'ignore' },
        RecipientFirstName: { to: 'ignore' },
        RecipientLastName: { to: 'ignore' },
        LocationLatitude: { to: 'ignore' },
        LocationLongitude: { to: 'ignore' },
      },
      'ResponseId',
    ),
  because: {
    ResponseId: "Qualtrics' number of the response",
    RecordedDate: 'when the answer was recorded, in the time zone of the account',
    ExternalReference: "the shop's customer number, as it was given to Qualtrics with the contact list",
    IPAddress: 'a network, which a household or a firm shares; it names nobody',
    Status: 'previews and tests of the survey say so here; leave them out when comparing arms',
  },
};
