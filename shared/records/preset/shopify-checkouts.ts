import type { ColumnTarget } from '../mapping.ts';
import { isEmpty, type Preset, present } from './preset.ts';
import {
  SHOPIFY_BECAUSE,
  SHOPIFY_COLUMNS,
  SHOPIFY_FORMAT,
  SHOPIFY_SIGNATURE,
  shopifyContinuation,
} from './shopify-columns.ts';

const RECOVERY_LINKS = ['Recovery URL', 'Abandoned Checkout URL', 'Checkout URL'] as const;

/** Shopify's abandoned checkouts: the orders columns, with nothing paid and the checkout's id as Name. */
export const shopifyCheckouts: Preset = {
  id: 'shopify-checkouts',
  name: 'a Shopify abandoned checkouts export',
  fits: (file) =>
    SHOPIFY_SIGNATURE.every((name) => file.has(name)) && isEmpty(file, 'Paid at') && isEmpty(file, 'Financial Status'),
  mapping: (file) => ({
    kind: 'activities',
    activity: 'cart',
    format: SHOPIFY_FORMAT,
    columns: present(file, {
      ...SHOPIFY_COLUMNS,
      ...Object.fromEntries(RECOVERY_LINKS.map((name) => [name, RECOVERY_LINK])),
    }),
    continuation: shopifyContinuation(file),
    rowKey: ['Name'],
  }),
  because: {
    ...SHOPIFY_BECAUSE,
    Name: "the checkout's id",
    'Paid at': 'nothing is paid in the whole export, so its rows are carts that were left',
    'Recovery URL': 'the link that brings the customer back to the cart',
  },
};

const RECOVERY_LINK: ColumnTarget = { to: 'property', name: 'recovery_url' };
