import { dateTrait, numberTrait } from './column-kind.ts';
import { type Preset, present } from './preset.ts';

/** Mailchimp's audience export; one file each of those subscribed, unsubscribed and cleaned. */
export const mailchimpAudience: Preset = {
  id: 'mailchimp-audience',
  name: 'a Mailchimp audience export',
  fits: (file) => ['Email Address', 'MEMBER_RATING', 'LEID', 'EUID'].every((name) => file.has(name)),
  mapping: (file) => ({
    kind: 'traits',
    ...(file.has('UNSUB_TIME')
      ? { activities: [{ activity: 'unsubscribe', at: 'UNSUB_TIME', when: { column: 'UNSUB_TIME', filled: true } }] }
      : {}),
    columns: present(file, {
      'Email Address': { to: 'identity', key: 'email' },
      EUID: { to: 'identity', key: 'number:mailchimp' },
      'First Name': { to: 'trait', name: 'first_name', type: 'text' },
      'Last Name': { to: 'trait', name: 'last_name', type: 'text' },
      MEMBER_RATING: numberTrait(file, 'MEMBER_RATING', 'member_rating'),
      OPTIN_TIME: dateTrait(file, 'OPTIN_TIME', 'opted_in_at'),
      CONFIRM_TIME: dateTrait(file, 'CONFIRM_TIME', 'confirmed_at'),
      CC: { to: 'trait', name: 'country', type: 'text' },
      REGION: { to: 'trait', name: 'region', type: 'text' },
      TAGS: { to: 'trait', name: 'tags', type: 'text' },
    }),
    rowKey: ['Email Address'],
  }),
  because: {
    EUID: "Mailchimp's number of the person, the same in all its audiences",
    LEID: "Mailchimp's number of the entry in this audience; EUID names the person",
    MEMBER_RATING: "Mailchimp's stars, from 1 to 5",
    OPTIN_TIME: 'when the customer signed up',
    CC: 'the country Mailchimp guessed from the address the customer came from',
    UNSUB_TIME: 'filled, the customer left the list then',
    NOTES: 'what staff wrote about the customer; a pilot does not need it',
  },
};
