/** A pilot played on history before it starts. Figures come finished. */
export const rehearsal = {
  working: (done: string, runs: string) => `Rehearsal ${done} of ${runs}`,
  playing: 'Playing the pilot on history and writing its report',
  stamp: {
    title: 'Rehearsal, made-up outcome',
    works: (lift: string) =>
      `Nobody was treated yet. Customers of history were split as the plan says, and a lift of ${lift} was planted: this is the report you would get if it works that well.`,
    nothing:
      'Nobody was treated yet. Customers of history were split as the plan says, and nothing was planted: this is the report you would get if it does nothing.',
  },
  nothing: (share: string, range: string, level: string) =>
    `If it does nothing, the plan still sees a difference in ${share} of all pilots (${range}); it promises at most ${level}.`,
  nothingTooOften: (share: string, range: string, level: string) =>
    `If it does nothing, the plan sees a difference in ${share} of all pilots (${range}), more than the ${level} it promises: do not start with this plan. A longer pilot, or a metric that more customers reach, helps.`,
  planted: (metric: string, lift: string, share: string, range: string) =>
    `If it truly changes “${metric}” by ${lift}, the plan sees it in ${share} of all pilots (${range}).`,
  naive: (share: string) =>
    `Somebody who looks as often with an ordinary interval would see a difference that is not there in ${share} of all pilots.`,
  scale: (share: string, threshold: string) =>
    `${share} of those pilots with the lift would end with “scale”: seen at the end, with an estimate of ${threshold} or more (guardrails left aside).`,
  weeks: (weeks: string) => `Half of the pilots that see the lift see it by week ${weeks}.`,
  how: (runs: string, customers: string, looks: string) =>
    `${runs} rehearsals of ${customers} customers each, ${looks}.`,
  looks: (n: string) => (n === '1' ? 'one look at the end' : `${n} looks`),
  judged: {
    clusters: 'Whole clusters were drawn and split, and judged by cluster as the lift will be.',
    covariates: 'Arms were compared after what was known beforehand, as the lift will be.',
    strata: 'Customers were split within their strata, and compared within them as the lift will be.',
  },
  again: 'History holds fewer customers than the pilot will, so customers were drawn from it more than once.',
};
