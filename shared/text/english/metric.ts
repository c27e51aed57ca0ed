/** Names around a metric, on screen and in the report alike. */
export const metric = {
  role: { primary: 'primary', secondary: 'secondary', guardrail: 'guardrail' },
  kind: {
    conversion: 'share of customers',
    count: 'number per customer',
    sum: 'total per customer',
    mean: 'mean of customers',
    ratio: 'ratio of totals',
    nps: 'net promoter score',
  },
  better: { higher: 'higher is better', lower: 'lower is better' },
  window: (days: string) => (days === '1' ? 'within 1 day' : `within ${days} days`),
  noWindow: 'until the day of the look',
  absolute: 'Difference',
  relative: 'Lift',
  control: 'Control',
  treatment: 'Treatment',
};
