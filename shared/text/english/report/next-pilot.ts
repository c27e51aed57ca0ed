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
  proposalTitle: 'The pilot we propose next',
  what: 'What',
  why: 'Why',
  hypothesis: 'Hypothesis',
  arms: 'Arms',
  customers: 'Customers needed',
  decideBy: 'Decided on',
  open: 'It opens ready made, with charter and plan, and nothing of it is sealed: “Start the next pilot” on the report’s screen, or on the command line',
  proposal: {
    step: {
      title: (title: string) => `${title}: first step of the rollout`,
      why: 'This pilot met its rule. The first step of the rollout shows whether more customers, at another time, gain as much, and how fast what is new wears off.',
      hypothesis: (old: string) => `${old} This holds for more customers, at another time.`.trim(),
      intervention: (old: string) => old,
    },
    repair: {
      title: (title: string) => `${title}, with a repaired split`,
      why: 'The comparison was broken, so the question is as open as before. Pilotlight draws the arms itself next time, and writes a list for each.',
      hypothesis: (old: string) => old,
      intervention: (old: string) => old,
    },
    more: {
      title: (title: string) => `${title}, with enough customers`,
      why: 'This pilot could not tell. The same question with as many customers as it needs can.',
      hypothesis: (old: string) => old,
      intervention: (old: string) => old,
    },
    gentler: {
      title: (title: string) => `${title}, in a gentler form`,
      why: 'It did what it promised and did harm beside it. A form that keeps the one without the other is worth a pilot; the guardrail stays as it was.',
      hypothesis: (old: string) => `In a gentler form: ${old}`,
      intervention: (old: string) => `To be made gentler, so that the guardrail holds: ${old}`,
    },
    another: {
      title: (title: string) => `${title}, another way`,
      why: 'The pain is still there, and this way does not take enough of it. Read what customers told before choosing the next; the measures stay as they were, so that both pilots can be held against each other.',
      hypothesis: () => 'To be written: what else would take the pain away, and by how much?',
      intervention: () => 'To be written: another intervention for the same pain point.',
    },
    seal: {
      title: (title: string) => `${title}, with a sealed plan`,
      why: 'Nothing bound this pilot to a rule before its figures were seen. The same plan, sealed before the first look, would.',
      hypothesis: (old: string) => old,
      intervention: (old: string) => old,
    },
  },
};
