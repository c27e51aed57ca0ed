import { assignedHere } from './assigned-here.ts';

/** The late flight: an apology with a voucher before the customer has to ask, against the process as it is. */
export const serviceFailure = assignedHere({
  card: {
    id: 'service-failure',
    name: 'Service failure',
    pain: 'When we fail a customer, we wait until they complain.',
    intervention: 'Within one hour, an honest apology that says why, with a voucher.',
    primaryMetric: 'Customers who order again within 90 days',
  },
  charter: {
    title: 'Service failures with an apology',
    painPoint:
      'A delivery is late, a flight is delayed, a booking is lost. We know it minutes later; the customer hears from ' +
      'us only after writing in. Trust stands on care, competence and integrity, and we lose all three by silence.',
    promise: 'When we fail, we say so first, say why, and make it good before anybody has to ask.',
    hypothesis:
      'An honest apology with a voucher, sent within an hour of the failure, brings more customers back within 90 days ' +
      'than waiting for their complaint does.',
    intervention:
      'Within an hour of the logged failure: what went wrong, why, what we do about it, and a 50-dollar voucher. ' +
      'The message is automatic; the fix is not. Each failure goes to the team that owns its cause.',
    owner: 'Operations lead',
    sponsor: 'Chief operating officer',
    successThreshold: 0.08,
    budget: { amount: 30_000, currency: 'USD' },
    decideBy: '2027-03-31',
    convincedBy:
      'At least 8 % more customers who come back, worth more than the vouchers cost, without more complaints than today.',
  },
  // No trigger: the clock starts with the assignment, so that an old failure does not open a window long closed.
  population: { where: { activity: 'service_failure', count: { atLeast: 1 }, daysBefore: 2 } },
  treatment: {
    id: 'apology',
    intervention: {
      channel: 'email',
      message: 'We let you down today. This is what went wrong, this is what we are doing, and this is for you.',
      link: 'voucher_url',
      withinHours: 1,
      costPerContact: 0.02,
      offerCost: 50,
      exposure: { activity: 'email_sent' },
    },
  },
  metrics: [
    {
      id: 'returned',
      name: 'Came back',
      role: 'primary',
      kind: 'conversion',
      of: { activity: 'order' },
      windowDays: 90,
      better: 'higher',
    },
    {
      id: 'revenue',
      name: 'Revenue per customer',
      role: 'secondary',
      kind: 'sum',
      of: { activity: 'order', field: 'amount' },
      windowDays: 90,
      cap: { percentile: 99 },
      better: 'higher',
    },
    {
      id: 'complained',
      name: 'Complained',
      role: 'guardrail',
      kind: 'conversion',
      of: { activity: 'complaint' },
      windowDays: 30,
      better: 'lower',
      margin: 0.02,
    },
  ],
});
