import type { RowActivity } from '../mapping.ts';
import { happenedBy } from './column-kind.ts';
import { type Export, type Preset, present } from './preset.ts';

const SENT = ['Send Time', 'Sent At', 'Send Date'] as const;

/** Klaviyo's metrics of a message, as its exports name them, and what they are here. */
const METRICS = [
  ['email_sent', 'Received Email'],
  ['email_opened', 'Opened Email'],
  ['email_clicked', 'Clicked Email'],
  ['email_bounced', 'Bounced Email'],
  ['spam_complaint', 'Marked Email as Spam'],
  ['unsubscribe', 'Unsubscribed'],
] as const;

/** The recipients of a Klaviyo campaign, one row each, with what they did with it. */
export const klaviyoRecipients: Preset = {
  id: 'klaviyo-recipients',
  name: "a Klaviyo campaign's recipients",
  fits: (file) =>
    file.has('Email') &&
    file.has('Campaign Name') &&
    file.has('Received Email') &&
    (sentColumn(file) !== null || isMoment(file, 'Received Email')),
  mapping: (file) => {
    const sent = sentColumn(file);
    return {
      kind: 'activities',
      activities: activities(file),
      columns: present(file, {
        Email: { to: 'identity', key: 'email' },
        'Klaviyo ID': { to: 'identity', key: 'number:klaviyo' },
        'Campaign Name': { to: 'property', name: 'campaign' },
        Variation: { to: 'property', name: 'variation' },
        ...(sent === null ? {} : { [sent]: { to: 'at' } }),
      }),
      rowKey: ['Email', 'Campaign Name'],
    };
  },
  because: {
    'Received Email': 'filled, the mail reached the customer',
    'Opened Email': 'filled, the mail was opened; some mail programs open every mail by themselves',
    'Clicked Email': 'filled, a link in it was clicked',
    Unsubscribed: 'filled, the customer left the list',
    Variation: 'which version of the mail; name it as the arm if the versions are what is tried',
  },
};

function activities(file: Export): RowActivity[] {
  return METRICS.flatMap(([activity, column]) => happenedBy(file, activity, column));
}

function sentColumn(file: Export): string | null {
  return SENT.find((name) => file.has(name)) ?? null;
}

function isMoment(file: Export, name: string): boolean {
  const profile = file.profile(name);
  return profile !== undefined && profile.filled > 0 && profile.dates === profile.filled;
}
