import type { RowActivity } from '../mapping.ts';
import type { Export, Preset } from './preset.ts';
import { present } from './preset.ts';
import {
  SHOPIFY_BECAUSE,
  SHOPIFY_COLUMNS,
  SHOPIFY_FORMAT,
  SHOPIFY_SIGNATURE,
  shopifyContinuation,
} from './shopify-columns.ts';

/** Shopify's orders export: orders, and the refunds and cancellations it tells of. */
export const shopifyOrders: Preset = {
  id: 'shopify-orders',
  name: 'a Shopify orders export',
  fits: (file) => SHOPIFY_SIGNATURE.every((name) => file.has(name)),
  mapping: (file) => ({
    kind: 'activities',
    activities: activities(file),
    format: SHOPIFY_FORMAT,
    columns: present(file, {
      ...SHOPIFY_COLUMNS,
      'Financial Status': { to: 'property', name: 'financial_status' },
      'Fulfillment Status': { to: 'property', name: 'fulfillment_status' },
    }),
    continuation: shopifyContinuation(file),
    rowKey: ['Name'],
  }),
  because: {
    ...SHOPIFY_BECAUSE,
    'Refunded Amount': 'above 0 it is a refund; the export tells no date of it, so it stands at the order’s',
    'Cancelled at': 'filled, it is a cancellation at that moment',
  },
};

function activities(file: Export): RowActivity[] {
  const list: RowActivity[] = [{ activity: 'order' }];
  if (file.has('Refunded Amount')) {
    list.push({
      activity: 'refund',
      amount: 'Refunded Amount',
      when: { column: 'Refunded Amount', above: 0 },
    });
  }
  if (file.has('Cancelled at')) {
    list.push({ activity: 'cancellation', at: 'Cancelled at', when: { column: 'Cancelled at', filled: true } });
  }
  return list;
}
