import { type Preset, present } from './preset.ts';

/** Zendesk's classic ticket export; each ticket is a complaint, with its subject as the customer's words. */
export const zendeskTickets: Preset = {
  id: 'zendesk-tickets',
  name: 'a Zendesk ticket export',
  fits: (file) => ['Summation column', 'Id', 'Requester id', 'Subject', 'Created at'].every((name) => file.has(name)),
  mapping: (file) => ({
    kind: 'feedback',
    feedback: 'complaint',
    activities: [{ activity: 'complaint' }],
    columns: present(file, {
      Id: { to: 'reference' },
      'Requester email': { to: 'identity', key: 'email' },
      'Requester external id': { to: 'identity', key: 'number:customer' },
      'Requester id': { to: 'identity', key: 'number:zendesk' },
      Subject: { to: 'verbatim' },
      Via: { to: 'channel' },
      'Created at': { to: 'at' },
      Status: { to: 'property', name: 'status' },
      Priority: { to: 'property', name: 'priority' },
      'Ticket type': { to: 'property', name: 'type' },
      Tags: { to: 'property', name: 'tags' },
      'Satisfaction Score': { to: 'property', name: 'satisfaction' },
      'Solved at': { to: 'property', name: 'solved_at' },
      'First reply time in minutes': { to: 'property', name: 'first_reply_minutes' },
      Replies: { to: 'property', name: 'replies' },
    }),
    rowKey: ['Id'],
  }),
  because: {
    Subject: 'what the customer wrote over the ticket; the export holds no more of their words',
    'Requester external id': "the shop's customer number, the same in its other exports",
    'Requester id': "Zendesk's own number of the person",
    Group: 'the team that answers, not an arm',
    'Created at': 'when the customer complained',
  },
};
