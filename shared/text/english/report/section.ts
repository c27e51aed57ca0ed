/** Titles of the sections behind page one, and what the faces write around them. */
export const section = {
  charter: 'What was agreed',
  flow: 'Who took part',
  intervention: 'What was done',
  plan: 'The plan, its seal and the looks',
  checks: 'Can it be trusted?',
  results: 'Every planned result',
  sensitivity: 'Would another choice turn it?',
  segments: 'For whom?',
  course: 'The lift over time',
  why: 'What customers told us',
  business: 'What it is worth',
  rollout: 'Rolling out in measured steps',
  sources: 'Where the data came from',
  methods: 'How it was computed',
  limits: 'What this cannot tell',
  next: 'The next pilot',
  recompute: 'Recompute it yourself',
  glossary: 'Words used here',
  signOff: 'Who signed off',
};

export const labels = {
  skip: 'Skip to the answer',
  contents: 'Contents',
  behind: 'Behind this page',
  page: 'page',
  of: 'of',
  madeWith: (version: string) => `Made with Pilotlight ${version}`,
  recompute: 'every figure can be recomputed, see “Recompute it yourself”',
  intervalsNext: 'The intervals stand in the table of the figures behind the picture.',
  tableOf: 'As a table: section',
};
