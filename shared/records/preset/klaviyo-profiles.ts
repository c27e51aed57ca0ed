import { dateTrait } from './column-kind.ts';
import { type Preset, present } from './preset.ts';

/** Klaviyo's export of a list or segment: one row a profile. */
export const klaviyoProfiles: Preset = {
  id: 'klaviyo-profiles',
  name: 'a Klaviyo profiles export',
  fits: (file) =>
    file.has('Email') &&
    file.has('Klaviyo ID') &&
    (file.has('Email Marketing Consent') || file.has('Profile Created On') || file.has('Date Added')),
  mapping: (file) => ({
    kind: 'traits',
    columns: present(file, {
      Email: { to: 'identity', key: 'email' },
      'Phone Number': { to: 'identity', key: 'phone' },
      'Klaviyo ID': { to: 'identity', key: 'number:klaviyo' },
      'First Name': { to: 'trait', name: 'first_name', type: 'text' },
      'Last Name': { to: 'trait', name: 'last_name', type: 'text' },
      City: { to: 'trait', name: 'city', type: 'text' },
      'State / Region': { to: 'trait', name: 'region', type: 'text' },
      Country: { to: 'trait', name: 'country', type: 'text' },
      'Zip Code': { to: 'trait', name: 'zip', type: 'text' },
      Source: { to: 'trait', name: 'klaviyo_source', type: 'text' },
      'Email Marketing Consent': { to: 'trait', name: 'email_consent', type: 'text' },
      'Profile Created On': dateTrait(file, 'Profile Created On', 'profile_created_on'),
      'Date Added': dateTrait(file, 'Date Added', 'date_added'),
    }),
    rowKey: ['Klaviyo ID'],
  }),
  because: {
    'Klaviyo ID': "Klaviyo's own number of the person",
    'Email Marketing Consent': 'whether the customer may be written to, in Klaviyo’s words',
    'Profile Created On': 'when Klaviyo first heard of the customer',
  },
};
