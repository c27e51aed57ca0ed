import { assignedHere } from './assigned-here.ts';

/** The first weeks decide whether a customer stays; a call helps over the first hurdle. */
export const onboardingCall = assignedHere({
  card: {
    id: 'onboarding-call',
    name: 'Onboarding call',
    pain: 'New customers buy once, stumble, and never come back.',
    intervention: 'Within a week of the first order, a person calls and helps with the start.',
    primaryMetric: 'New customers who order a second time within 60 days',
  },
  charter: {
    title: 'A call in the first week',
    painPoint:
      'Most new customers order once. Something small goes wrong at the start, a confusing page, a missing part, a ' +
      'wrong expectation, and nobody is there who understands who is on the phone.',
    promise: 'In your first week a person makes sure that what you bought works for you.',
    hypothesis:
      'A call within a week of the first order makes more new customers order a second time within 60 days than the ' +
      'usual welcome mail alone.',
    intervention:
      'A colleague calls within 7 days of the first order, asks how it went, helps with the start, and writes down ' +
      'what made it hard. Basics that turn up again and again get an owner and a fix.',
    owner: 'Customer success lead',
    sponsor: 'Head of customer experience',
    successThreshold: 0.12,
    budget: { amount: 10_000, currency: 'USD' },
    decideBy: '2027-03-31',
    convincedBy:
      'At least 12 % more second orders, no rise in complaints, and a list of the first-week hurdles with an owner each.',
  },
  // Orders before the assignment: exactly the first one, not long ago.
  population: {
    where: {
      all: [
        { activity: 'order', count: { atLeast: 1, atMost: 1 } },
        { activity: 'order', count: { atLeast: 1 }, daysBefore: 7 },
      ],
    },
  },
  treatment: {
    id: 'call',
    intervention: {
      channel: 'phone',
      message: 'Welcome. Has everything arrived, and does it do what you hoped? I can help you with the start.',
      withinHours: 72,
      costPerContact: 6,
      offerCost: 0,
      exposure: { activity: 'call' },
    },
  },
  metrics: [
    {
      id: 'second-order',
      name: 'Ordered a second time',
      role: 'primary',
      kind: 'conversion',
      of: { activity: 'order' },
      windowDays: 60,
      better: 'higher',
    },
    {
      id: 'revenue',
      name: 'Revenue per customer',
      role: 'secondary',
      kind: 'sum',
      of: { activity: 'order', field: 'amount' },
      windowDays: 60,
      cap: { percentile: 99 },
      better: 'higher',
    },
    {
      id: 'complained',
      name: 'Complained',
      role: 'guardrail',
      kind: 'conversion',
      of: { activity: 'complaint' },
      windowDays: 60,
      better: 'lower',
      margin: 0.02,
    },
  ],
});
