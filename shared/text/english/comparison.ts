/** Two pilots, or two looks of one, side by side. Figures come finished. */
export const comparison = {
  title: (one: string, other: string) => `${one} and ${other}`,
  look: (name: string, n: string) => `${name}, look ${n}`,
  finding: {
    larger: (one: string, other: string, points: string, range: string) =>
      `The lift of ${one} is larger than that of ${other} by ${points} of lift (${range}).`,
    smaller: (one: string, other: string, points: string, range: string) =>
      `The lift of ${one} is smaller than that of ${other} by ${points} of lift (${range}).`,
    unclear: (one: string, other: string, points: string, range: string) =>
      `These data cannot tell whose lift is larger: ${one} less ${other} is ${points} of lift, and may lie anywhere in ${range}.`,
    unusable: (one: string) => `Nothing can be said of the difference: the lift of ${one} is withheld or not usable.`,
    otherLevel: 'The two intervals are of different levels, so their difference is given none.',
    sameCustomers: (one: string, other: string) =>
      `${one} and ${other} are looks at the same pilot: the later holds the customers of the earlier, so their difference is no comparison of two trials, and has no interval here.`,
    sameData: 'Both files hold the same data, so there is nothing independent to compare.',
  },
  caution:
    'Pilots differ in their customers, their time and what they measured. A larger lift in one is not shown to be the work of its intervention: for that, both must run on one population with arms drawn by chance.',
  how: (level: string) =>
    `Interval of the difference at ${level}, from both intervals for a single look (Zou and Donner 2008); the pilots are taken as independent.`,
  table: 'The same figures, side by side',
  differs: 'What differs',
  columns: {
    what: 'What',
    pilot: 'Pilot',
    metric: 'Metric',
    control: 'Control',
    treatment: 'Treatment',
    difference: 'Difference',
    lift: 'Lift',
    interval: (level: string) => `${level} interval`,
    drawn: 'Drawn',
    customers: 'Customers',
  },
  rows: {
    difference: 'Difference of the lifts',
    plan: 'Plan (fingerprint)',
    data: 'Data (fingerprint)',
    asOf: 'Data until',
    looks: 'Looks so far',
    verdict: 'Verdict',
    method: 'Method',
    window: 'Window',
    amendments: 'Amendments',
  },
  notSealed: 'not sealed',
};
