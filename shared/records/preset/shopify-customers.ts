import { numberTrait } from './column-kind.ts';
import { type Preset, present } from './preset.ts';

/** Shopify's customers export. Ids, phones and postcodes carry an apostrophe, so that spreadsheets leave them alone. */
export const shopifyCustomers: Preset = {
  id: 'shopify-customers',
  name: 'a Shopify customers export',
  fits: (file) =>
    ['Customer ID', 'Email', 'Accepts Email Marketing', 'Total Spent', 'Total Orders'].every((name) => file.has(name)),
  mapping: (file) => ({
    kind: 'traits',
    format: { decimal: '.' },
    columns: present(file, {
      'Customer ID': { to: 'identity', key: 'number:customer' },
      Email: { to: 'identity', key: 'email' },
      Phone: { to: 'identity', key: 'phone' },
      'First Name': { to: 'trait', name: 'first_name', type: 'text' },
      'Last Name': { to: 'trait', name: 'last_name', type: 'text' },
      'Accepts Email Marketing': { to: 'trait', name: 'accepts_marketing', type: 'boolean' },
      'Accepts SMS Marketing': { to: 'trait', name: 'accepts_sms', type: 'boolean' },
      'Default Address City': { to: 'trait', name: 'city', type: 'text' },
      'Default Address Zip': { to: 'trait', name: 'zip', type: 'text' },
      'Default Address Country Code': { to: 'trait', name: 'country', type: 'text' },
      'Total Spent': numberTrait(file, 'Total Spent', 'total_spent'),
      'Total Orders': numberTrait(file, 'Total Orders', 'total_orders'),
      Tags: { to: 'trait', name: 'tags', type: 'text' },
    }),
    rowKey: ['Customer ID'],
  }),
  because: {
    'Customer ID': "the shop's customer number; the apostrophe before it is left out",
    Phone: "the customer's own number; the apostrophe before it is left out",
    'Default Address Phone': 'the number of an address, which a household or a firm may share; it joins nobody',
    'Default Address Zip': 'a code, kept as text; the apostrophe before it is left out',
    'Total Spent': 'what the customer spent up to the day of the export',
    Note: 'what staff wrote about the customer; a pilot does not need it',
  },
};
