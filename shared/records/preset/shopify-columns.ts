import type { ColumnTarget, Continuation, Mapping } from '../mapping.ts';
import type { Export } from './preset.ts';

/** Columns that tell Shopify's orders layout from any other table. */
export const SHOPIFY_SIGNATURE = [
  'Name',
  'Email',
  'Financial Status',
  'Paid at',
  'Total',
  'Created at',
  'Lineitem quantity',
  'Lineitem name',
] as const;

/** What orders and abandoned checkouts have in common: they share their columns. */
export const SHOPIFY_COLUMNS: Readonly<Record<string, ColumnTarget>> = {
  Name: { to: 'reference' },
  Email: { to: 'identity', key: 'email' },
  Phone: { to: 'identity', key: 'phone' },
  'Created at': { to: 'at' },
  Total: { to: 'amount' },
  Currency: { to: 'currency' },
  'Discount Code': { to: 'property', name: 'discount_code' },
  Source: { to: 'property', name: 'source' },
  Tags: { to: 'property', name: 'tags' },
  'Accepts Marketing': { to: 'trait', name: 'accepts_marketing', type: 'boolean' },
  'Billing Country': { to: 'trait', name: 'country', type: 'text' },
};

const ITEMS: Readonly<Record<string, string>> = {
  'Lineitem name': 'name',
  'Lineitem quantity': 'quantity',
  'Lineitem price': 'price',
  'Lineitem sku': 'sku',
};

/** Order fields stand only on the first line item's row; further rows repeat Name, Email and Created at. */
export function shopifyContinuation(file: Export): Continuation {
  return {
    same: 'Name',
    empty: ['Total', 'Currency', 'Subtotal'].filter((name) => file.has(name)),
    items: Object.fromEntries(Object.entries(ITEMS).filter(([name]) => file.has(name))),
    as: 'items',
  };
}

export const SHOPIFY_FORMAT: NonNullable<Mapping['format']> = { decimal: '.', dateOrder: 'ymd' };

export const SHOPIFY_BECAUSE: Readonly<Record<string, string>> = {
  Name: "Shopify's number, the same in every export",
  Email: 'the address the customer gave at checkout',
  Phone: "the customer's own number",
  'Created at': "the moment it was made, with the shop's offset",
  Total: 'what the whole order comes to; it stands on its first row only',
  Currency: 'the currency of Total',
  'Accepts Marketing': 'whether the customer may be written to',
  'Billing Country': 'where the customer lives',
  'Lineitem name': 'rows without a Total are further items of the order above; they are kept as its items',
};
