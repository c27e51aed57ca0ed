import { assignedHere } from './assigned-here.ts';

/** Customers who bought for years and then stopped, and nobody asked why. */
export const lapsedCustomer = assignedHere({
  card: {
    id: 'lapsed-customer',
    name: 'Lapsed customer',
    pain: 'Good customers stop buying and nobody asks why.',
    intervention: 'One personal message that asks what was missing, and makes coming back easy.',
    primaryMetric: 'Customers who order within 30 days',
  },
  charter: {
    title: 'Customers who fell silent',
    painPoint:
      'Customers who ordered regularly have not ordered for half a year. The data say that they left; they do not say ' +
      'why. So far everybody gets the same offers, and nobody knows what those do.',
    promise: 'Who used to be with us is asked, once and in earnest, what was missing.',
    hypothesis:
      'A short personal message that asks why, with an easy way back, makes more lapsed customers order within 30 days ' +
      'than leaving them alone does.',
    intervention:
      'One e-mail from a named colleague with one question, "what was missing?", and a link to what they used to buy. ' +
      'Answers go to a person who replies. Those who are left alone show how many come back by themselves.',
    owner: 'CRM lead',
    sponsor: 'Head of marketing',
    successThreshold: 0.15,
    budget: { amount: 4000, currency: 'USD' },
    decideBy: '2027-03-31',
    convincedBy:
      'At least 15 % more lapsed customers who order, few who leave the list over it, and the three most frequent ' +
      'reasons in their own words.',
  },
  population: {
    where: {
      all: [
        { activity: 'order', count: { atLeast: 2 }, daysBefore: 730 },
        { activity: 'order', count: { atMost: 0 }, daysBefore: 180 },
      ],
    },
  },
  treatment: {
    id: 'ask-why',
    intervention: {
      channel: 'email',
      message: 'You used to order from us and then stopped. May I ask what was missing? I read every answer.',
      link: 'favourites_url',
      withinHours: 72,
      costPerContact: 0.05,
      offerCost: 0,
      exposure: { activity: 'email_sent' },
    },
  },
  metrics: [
    {
      id: 'reactivated',
      name: 'Ordered again',
      role: 'primary',
      kind: 'conversion',
      of: { activity: 'order' },
      windowDays: 30,
      better: 'higher',
    },
    {
      id: 'revenue',
      name: 'Revenue per customer',
      role: 'secondary',
      kind: 'sum',
      of: { activity: 'order', field: 'amount' },
      windowDays: 30,
      cap: { percentile: 99 },
      better: 'higher',
    },
    {
      id: 'unsubscribed',
      name: 'Left the mailing list',
      role: 'guardrail',
      kind: 'conversion',
      of: { activity: 'unsubscribe' },
      windowDays: 30,
      better: 'lower',
      margin: 0.01,
    },
  ],
});
