import { assignedHere } from './assigned-here.ts';

/** The next best offer instead of the same offer for all. */
export const upsellOffer = assignedHere({
  card: {
    id: 'upsell-offer',
    name: 'Upsell offer',
    pain: 'Everybody gets the same offer, and nobody knows what it did.',
    intervention: 'Two days after an order, the one offer that fits it best.',
    primaryMetric: 'Revenue per customer within 30 days',
  },
  charter: {
    title: 'One fitting offer',
    painPoint:
      'Every customer gets the same campaign. It costs margin with those who would have bought anyway, tires those ' +
      'whom it does not fit, and nobody can tell what it changed.',
    promise: 'After an order you hear from us once, with something that fits what you bought.',
    hypothesis:
      'One offer chosen by what it is worth times how likely it is taken, two days after an order, raises revenue per ' +
      'customer within 30 days against no offer.',
    intervention:
      'Two days after an order, one e-mail with the one product that fits it best. The control arm gets no offer in ' +
      'these 30 days, so that what would have been bought anyway is not counted as ours.',
    owner: 'Category manager',
    sponsor: 'Chief commercial officer',
    successThreshold: 0.05,
    budget: { amount: 8000, currency: 'USD' },
    decideBy: '2027-03-31',
    convincedBy:
      'At least 5 % more revenue per customer within 30 days than without an offer, refunds not higher than today.',
  },
  // No trigger: the clock starts with the assignment, not with a customer's first order of years ago.
  population: {
    where: {
      all: [
        { activity: 'order', count: { atLeast: 1 }, daysBefore: 7 },
        { activity: 'refund', count: { atMost: 0 }, daysBefore: 7 },
      ],
    },
  },
  treatment: {
    id: 'offer',
    intervention: {
      channel: 'email',
      message: 'This goes with what you just bought. If it is not for you, that is fine: we will not ask again.',
      link: 'offer_url',
      withinHours: 24,
      costPerContact: 0.02,
      offerCost: 3,
      exposure: { activity: 'email_sent' },
    },
  },
  metrics: [
    {
      id: 'revenue',
      name: 'Revenue per customer',
      role: 'primary',
      kind: 'sum',
      of: { activity: 'order', field: 'amount' },
      windowDays: 30,
      cap: { percentile: 99 },
      better: 'higher',
    },
    {
      id: 'ordered',
      name: 'Ordered again',
      role: 'secondary',
      kind: 'conversion',
      of: { activity: 'order' },
      windowDays: 30,
      better: 'higher',
    },
    {
      id: 'refunded',
      name: 'Took a refund',
      role: 'guardrail',
      kind: 'conversion',
      of: { activity: 'refund' },
      windowDays: 30,
      better: 'lower',
      margin: 0.01,
    },
  ],
});
