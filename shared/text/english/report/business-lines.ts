/** The lines of the business case: what they are called, and where their value came from. */
export const assumption = {
  name: {
    customersPerYear: 'Customers a year',
    holdoutShare: 'Kept without it, to go on measuring',
    capacity: 'Most customers that can be served a year',
    valuePerUnit: 'Revenue of one more success',
    marginShare: 'Margin kept of revenue',
    lasting: 'Share of the lift left after a year',
    costPerContact: 'Cost of a contact',
    offerCost: 'Cost of offers, per customer contacted',
    peopleCost: 'People, a year',
    toolCost: 'Tools, a year',
    setupCost: 'Set-up, once',
    priorSd: 'Usual size of a true lift, before looking',
  },
  source: {
    pilotYear: (customers: string, days: string) =>
      `this pilot: ${customers} eligible customers in ${days} days, over a year`,
    pilotOnce: 'this pilot’s eligible customers; its days are too few to tell a year',
    holdout: 'a proposal: enough to keep the effect measured',
    noLimit: 'not stated, counted as no limit',
    isMoney: 'the metric is money already',
    fromMetric: (metric: string) => `this pilot: ${metric} ÷ share of customers who succeeded, with the treatment`,
    unknownValue: 'not measured in this pilot: ask finance',
    margin: 'an assumption, not measured: ask finance',
    lasting: 'an assumption: what is new wears off; the holdout will tell',
    plan: 'the plan',
    notInPlan: 'not stated in the plan, counted as nothing',
    notStated: 'not stated, counted as nothing',
    charter: 'the charter’s budget',
    prior: 'an assumption: most true lifts are smaller than this share',
  },
};
