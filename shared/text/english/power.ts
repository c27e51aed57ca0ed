/** What a pilot can see, said before it starts. Figures come finished. */
export const power = {
  basedOn: {
    control: (n: string) => `Baseline: ${n} control customers of this pilot so far`,
    before: (n: string) => `Baseline: ${n} customers like these before the pilot`,
  },
  looking: {
    none: 'one look, at the decision',
    planned: 'looks on the planned dates',
    'always-valid': 'looks at any time',
  },
  sees: (threshold: string, metric: string, date: string) =>
    `By ${date} this pilot can see a lift of ${threshold} in “${metric}”, 8 times in 10.`,
  blind: (threshold: string, metric: string, date: string) =>
    `This pilot is too small to see its own success threshold: a true lift of ${threshold} in “${metric}” would most likely still be unclear on ${date}.`,
  nobodyYet: (threshold: string, metric: string, date: string) =>
    `On ${date} no customer's outcome would be known yet, so this pilot could not see a lift of ${threshold} in “${metric}”.`,
  noThreshold: (metric: string) =>
    `The plan names no lift of “${metric}” above 0 that would be a success, so nobody can say how many customers it needs.`,
  needs: (total: string, weeks: string, date: string) =>
    `It needs ${total} customers, which takes ${weeks}, until ${date}.`,
  tooFar: (total: string, years: string) =>
    `It needs ${total} customers; as they come by the records, that takes more than ${years} years.`,
  neverEnough: (total: string) =>
    `It needs ${total} customers, and by the records so many never come: nobody new is taken in.`,
  impossible: (reason: string) => `The threshold cannot be reached at all: ${reason}.`,
  cannotSee: (relative: string, absolute: string, n: string, date: string) =>
    `With the ${n} customers known by ${date}, a true lift below ${relative} (${absolute}) would most likely stay unclear.`,
  cannotSeeAny: (n: string, date: string) =>
    `With the ${n} customers known by ${date}, no lift that can happen would be seen reliably.`,
  price: (times: string) => `Looking at any time takes ${times} times the customers of a single look at the end.`,
  plannedPrice: (times: string) => `The planned looks take ${times} times the customers of a single look at the end.`,
  covariates: (share: string) =>
    `What the plan knows of customers beforehand explains ${share} of the outcome in history, and saves as many customers; that is counted here.`,
  idleCovariates:
    'What the plan knows of customers beforehand explains next to nothing of the outcome in history, so it saves no customers.',
  clusters: (times: string) =>
    `Whole clusters share their arm, which takes ${times} times the customers: those of one cluster are alike.`,
  guardrail: {
    sees: (name: string, margin: string, needed: string, known: string, date: string) =>
      `“${name}”: if it does not change, ${needed} customers show that it stays within its margin of ${margin}; ${known} are known by ${date}.`,
    blind: (name: string, margin: string, needed: string, known: string, date: string) =>
      `“${name}” can most likely not be shown to stay within its margin of ${margin}: that takes ${needed} customers, and ${known} are known by ${date}. Without that the rule cannot say scale.`,
    unknown: (name: string) =>
      `History does not tell how many customers it takes to show that “${name}” stays within its margin.`,
    customers: (margin: string, yearly: string) =>
      `A margin of ${margin} is ${yearly} customers a year, at as many new customers as now.`,
    money: (margin: string, yearly: string) =>
      `A margin of ${margin} a customer is ${yearly} a year, at as many new customers as now.`,
  },
  means: (threshold: string, name: string, from: string, to: string) =>
    `${threshold} of “${name}” is from ${from} to ${to}`,
  yearly: {
    customers: (n: string, way: 'more' | 'fewer') =>
      `: ${n} ${way} customers a year, at as many new customers as now; what each is worth stands in the business case`,
    money: (amount: string) => `: ${amount} a year, at as many new customers as now`,
  },
  half: (threshold: string) =>
    `If the true lift is exactly ${threshold}, the estimate falls short of it in every second pilot; to be told to scale 8 times in 10, the true lift must be larger.`,
  none: {
    'no-customers':
      'The records hold no customer like those of the plan whose outcome is known, so there is no baseline to plan with. Import older orders or visits, or wait for the first windows to close.',
    'too-few':
      'Fewer than 20 customers like those of the plan have a known outcome; a baseline from so few would be a guess. Import more history.',
    'all-alike':
      'All customers like those of the plan had the same outcome, so there is no spread to plan with. Check what the primary metric counts.',
  },
  chart: {
    falls: (threshold: string, week: string) => `From week ${week} on, the threshold of ${threshold} can be seen.`,
    never: (threshold: string) => `The threshold of ${threshold} stays out of sight.`,
    plain: 'What can be seen, week by week.',
    caption: (power: string, looking: string) => `Smallest relative lift seen ${power} of the time; ${looking}`,
    axis: 'Smallest lift that can be seen, %',
    table: 'Smallest lift that can be seen, by week',
    week: 'Week',
    until: 'Until',
    customers: 'Customers',
    relative: 'Relative',
    absolute: 'Absolute',
    threshold: (lift: string) => `threshold ${lift}`,
    weekLabel: (week: number) => `week ${week}`,
    alt: (relative: string, when: string) => `In ${when} the smallest lift that can be seen is ${relative}.`,
  },
};
