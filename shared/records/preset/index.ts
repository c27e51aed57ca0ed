import { emailSends } from './email-sends.ts';
import { hubspotContacts } from './hubspot-contacts.ts';
import { klaviyoProfiles } from './klaviyo-profiles.ts';
import { klaviyoRecipients } from './klaviyo-recipients.ts';
import { mailchimpAudience } from './mailchimp-audience.ts';
import { nps } from './nps.ts';
import type { Export, Preset } from './preset.ts';
import { qualtrics } from './qualtrics.ts';
import { resultTable } from './result-table.ts';
import { shopifyCheckouts } from './shopify-checkouts.ts';
import { shopifyCustomers } from './shopify-customers.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { stripePayments } from './stripe-payments.ts';
import { surveyMonkey } from './survey-monkey.ts';
import { typeform } from './typeform.ts';
import { zendeskTickets } from './zendesk-tickets.ts';

/** The layouts Pilotlight knows; where two fit, the earlier is the narrower one. */
export const presets: readonly Preset[] = [
  shopifyCheckouts,
  shopifyOrders,
  shopifyCustomers,
  klaviyoRecipients,
  klaviyoProfiles,
  emailSends,
  mailchimpAudience,
  stripePayments,
  zendeskTickets,
  typeform,
  surveyMonkey,
  qualtrics,
  hubspotContacts,
  nps,
  resultTable,
];

/** The preset an export fits, or null. */
export function recognise(file: Export): Preset | null {
  return presets.find((preset) => preset.fits(file)) ?? null;
}
