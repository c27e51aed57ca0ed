import { assignedHere } from './assigned-here.ts';

/** Does a human answer keep customers? Ticket tools report times; this pilot measures what the call is worth. */
export const silentComplaint = assignedHere({
  card: {
    id: 'silent-complaint',
    name: 'Silent complaint',
    pain: 'Loyal customers complain and only ever get an automatic reply.',
    intervention: 'Within 48 hours, a person who can decide calls back.',
    primaryMetric: 'Customers who order again within 60 days',
  },
  charter: {
    title: 'Complaints nobody answered',
    painPoint:
      'A regular writes again and again and gets the same text block each time. All of it is in our data; none of it ' +
      'reached a person. Loyal customers leave without another word, and feedback has become a formality.',
    promise: 'Who complains hears from a person within two days: promptly, honestly, and with something done about it.',
    hypothesis:
      'A call from a person with the power to put things right, within 48 hours of the complaint, keeps more customers ' +
      'buying over the next 60 days than the automatic reply alone.',
    intervention:
      'A trained colleague calls within 48 hours, listens, settles what can be settled on the spot, and writes down ' +
      'the root cause and who will fix it. The control arm gets what everybody gets today.',
    owner: 'Head of customer service',
    sponsor: 'Chief customer officer',
    successThreshold: 0.1,
    budget: { amount: 12_000, currency: 'USD' },
    decideBy: '2027-03-31',
    convincedBy:
      'At least 10 % more complainers who order again within 60 days, no rise in refunds, and a list of root causes ' +
      'with an owner each. A few calls to happy customers belong to it: they tell what made it good.',
  },
  // No trigger: the clock starts with the assignment, so that an old complaint does not open a window long closed.
  population: {
    where: {
      all: [
        { activity: 'complaint', count: { atLeast: 1 }, daysBefore: 7 },
        { activity: 'order', count: { atLeast: 1 }, daysBefore: 365 },
      ],
    },
  },
  treatment: {
    id: 'call-back',
    intervention: {
      channel: 'phone',
      message: 'I have read what you wrote. May I ask what happened, and put it right with you now?',
      withinHours: 48,
      costPerContact: 9,
      offerCost: 0,
      exposure: { activity: 'call' },
    },
  },
  metrics: [
    {
      id: 'kept',
      name: 'Ordered again',
      role: 'primary',
      kind: 'conversion',
      of: { activity: 'order' },
      windowDays: 60,
      better: 'higher',
    },
    {
      id: 'complained-again',
      name: 'Complained again',
      role: 'secondary',
      kind: 'conversion',
      of: { activity: 'complaint' },
      windowDays: 60,
      better: 'lower',
    },
    {
      id: 'refunded',
      name: 'Took a refund',
      role: 'guardrail',
      kind: 'conversion',
      of: { activity: 'refund' },
      windowDays: 60,
      better: 'lower',
      margin: 0.03,
    },
  ],
});
