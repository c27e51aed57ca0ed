import { suggestMapping } from '../suggest-mapping.ts';
import { dateTrait } from './column-kind.ts';
import { type Preset, present } from './preset.ts';

/** HubSpot's contacts export; its columns are chosen at export, so what is not known is read from its cells. */
export const hubspotContacts: Preset = {
  id: 'hubspot-contacts',
  name: 'a HubSpot contacts export',
  fits: (file) => file.has('Record ID') && file.has('Email') && (file.has('Lead Status') || file.has('Contact owner')),
  mapping: (file) => {
    const guessed = suggestMapping(
      file.names.map((name) => file.profile(name)!),
      'traits',
    ).mapping;
    return {
      kind: 'traits',
      columns: {
        ...guessed.columns,
        ...present(file, {
          'Record ID': { to: 'identity', key: 'number:hubspot' },
          Email: { to: 'identity', key: 'email' },
          'Phone Number': { to: 'identity', key: 'phone' },
          'Mobile Phone Number': { to: 'identity', key: 'phone' },
          'First Name': { to: 'trait', name: 'first_name', type: 'text' },
          'Last Name': { to: 'trait', name: 'last_name', type: 'text' },
          'Contact owner': { to: 'trait', name: 'contact_owner', type: 'text' },
          'Lead Status': { to: 'trait', name: 'lead_status', type: 'text' },
          'Create Date': dateTrait(file, 'Create Date', 'created_on'),
        }),
      },
      rowKey: ['Record ID'],
    };
  },
  because: {
    'Record ID': "HubSpot's own number of the person",
    'Create Date': 'when HubSpot first heard of the contact',
    'Contact owner': 'who looks after the contact',
  },
};
