/** How a pilot stands while it runs. Figures come finished. */
export const board = {
  nobody: 'Nobody is in an arm yet, so there is nothing to follow.',
  tooEarly: 'It is too early to tell whether anything drifts: that takes nine days, and 30 customers at either end.',
  sofar: (known: string) =>
    `The outcome of ${known} customers is known. Nothing of a treatment's outcome is counted here, so this is no look.`,
  stopped: (date: string) => `Nobody new has come in since ${date}. Until then:`,
  arrivals: {
    title: (_metric: string) => 'Customers a day',
    steady: (first: string, last: string) => `${first} a day at the start, ${last} of late: no more than chance does.`,
    drifted: (first: string, last: string, p: string) =>
      `${first} a day at the start, ${last} of late (${p}): ask whether the trigger still fires and every export still comes.`,
  },
  baseline: {
    title: (metric: string) => `${metric}, control alone`,
    steady: (first: string, last: string) => `${first} at the start, ${last} of late: no more than chance does.`,
    drifted: (first: string, last: string, p: string) =>
      `${first} at the start, ${last} of late (${p}): the world around the pilot has changed. Both arms live in it, so the comparison stands; what it is worth later may not.`,
  },
  reach: {
    title: (_metric: string) => 'Reached, of the treatment',
    steady: (first: string, last: string) => `${first} at the start, ${last} of late: no more than chance does.`,
    drifted: (first: string, last: string, p: string) =>
      `${first} at the start, ${last} of late (${p}): find out what keeps the treatment from its customers.`,
  },
};
