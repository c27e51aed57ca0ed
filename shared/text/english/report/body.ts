import { capital } from '../case.ts';

/** What the sections behind page one say. */

export const charter = {
  painPoint: 'Pain point',
  promise: 'Promise',
  hypothesis: 'Hypothesis',
  intervention: 'Intervention',
  owner: 'Owner',
  sponsor: 'Sponsor',
  threshold: 'Success threshold',
  thresholdText: (lift: string) => `a lift of at least ${lift} in the primary metric`,
  budget: 'Budget',
  decideBy: 'Decision by',
  convincedBy: 'What would convince',
  notStated: 'not stated',
};

export const flow = {
  title: (analysed: string, eligible: string) => `${analysed} customers analysed of ${eligible} eligible`,
  caption: 'From the rows of the exports to the customers analysed, after the CONSORT diagram.',
  table: 'Participant flow',
  stage: 'Stage',
  all: 'All',
  notRecorded: 'not recorded',
  armAlt: (arm: string, stages: readonly string[]) => `${arm}: ${stages.join(', ')}.`,
  boxAlt: (box: string, n: string, lost: readonly string[]) =>
    lost.length === 0 ? `${box}: ${n}.` : `${box}: ${n}; lost after that: ${lost.join(', ')}.`,
  lostAlt: (what: string, n: string) => `${what}: ${n}`,
  rowsRead: 'Rows in the exports',
  duplicates: 'duplicate rows',
  quarantined: 'rows that could not be read',
  inNoArm: 'in more than one arm, or not yet in one',
  lost: 'lost',
  losses: 'Left out, with the reason',
  reason: 'Reason',
  customers: 'Customers',
  noLosses: 'Nobody who was assigned was left out.',
  asAssigned:
    'Customers are compared as they were assigned, whether the intervention reached them or not. Control customers who were contacted stay control.',
};

export const intervention = {
  why: 'Why',
  what: 'What',
  link: 'Link',
  how: 'Through',
  who: 'By whom',
  when: 'When',
  whenText: (hours: string) => `within ${hours === '1' ? '1 hour' : `${hours} hours`} of the trigger`,
  howMuch: 'How often',
  oncePerCustomer: 'once a customer, after the first trigger',
  oncePerSend: 'as the sending tool sent it; the plan names no limit',
  cost: 'Cost',
  costContact: (money: string) => `${money} a contact`,
  costOffer: (money: string) => `${money} an offer`,
  reached: 'What reached them',
  reachedText: (n: string, of: string, share: string) => `${n} of ${of} assigned customers (${share})`,
  reachedBy: (activity: string) => `counted as reached: an activity “${activity}”`,
  changed: 'Changed on the way',
  unchanged: 'nothing',
  changedText: (n: string) => `amendments to the plan: ${n}, listed under “The plan, its seal and the looks”`,
  notStated: 'not stated in the plan',
  control: (arm: string) => `“${arm}” got nothing new. That is what the others are compared with.`,
};

export const plan = {
  hypothesis: 'Hypothesis',
  population: 'Who is in',
  arms: 'Arms',
  armText: (arm: string, share: string) => `${arm} ${share}`,
  allocation: 'Assigned',
  allocationText: {
    stratified: (seed: string) => `here, by chance, seed ${seed}; another machine draws the same arms`,
    strata: (seed: string, strata: string) =>
      `here, by chance within ${strata}, seed ${seed}; another machine draws the same arms`,
    hash: (seed: string) => `here, by a hash of the customer’s key, seed ${seed}`,
    imported: (values: string) => `by the sending tool, read from the data: ${values}`,
  },
  holdout: (share: string) =>
    `(before that, ${share} of the eligible customers, by a hash of their key, are held out of everything)`,
  importedValue: (value: string, arm: string) => `“${value}” is ${arm}`,
  level: 'Confidence',
  levelText: (level: string, sides: number) => `${level}, ${sides === 1 ? 'one-sided' : 'two-sided'}`,
  peeking: 'Looking early',
  peekingText: {
    'always-valid': 'allowed at any time: the intervals stay right however often one looks',
    planned: 'only on the dates named in the plan',
    none: 'not allowed for: the intervals are right for one look, at the end',
  },
  correction: 'Several metrics or arms',
  correctionText: { none: 'no correction', holm: 'Holm’s correction', bh: 'Benjamini and Hochberg’s correction' },
  covariates: 'Adjusted for',
  segments: 'For whom it may differ',
  otherwise: 'Something other than chance drew the arms: weaker evidence.',
  cluster: (trait: string) => `Customers who share “${trait}” share their arm.`,
  ruleOneSided: (metric: string, lift: string, guardrails: number) =>
    guardrails === 0
      ? `Scale, if the interval of “${metric}” lies wholly on the better side of zero and its lift reaches ${lift}. The plan looks at the better side alone, so nothing says stop. Else extend.`
      : `Scale, if the interval of “${metric}” lies wholly on the better side of zero, its lift reaches ${lift}, and ${guardrails === 1 ? 'the' : 'every'} guardrail is shown to stay within its margin. Stop only if ${guardrails === 1 ? 'the' : 'a'} guardrail is breached: the plan looks at the better side alone. Else extend.`,
  rule: 'Decision rule',
  ruleText: (metric: string, lift: string, guardrails: number) =>
    guardrails === 0
      ? `Scale, if the interval of “${metric}” lies wholly on the better side of zero and its lift reaches ${lift}. Stop, if the lift cannot reach ${lift} any more, or the interval lies wholly on the worse side. Else extend.`
      : `Scale, if the interval of “${metric}” lies wholly on the better side of zero, its lift reaches ${lift}, and ${guardrails === 1 ? 'the' : 'every'} guardrail is shown to stay within its margin. Stop, if the lift cannot reach ${lift} any more, or the interval lies wholly on the worse side, or ${guardrails === 1 ? 'the' : 'a'} guardrail is breached. Else extend.`,
  decideBy: 'Decided on',
  metrics: 'Planned metrics',
  metricColumns: { name: 'Metric', measure: 'Measured as', window: 'Window', better: 'Aim' },
  margin: (better: string, margin: string) => `${better}, margin ${margin}`,
  cap: (amount: string) => `values above ${amount} count as ${amount}`,
  capPercentile: (percentile: string) => `values above percentile ${percentile} are capped`,
  seal: 'Seal',
  sealedText: (date: string) => `The plan was sealed on ${date}, before this look. SHA-256 of its RFC 8785 form:`,
  unsealedText: 'The plan was not sealed: nothing proves that it was fixed before the figures were seen.',
  fingerprint: 'Data fingerprint',
  amendments: 'Amendments',
  noAmendments: 'The plan was not changed after it was sealed.',
  amendmentColumns: { at: 'When', why: 'Why', sha: 'SHA-256 since then' },
  looks: 'Looks at the lift',
  lookColumns: { at: 'When', asOf: 'Data until', verdict: 'Verdict', sealed: 'Plan' },
  sealed: 'sealed',
  notSealed: 'not sealed',
  noLooks: 'No look was logged.',
  earlierLooks: (n: string) => `Earlier looks not listed here: ${n}. The JSON report lists all.`,
};

/** A population in words. */
export const population = {
  everyone: 'everyone in the data',
  trigger: (activity: string) => `customers with an activity “${activity}”`,
  unless: (activity: string, hours: string) =>
    `unless “${activity}” follows within ${hours === '1' ? '1 hour' : `${hours} hours`}`,
  where: (condition: string) => `where ${condition}`,
  all: (conditions: readonly string[]) => conditions.join(' and '),
  any: (conditions: readonly string[]) => `(${conditions.join(' or ')})`,
  none: (conditions: readonly string[]) => `not (${conditions.join(' or ')})`,
  keptOut: (exclusions: string) => `Kept out: ${exclusions}`,
  exclusion: (reason: string, condition: string) => `${reason} (${condition})`,
  is: (trait: string, value: string) => `${trait} is ${value}`,
  in: (trait: string, values: string) => `${trait} is one of ${values}`,
  atLeast: (trait: string, value: string) => `${trait} is at least ${value}`,
  atMost: (trait: string, value: string) => `${trait} is at most ${value}`,
  known: (trait: string) => `${trait} is known`,
  activity: (activity: string) => `there is an activity “${activity}”`,
  activityAtLeast: (n: string, activity: string) => `there are at least ${n} activities “${activity}”`,
  activityAtMost: (n: string, activity: string) => `there are at most ${n} activities “${activity}”`,
  daysBefore: (days: string) => ` in the ${days} days before`,
};

/** Where a metric's values come from, in words. */
export const measure = {
  activity: (activity: string) => `activity “${activity}”`,
  field: (field: string, activity: string) => `${field} of activity “${activity}”`,
  trait: (trait: string) => `trait “${trait}”`,
  score: (question: string) => `score “${question}”`,
  per: (of: string, per: string) => `${of}, per ${per}`,
};

export const checks = {
  intro: (passed: string, all: string) => `${passed} of ${all} checks passed without remark.`,
  caption: 'Checks',
  columns: { severity: 'Finding', sentence: 'What was checked and found', p: 'p' },
  todo: (todo: string) => `To do: ${todo}`,
  none: 'No check was run.',
};

export const results = {
  intro: 'Every metric named in the plan stands here, whatever it showed.',
  caption: 'Results, difference and lift against control',
  columns: {
    metric: 'Metric',
    control: 'Control',
    treatment: 'Treatment',
    change: 'Difference',
    lift: 'Lift',
    interval: (level: string) => `${level} interval`,
    drawn: 'Drawn',
  },
  /** How several levels share one column. */
  anyInterval: 'Interval of the lift',
  against: (metric: string, arm: string) => `${metric}: ${arm} against control`,
  brokenTitle: 'The arms cannot be compared',
  broken:
    'The figures below are counted as measured. No difference, lift or interval among them tells what the intervention did.',
  asMeasured: (metric: string, treatment: string, control: string) =>
    `${metric}, as measured: ${treatment} with it, ${control} without. This tells of no effect.`,
  withheld: 'withheld',
  withheldText: (reason: string) => `No interval is given: ${reason}`,
  drawn: (range: string) => `Interval ${range}`,
  within: (margin: string) => `within the margin of ${margin}`,
  notWithin: (margin: string) => `not shown to stay within the margin of ${margin}`,
  armsCaption: (metric: string, arm: string) => `${metric}, ${arm}: the counts`,
  armColumns: {
    arm: 'Arm',
    n: 'Customers',
    x: 'Converted',
    xAbove: 'Above zero',
    mean: 'Mean',
    rate: 'Rate',
    sd: 'Standard deviation',
    missing: 'No value',
  },
  absolute: 'Difference',
  relative: 'Lift',
  absoluteOnce: 'Difference, one look',
  relativeOnce: 'Lift, one look',
  fixed: (estimate: string, range: string, level: string) =>
    `${estimate}, ${level} interval ${range} (right for one look)`,
  alwaysValid: (estimate: string, range: string, level: string) =>
    `${estimate}, ${level} interval ${range} (right however often one looks)`,
  planned: (estimate: string, range: string, level: string) =>
    `${estimate}, ${level} interval ${range} (right over all planned looks together)`,
  belief: 'As a belief',
  beliefText: (chance: string, withIt: string, without: string, prior: string) =>
    `${chance} that the treatment is better; choosing it loses ${withIt} on average, choosing control ${without}. ${prior}; no part of the verdict.`,
  prior: {
    rate: 'Prior: every rate of either arm as likely as any other, Beta(1, 1)',
    effect: 'Prior: every difference as likely as any other (flat), a normal approximation',
  },
  bound: 'Bound of this look',
  boundText: (z: string, information: string, spent: string) =>
    `${z} standard errors at ${information} of the planned information; ${spent} of the false-alarm chance is spent by now`,
  p: 'p-value',
  pText: (p: string) => `${p}: how often chance alone would show at least this difference, for one look`,
  pAdjusted: 'p-value, corrected',
  pExact: 'p-value, exact',
  pExactText: (p: string) => `${p}: Fisher’s exact test, beside the other because few conversions are expected`,
  unbounded:
    'The control is too near zero for the lift to have an end on one side; the difference is the safer figure.',
  uncapped: (cap: string) => `Without the cap of ${cap}`,
  method: 'Method',
  formula: 'Formula',
};

export const segments = {
  invalid: 'The comparison is broken, so nothing is told apart by groups.',
  none: 'The plan names no groups to tell the lift apart by, and uses no trait that could be explored.',
  intro:
    'Small groups show large lifts by chance. What decides is the lift of all; a group’s own lift is best foretold by the one drawn toward the mean.',
  by: (trait: string) => `By ${trait}`,
  kind: { planned: 'planned', exploratory: 'exploratory' },
  caption: (trait: string, metric: string) => `${metric} by ${trait}`,
  few: 'too few',
  columns: { n: 'Customers', change: 'Change', range: 'Interval', shrunken: 'Drawn toward the mean' },
};

export const sensitivity = {
  invalid: 'Of a broken comparison nothing is worth varying.',
  none: 'No other choice was open: nobody was left unreached, nothing was capped or adjusted, and no event was noted on the time line.',
  stands: 'Each choice below was made the other way. None of them turns the conclusion.',
  turns: (choices: string) =>
    `Each choice below was made the other way. The conclusion would be another one ${choices}: say so wherever the result is shown.`,
  turning: (name: string, arm: string | null) => (arm === null ? name : `${name} (in ${arm})`),
  caption: (metric: string) => `${metric}: the deciding comparison under other choices`,
  columns: {
    arm: 'Treatment',
    choice: 'Choice',
    change: 'Difference',
    range: 'Interval',
    drawn: 'Drawn',
    conclusion: 'Conclusion',
  },
  asPlanned: 'as planned',
  choice: (name: string) => capital(name),
  theOne: 'the one that counts',
  same: 'the same',
  another: 'another',
  tooFew: 'too few left to say',
};

export const course = {
  none: 'The lift has no course: the outcomes carry no dates, or too few customers’ time is up.',
  intro:
    'Each point counts only the customers whose time was up by then. A picture that wanders teaches patience, not a new verdict.',
};

export const sources = {
  caption: 'Exports, and what became of their rows',
  intro: 'For every export: rows read = kept + duplicates + quarantined.',
  columns: {
    file: 'Export',
    kind: 'Holds',
    importedAt: 'Imported',
    rowsRead: 'Rows read',
    kept: 'Kept',
    duplicates: 'Duplicates',
    quarantined: 'Quarantined',
  },
  all: 'All',
  kinds: { activities: 'activities', traits: 'traits', feedback: 'feedback' },
  quarantine: 'Why rows were quarantined',
  reason: 'Reason',
  rows: 'Rows',
  none: 'Nothing was imported.',
};

export const limits = {
  notReached: 'The lift is that of offering the intervention to everyone assigned, reached or not.',
  others: 'It holds for customers like these, at a time like this. Others were not measured.',
  chance: (right: string) => `The method behind the intervals is right ${right}; this pilot may be one of the others.`,
  secondary: 'Secondary metrics give hints. Only the primary metric and the guardrails were given the power to decide.',
  imported: 'The split was made elsewhere. That it was made by chance is checked by the sizes of the arms, not proven.',
  missing: (n: string) => `Customers without a value in the primary metric: ${n}. They may differ from the others.`,
  withheld: 'Where an interval is withheld, the data cannot yet tell a good effect from none or from harm.',
  early: 'This is an interim look: lifts seen early tend to shrink.',
  picked:
    'A lift that was good enough to be chosen is, on average, a little too good. Expect somewhat less in the rollout.',
  regression:
    'Customers who were chosen because they were unhappy, or had stopped buying, get better by themselves. Only the difference to control counts, never the change of one arm over time.',
  answers:
    'Answers to a survey come from those who answered. Where the arms answer unequally often, their answers differ for that reason alone.',
  novelty: 'How long the effect lasts was not measured: what is new may wear off.',
};

export const recompute = {
  intro: (metric: string, arm: string) =>
    `With nothing but these figures the headline can be recomputed: ${metric}, ${arm} against control.`,
  rate: (x: string, n: string, rate: string) => `${x} of ${n} customers: ${rate}`,
  mean: (n: string, mean: string, sd: string) => `${n} customers, mean ${mean}, standard deviation ${sd}`,
  difference: (treatment: string, control: string, difference: string) => `${treatment} − ${control} = ${difference}`,
  relative: (difference: string, control: string, lift: string) => `${difference} ÷ ${control} = ${lift}`,
  command: 'On the command line, the difference with its interval:',
  commandRelative: 'The lift with its interval:',
  commandDeciding: {
    fixed: 'The interval of the difference that decides:',
    'always-valid': 'The interval of the difference that stays right however often one looks:',
    planned: 'The interval of the difference by the bound of the planned look:',
  },
  spreadsheet:
    'In a spreadsheet, a cell a line: the difference, the lift, and both ends of a plain normal interval of the difference, which comes close to the one above and is no substitute for it:',
  compared: (mean: string, variance: string) => `compared with the mean ${mean}, whose variance is ${variance}`,
  error: (error: string, df: string, reach: string, level: string) =>
    `standard error: the square root of both variances together = ${error}; t with ${df} degrees of freedom reaches ${reach} of them at ${level}`,
  fromFile: 'From the pilot file, with any SQLite tool: one statement counts what the method reads.',
  spreadsheetExact:
    'In a spreadsheet, a cell a line: the difference and the ends of its interval, then the lift and the ends of its own:',
  spreadsheetDeciding: {
    'always-valid': 'The same lines for the interval that stays right however often one looks:',
    planned: 'The same lines for the interval by the bound of the planned look:',
  },
  unadjusted:
    'The means that are compared are adjusted for what was known before the start; the unadjusted figure stands beside the headline among the results.',
  elsewhere:
    'Any statistics package gives the same: the methods and their sources are named under “How it was computed”.',
  none: 'There is no headline to recompute yet.',
  whole: 'Whoever has the pilot file can recompute all of it:',
};
