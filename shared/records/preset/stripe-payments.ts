import { type Export, type Preset, present } from './preset.ts';

const CREATED = ['Created date (UTC)', 'Created (UTC)'] as const;
const PERSONS = ['Customer Email', 'Customer ID'] as const;

const TAKEN = ['Paid', 'Succeeded', 'Refunded', 'Partial refund', 'Partially refunded', 'Disputed'];

/** True for Stripe's payments, whether or not their columns name a customer; columns are chosen at export. */
export function isStripePayments(file: Export): boolean {
  const core = ['id', 'Amount', 'Amount Refunded', 'Currency', 'Status'];
  return core.every((name) => file.has(name)) && CREATED.some((name) => file.has(name));
}

/** Whether a column names the customer. */
export function namesCustomer(file: Export): boolean {
  return PERSONS.some((name) => (file.profile(name)?.filled ?? 0) > 0);
}

/** Stripe's payments export: payments, refunds, and payments that failed. */
export const stripePayments: Preset = {
  id: 'stripe-payments',
  name: 'a Stripe payments export',
  fits: (file) => isStripePayments(file) && namesCustomer(file),
  mapping: (file) => ({
    kind: 'activities',
    activities: [
      { activity: 'payment', when: { column: 'Status', in: TAKEN } },
      { activity: 'refund', amount: 'Amount Refunded', when: { column: 'Amount Refunded', above: 0 } },
      { activity: 'payment_failed', when: { column: 'Status', in: ['Failed', 'Blocked', 'requires_payment_method'] } },
    ],
    format: { decimal: '.', timeZone: 'UTC' },
    columns: present(file, {
      id: { to: 'reference' },
      'Customer Email': { to: 'identity', key: 'email' },
      'Customer ID': { to: 'identity', key: 'number:stripe' },
      [CREATED.find((name) => file.has(name))!]: { to: 'at' },
      Amount: { to: 'amount' },
      Currency: { to: 'currency' },
      Status: { to: 'property', name: 'status' },
      Description: { to: 'property', name: 'description' },
      'Invoice ID': { to: 'property', name: 'invoice' },
      'Payment Source Type': { to: 'property', name: 'paid_by' },
    }),
    rowKey: ['id'],
  }),
  because: {
    id: "Stripe's number of the payment",
    Amount: 'what the customer paid, in Currency; the converted amount is what reached the bank',
    'Amount Refunded': 'above 0 it is a refund; the export tells no date of it, so it stands at the payment’s',
    Status: 'payments that were taken, those that failed, and others, which are kept as no more than a known customer',
    'Customer ID': "Stripe's own number of the person",
  },
};
