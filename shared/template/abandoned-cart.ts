import { sendsGroups } from './sample/sends-header.ts';
import type { Template } from './template.ts';

/** The classic first pilot. Its plan takes the arms from the mail tool's log, as the sample shop writes it. */
export const abandonedCart: Template = {
  card: {
    id: 'abandoned-cart',
    name: 'Abandoned cart',
    pain: 'People fill a cart, leave it, and hear nothing from us.',
    intervention: 'Within 24 hours, one message with the link back to their own cart.',
    primaryMetric: 'Customers who order within 7 days',
  },
  charter: {
    title: 'Abandoned carts',
    painPoint:
      'Customers put things into a cart and leave before paying. Some meant to come back and forgot; some met a doubt ' +
      'that nobody answered. Today all of them hear the same from us: nothing.',
    promise: 'Whoever leaves a full cart gets one timely, useful message, and no more than one.',
    hypothesis:
      'A message with the link back to the cart, sent within 24 hours, brings back more customers within 7 days than ' +
      'no message does.',
    intervention:
      'One e-mail within 24 hours of the cart, with what is in it and the link that opens it again. No discount, so ' +
      'that we learn what the reminder alone is worth. A random half gets no message and shows what happens anyway.',
    owner: 'CRM lead',
    sponsor: 'Head of e-commerce',
    successThreshold: 0.1,
    budget: { amount: 2500, currency: 'USD' },
    decideBy: '2026-10-15',
    convincedBy:
      'At least 10 % more recovered customers than in the control arm, with an interval that excludes no effect, and ' +
      'no more than half a percentage point more customers leaving the mailing list.',
  },
  plan: {
    hypothesis:
      'A message with the link back to the cart, sent within 24 hours, brings back more customers within 7 days than ' +
      'no message does.',
    population: { trigger: { activity: 'cart', unless: { activity: 'order', withinHours: 1 } } },
    arms: [
      { id: 'control', role: 'control', weight: 1 },
      {
        id: 'reminder',
        role: 'treatment',
        weight: 1,
        intervention: {
          channel: 'email',
          message: 'You left something in your cart. It is still there: one click and you are back where you were.',
          link: 'recovery_url',
          withinHours: 24,
          costPerContact: 0.02,
          offerCost: 0,
          exposure: { activity: 'email_sent' },
        },
      },
    ],
    allocation: {
      method: 'imported',
      from: { [sendsGroups.control]: 'control', [sendsGroups.treatment]: 'reminder' },
    },
    metrics: [
      {
        id: 'recovered',
        name: 'Recovered customers',
        role: 'primary',
        kind: 'conversion',
        of: { activity: 'order' },
        windowDays: 7,
        better: 'higher',
      },
      {
        id: 'revenue',
        name: 'Revenue per customer',
        role: 'secondary',
        kind: 'sum',
        of: { activity: 'order', field: 'amount' },
        windowDays: 7,
        cap: { percentile: 99 },
        better: 'higher',
      },
      {
        id: 'unsubscribed',
        name: 'Left the mailing list',
        role: 'guardrail',
        kind: 'conversion',
        of: { activity: 'unsubscribe' },
        windowDays: 14,
        better: 'lower',
        margin: 0.005,
      },
    ],
    analysis: { level: 0.95, sides: 2, peeking: 'always-valid' },
    decision: { scaleIf: { metric: 'recovered', relativeLiftAtLeast: 0.1 }, decideBy: '2026-10-15' },
  },
};
