/** The field's words, for a reader who meets them for the first time. */
export const glossary = [
  { term: 'Arm', text: 'One of the groups chance has split the customers into.' },
  { term: 'Control', text: 'The arm in which nothing new happens. What happens there would have happened anyway.' },
  { term: 'Treatment', text: 'An arm that gets the intervention.' },
  { term: 'Absolute lift', text: 'Treatment minus control, in the metric’s own unit: 14 % against 11 % is 3 points.' },
  { term: 'Relative lift', text: 'That difference as a share of control: 3 points on 11 % is 27 %.' },
  {
    term: 'Confidence interval',
    text: 'The range of differences the data agree with. A 95 % interval comes from a method that covers the true value 19 times in 20.',
  },
  { term: 'p-value', text: 'How often chance alone would show at least such a difference if there were none.' },
  { term: 'Primary metric', text: 'The one figure that decides, named before the start.' },
  { term: 'Guardrail', text: 'A figure that must not get worse by more than its margin.' },
  { term: 'Intention to treat', text: 'Customers count in the arm they were assigned to, reached or not.' },
  { term: 'Window', text: 'The days after the start of a customer’s time in which outcomes count.' },
  { term: 'Look', text: 'One moment at which somebody saw the lift. Each is logged.' },
  { term: 'Seal', text: 'A fingerprint of the plan, taken before the lift was seen. Any later change breaks it.' },
  { term: 'Quarantine', text: 'Rows of an export that could not be read, kept aside with the reason.' },
  {
    term: 'SRM',
    text: 'Sample-ratio mismatch: arms whose sizes differ more than chance allows, a sign that the split is broken.',
  },
];
