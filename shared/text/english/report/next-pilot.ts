/** What the next pilot would have to tell. */
export const nextPilot = {
  intro:
    'These questions are still open: their interval reaches across zero, or there were too few customers for one. So many customers would answer them, if the effect is as large as the threshold.',
  nothingOpen:
    'Every planned metric but the guardrails has an interval that lies on one side of zero. What is open is whether it lasts, and whether it holds for other customers.',
  caption: (lift: string, power: string) =>
    `Customers needed to see a lift of ${lift} with a chance of ${power}, for one look at the end`,
  metric: 'Metric',
  had: 'Customers in this pilot',
  needed: 'Customers needed',
  cannotSay: 'cannot be said from this pilot',
  holdout:
    'Whatever is decided: keep a part of the customers without the intervention, drawn by chance, so that its effect stays measured.',
  oneStep: 'Take one step at a time: each larger group is a pilot of its own, with its plan sealed before it starts.',
};
