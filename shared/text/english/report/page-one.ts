import { lower } from '../case.ts';

/** Page one: what the sponsor reads standing. */
export const pageOne = {
  kicker: (title: string) => `Pilot report · ${title}`,
  question: {
    ofHypothesis: (hypothesis: string) => `${hypothesis} Is that so?`,
    ofMetric: (arm: string, metric: string) => `Does “${arm}” change this: ${metric}?`,
  },
  answer: {
    scale: (headline: string) => `Yes. ${headline}`,
    stopGuardrail: (headline: string, guardrail: string, change: string) =>
      `Not in this form: a guardrail broke (${lower(guardrail)}, ${change}). ${headline}`,
    stopWorse: (headline: string) => `No. ${headline}`,
    stopBelow: (headline: string, threshold: string) => `No: a lift of ${threshold} is out of reach. ${headline}`,
    interim: (headline: string) => `So far: ${headline}`,
    draft: (headline: string) => `Draft: ${headline}`,
    invalid: 'No answer: the comparison is broken.',
  },
  lead: {
    customers: (n: string, title: string) => `${n} customers were compared for “${title}”.`,
    chance: (arms: string) => `Chance decided who got ${arms}.`,
    broken: (arms: string) => `Chance should have decided who got ${arms}; that is in doubt.`,
    imported: (arms: string) => `Who got ${arms} was drawn by the tool that sent it, and taken from its export.`,
    arms: (metric: string, window: string, treatments: readonly string[], without: string) =>
      `${metric}${window}: ${treatments.join(', ')}, ${without} without.`,
    withArm: (value: string, arm: string) => `${value} with ${arm}`,
    ofArm: (arm: string) => `Of ${arm}: `,
    window: (days: string) => (days === '1' ? ' within 1 day' : ` within ${days} days`),
    range: (range: string, right: string, kind: 'fixed' | 'always-valid' | 'planned') =>
      `The true difference lies in the range ${range}; the method behind this range is right ${right}, ${rangeRight[kind]}.`,
    point: (arm: string, value: string) => `${arm} stands at ${value}.`,
    withheld: 'These are too few for a range.',
    nothing: 'No customer has been analysed yet.',
  },
  rightTimes: (times: string, of: string) => `${times} times in ${of}`,
  rightShare: (level: string) => `in ${level} of all cases`,
  and: (items: readonly string[]) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`,
  banner: {
    invalid: 'Invalid: no conclusion can be drawn from these figures',
    unsealedTitle: 'Draft: the plan was not sealed',
    unsealed:
      'Nothing bound this pilot to a rule before its figures were seen, so there is no verdict. Read every figure below as a first impression.',
    peekedTitle: 'The figures were seen before the plan was sealed',
    peeked: (n: string) => `Looks before the seal: ${n}. What was seen then may have shaped the plan.`,
    interimTitle: 'An interim look',
    interim: (date: string) =>
      `The sealed rule decides on ${date}. Until then figures can change, and so can the verdict.`,
    withheldTitle: 'Too few customers for a range',
    failedTitle: 'A check failed',
  },
  card: {
    verdict: (date: string) => `Verdict, by the rule sealed on ${date}`,
    verdictOnCourse: (date: string) => `Where the sealed rule points; it decides on ${date}`,
    verdictNone: 'Verdict',
    lift: (metric: string) => `Lift: ${metric}`,
    liftText: (absolute: string, absoluteRange: string, relativeRange: string) =>
      `${absolute}; between ${absoluteRange}. As a share of control: ${relativeRange}.`,
    withheld: 'Withheld',
    open: 'Still open',
    openText: (lift: string, absolute: string, range: string) =>
      `Measured ${lift}, ${absolute}; the range of ${range} holds both gain and loss.`,
    unusable: 'Not usable',
    unusableText: 'The arms cannot be compared. The figures as measured stand among the results.',
    customers: 'Customers analysed',
    customersText: (arms: string) => `${arms}.`,
    armCount: (n: string, arm: string) => `${n} ${arm}`,
    chance: 'Chance decided who was in which arm.',
    broken: 'Whether chance alone decided who was in which arm is in doubt.',
    imported: 'The arms were drawn by the sending tool.',
    leftOut: (n: string) => `${n} were left out, each with a reason.`,
  },
  aside: 'What else was measured',
  asideLine: (metric: string, change: string, range: string) => `${metric}: ${change} (${range})`,
  asideWithheld: (metric: string) => `${metric}: no range yet, too few customers`,
  asideWithin: (line: string, margin: string) => `${line}; within the margin of ${margin}`,
  asideBeyond: (line: string, margin: string) => `${line}; not shown to stay within the margin of ${margin}`,
  caveat: {
    title: 'The caveat that matters.',
    season: (from: string, to: string) =>
      `These customers came between ${from} and ${to}. Another season and other customers are not tested yet.`,
    tooSmall: (had: string, lift: string, needed: string) =>
      `This pilot is too small for its question. It has ${had} customers; to see a lift of ${lift}, about ${needed} are needed.`,
    once: 'This was measured once, on these customers. Another season and other customers are not tested yet.',
  },
  ask: {
    byDate: (date: string) => `We ask you to decide by ${date}:`,
    now: 'We ask you to decide now:',
    noneUntil: (date: string) => `Nothing to decide until ${date}:`,
    none: 'Nothing to decide yet:',
    scale: (arm: string, budget: string) =>
      `roll “${arm}” out to more customers in steps, and keep a part of them without it, so that its effect stays measured. The charter’s budget is ${budget}.`,
    firstStep: (
      step: { arm: string; share: string; weeks: string; customers: string },
      held: string,
      cost: string,
      section: string,
    ) =>
      `give “${step.arm}” to ${step.share} of those who come, for ${step.weeks} weeks (about ${step.customers} customers), keep ${held} of them without it to go on measuring, and approve ${cost}. We report after that; the rule for going on is under “${section}”.`,
    extendUntil: (had: string, needed: string) =>
      `let the pilot run on from ${had} to about ${needed} customers, or end it knowing that it could not tell. No rollout is asked for.`,
    extend:
      'let the pilot run on until it has the customers its plan asks for, or end it knowing that it could not tell. No rollout is asked for.',
    stop: (arm: string) =>
      `do not roll “${arm}” out in this form. What customers told, and what to try instead, stand on the following pages.`,
    invalid: 'do not use these figures. Approve that the split into arms is repaired and the pilot repeated.',
    unsealed: 'the plan has to be sealed first, and the lift looked at after that.',
    interim: 'this is an interim look, for information.',
  },
  foot: {
    sealed: (date: string) => `Plan sealed ${date}`,
    unsealed: 'Plan not sealed',
    looks: (n: string, count: number) => (count === 1 ? '1 look' : `${n} looks`),
    amendments: (n: string, count: number) =>
      count === 0 ? 'no amendment' : count === 1 ? '1 amendment' : `${n} amendments`,
    fingerprint: (short: string) => `data fingerprint ${short}`,
  },
};

const rangeRight = {
  fixed: 'for one look at the agreed time',
  'always-valid': 'however often one looks',
  planned: 'over all planned looks together',
};
