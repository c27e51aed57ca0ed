import type { RowActivity } from '../mapping.ts';
import { type Export, type Preset, present } from './preset.ts';

/** A mail tool's log of a campaign, one row a recipient, with the arm the tool drew; held-out customers included. */
export const emailSends: Preset = {
  id: 'email-sends',
  name: "a mail tool's log of sends",
  fits: (file) => ['Email', 'Campaign', 'Group', 'Status', 'Sent At'].every((name) => file.has(name)),
  mapping: (file) => ({
    kind: 'activities',
    activities: [
      { activity: 'email_sent', when: { column: 'Status', in: ['sent', 'delivered', 'opened', 'clicked'] } },
      ...follows(file),
    ],
    format: { decimal: '.' },
    columns: present(file, {
      Email: { to: 'identity', key: 'email' },
      'Customer ID': { to: 'identity', key: 'number:customer' },
      Group: { to: 'arm' },
      Campaign: { to: 'property', name: 'campaign' },
      Status: { to: 'property', name: 'status' },
      'Sent At': { to: 'at' },
    }),
    rowKey: ['Email', 'Customer ID', 'Campaign'].filter((name) => file.has(name)),
  }),
  because: {
    Group: 'the arm the mail tool drew for this customer',
    Status: 'only rows sent or delivered are mails; a held-out row names the arm and nothing else',
    'Sent At': 'when the mail left, or would have left',
    'Opened At': 'filled, the mail was opened then',
    'Clicked At': 'filled, a link in it was clicked then',
    'Unsubscribed At': 'filled, the customer left the list then',
    'Customer ID': "the shop's customer number, the same in its other exports",
  },
};

function follows(file: Export): RowActivity[] {
  const columns = [
    ['email_opened', 'Opened At'],
    ['email_clicked', 'Clicked At'],
    ['unsubscribe', 'Unsubscribed At'],
  ] as const;
  return columns
    .filter(([, column]) => file.has(column))
    .map(([activity, column]) => ({ activity, at: column, when: { column, filled: true } }));
}
