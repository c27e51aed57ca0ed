/** What customers told: scores by arm, and their own words. */
export const why = {
  none: 'No feedback of these customers was brought in, so the figures say what happened and nobody says why. Scores, complaints and call notes have their place here.',
  intro:
    'Figures say what happened, customers say why. What follows was answered from the start of each customer’s time on, and shows no cause by itself.',
  answersCaption: 'Answers by arm',
  columns: {
    question: 'Question',
    arm: 'Arm',
    answered: 'Answered',
    rate: 'Of the arm',
    score: 'Score',
    interval: (level: string) => `${level} interval`,
  },
  nps: 'net promoter score',
  mean: 'mean',
  range: (lower: string, upper: string) => `${lower} to ${upper}`,
  bounds: (metric: string, arm: string, range: string) =>
    `${metric}, ${arm} against control: whatever those who did not answer would have said, the difference lies in the range ${range}. Rates and scores of this metric count the customers whose time was up.`,
  answersCaveat:
    'Only those who answered are heard. Where the arms answered unequally often, a difference of their scores may come from who answered; it is no effect of the intervention before that is ruled out.',
  quotes: 'In their own words',
  rule: (pool: string, each: string, seed: string, shortest: string) =>
    `Drawn from ${pool} answers with words, by a rule set before reading: of each arm and of promoters, passives, detractors and answers without a score, ${each} at most, by chance with seed ${seed}; texts under ${shortest} letters and repeated ones do not count. Names, addresses, phones and numbers are blacked out.`,
  lookedOver: (leftOut: string, blackened: string) =>
    `Looked over before export. Left out by the lead: ${leftOut}. Words blacked out by hand in: ${blackened}. Nothing was put in their place.`,
  band: { promoter: 'promoter', passive: 'passive', detractor: 'detractor' },
  kind: (kind: string) => (kind === 'nps' ? 'NPS' : kind),
  by: (arm: string, kind: string, band: string | null, score: string | null) =>
    [arm, score === null ? kind : `${kind} ${score}`, band].filter((part) => part !== null).join(', '),
  aside: {
    title: 'What customers told us',
    scores: (question: string, arms: readonly string[]) =>
      `${question === 'nps' ? 'Net promoter score' : question}: ${arms.join('; ')}.`,
    arm: (score: string, arm: string, rate: string) => `${score} with ${arm} (${rate} answered)`,
    quote: (words: string, by: string) => `“${words}” (${by})`,
  },
};
