import type { Export } from './preset.ts';
import { isStripePayments, namesCustomer } from './stripe-payments.ts';

/** A layout that is known and of no use to a pilot: its rows are about no person. */
export type NoPerson = {
  readonly id: string;
  /** As it stands in "looks like …". */
  readonly name: string;
  fits(file: Export): boolean;
  /** Why nothing in it can be attached to a customer, and what to export instead. */
  readonly sentence: string;
};

/** Reports that tools give beside the exports a pilot needs. */
export const reportsWithoutPersons: readonly NoPerson[] = [
  {
    id: 'ga4-events',
    name: 'a Google Analytics 4 events report',
    fits: (file) => hasAll(file, ['Event name', 'Event count', 'Total users']),
    sentence:
      'It counts events and names no person, so none of it can be attached to a customer. Take orders, mails or answers from the tools that know who did what.',
  },
  {
    id: 'klaviyo-campaigns',
    name: "Klaviyo's report of campaigns",
    fits: (file) => hasAll(file, ['Campaign Name', 'Total Recipients', 'Unique Opens', 'Successful Deliveries']),
    sentence:
      'It has one row a campaign and names no person. Export the recipients of the campaign, or the profiles of its list, and import those.',
  },
  {
    id: 'klaviyo-flows',
    name: "Klaviyo's report of flows",
    fits: (file) => hasAll(file, ['Flow ID', 'Flow Message ID', 'Delivered', 'Unique Opens']),
    sentence:
      'It has one row a message and day and names no person. Export the recipients of the messages, or the profiles of the list, and import those.',
  },
  {
    id: 'mailchimp-campaigns',
    name: "Mailchimp's report of campaigns",
    fits: (file) => hasAll(file, ['Title', 'Subject', 'Total Recipients', 'Successful Deliveries', 'Unique Opens']),
    sentence:
      'It has one row a campaign and names no person. Export the audience, or who was sent the campaign, and import that.',
  },
  {
    id: 'campaign-report',
    name: 'the report of one campaign, in labels and figures',
    fits: (file) => /^(?:email )?campaign report$/i.test(file.names[0] ?? ''),
    sentence:
      'It is no table and names no person. Export the recipients of the campaign with what they did, or the audience, and import that.',
  },
  {
    id: 'stripe-payments-without-customers',
    name: 'a Stripe payments export without its customers',
    fits: (file) => isStripePayments(file) && !namesCustomer(file),
    sentence:
      'No column of it names a customer. Export the payments again with the columns "Customer Email" and "Customer ID".',
  },
];

/** The report an export is, where no person is in it. */
export function reportWithoutPersons(file: Export): NoPerson | null {
  return reportsWithoutPersons.find((report) => report.fits(file)) ?? null;
}

function hasAll(file: Export, names: readonly string[]): boolean {
  return names.every((name) => file.has(name));
}
