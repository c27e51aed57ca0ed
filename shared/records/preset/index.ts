import { emailSends } from './email-sends.ts';
import { nps } from './nps.ts';
import type { Export, Preset } from './preset.ts';
import { resultTable } from './result-table.ts';
import { shopifyCheckouts } from './shopify-checkouts.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { zendeskTickets } from './zendesk-tickets.ts';

/** The layouts Pilotlight knows; where two fit, the earlier is the narrower one. */
export const presets: readonly Preset[] = [
  shopifyCheckouts,
  shopifyOrders,
  emailSends,
  zendeskTickets,
  nps,
  resultTable,
];

/** The preset an export fits, or null. */
export function recognise(file: Export): Preset | null {
  return presets.find((preset) => preset.fits(file)) ?? null;
}
