import { capital, lower } from './case.ts';

/** What a look at the lift says, on screen, on the command line and in the report. Figures come finished. */
export const lift = {
  /** What a treatment is called in a sentence: by its name where the plan says what happens, else quoted. */
  arm: { described: (arm: string) => `the ${arm}`, named: (arm: string) => `“${arm}”` },
  headline: {
    more: (arm: string, size: string, name: string) =>
      `${capital(arm)} brought ${size} more ${lower(name)} in every 100.`,
    fewer: (arm: string, size: string, name: string) =>
      `${capital(arm)} brought ${size} fewer ${lower(name)} in every 100.`,
    rose: (arm: string, metric: string, change: string, from: string, to: string) =>
      `With ${arm}, ${lower(metric)} rose by ${unsigned(change)}, from ${from} to ${to}.`,
    fell: (arm: string, metric: string, change: string, from: string, to: string) =>
      `With ${arm}, ${lower(metric)} fell by ${unsigned(change)}, from ${from} to ${to}.`,
    otherwise: {
      more: (arm: string, size: string, name: string) =>
        `With ${arm} there were ${size} more ${lower(name)} in every 100, but chance did not draw the arms.`,
      fewer: (arm: string, size: string, name: string) =>
        `With ${arm} there were ${size} fewer ${lower(name)} in every 100, but chance did not draw the arms.`,
      higher: (arm: string, metric: string, change: string, from: string, to: string) =>
        `With ${arm}, ${lower(metric)} was ${unsigned(change)} higher, ${to} against ${from}, but chance did not draw the arms.`,
      lower: (arm: string, metric: string, change: string, from: string, to: string) =>
        `With ${arm}, ${lower(metric)} was ${unsigned(change)} lower, ${to} against ${from}, but chance did not draw the arms.`,
    },
    unclear: (arm: string, metric: string) => `These data cannot tell whether ${arm} changes ${lower(metric)}.`,
    withheld: (metric: string) => `It is too early to say anything about ${lower(metric)}.`,
    invalid: 'The comparison is broken, so no conclusion can be drawn.',
    nothing: 'There is nothing to compare yet.',
    waiting: (date: string) => `Nothing is shown before the first planned look, on ${date}.`,
  },
  range: {
    shown: (range: string, timesIn20: string, customers: string) =>
      `The true difference lies in the range ${range}, by a method that is right ${timesIn20}. ${counted(customers)} analysed.`,
    always: (range: string, customers: string) =>
      `The true difference lies in the range ${range}, by a method that stays right however often you look. ${counted(customers)} analysed.`,
    planned: (range: string, look: string, of: string, customers: string) =>
      `The true difference lies in the range ${range}, by the bound of planned look ${look} of ${of}. ${counted(customers)} analysed.`,
    withheld: (customers: string) => `${counted(customers)} analysed; a range would mislead with so few.`,
  },
  right: (level: number) =>
    Math.abs(level - 0.95) < 1e-9 ? '19 times in 20' : `${+(level * 100).toFixed(2)} times in 100`,
  sentence: {
    withheld: (metric: string, control: string, treatment: string, reason: string) =>
      `${capital(metric)}: ${treatment} with it, ${control} without. ${reason}`,
    nobody: (metric: string, reason: string) => `${capital(metric)}: ${lower(reason)}`,
    shown: (
      metric: string,
      control: string,
      treatment: string,
      change: string,
      range: string,
      lift: string,
      liftRange: string,
    ) =>
      `${capital(metric)}: ${treatment} with it, ${control} without; a difference of ${change} (${range}), a lift of ${lift} (${liftRange}).`,
    unclear: 'The range holds both gain and loss: these data cannot tell which.',
    better: 'The whole range is on the better side.',
    worse: 'The whole range is on the worse side.',
    withinMargin: (margin: string) => `Shown to be no worse than the margin of ${margin}.`,
    notWithinMargin: (margin: string) => `Not shown to stay within the margin of ${margin}.`,
    breached: (margin: string) => `The whole range lies beyond the margin of ${margin}.`,
    unbounded: 'The relative lift has no limits: control is too close to 0.',
    adjusted: (change: string, range: string) =>
      `Adjusted for what was known before the start; unadjusted the difference is ${change} (${range}).`,
    response: (control: string, treatment: string, bounds: string) =>
      `${control} of control and ${treatment} with it answered; whatever the others would have said, the difference lies in the range ${bounds}.`,
    capped: (cap: string, uncapped: string) =>
      `Values are capped at ${cap}; without the cap the difference is ${uncapped}.`,
  },
  withheld: {
    'few-clusters': (have: string, need: string) =>
      `The interval is withheld: an arm holds ${have} ${have === '1' ? 'cluster' : 'clusters'}, and ${need} are needed.`,
    'few-conversions': (have: string, need: string) =>
      `The interval is withheld: the smaller arm is expected to hold ${have} ${have === '1' ? 'conversion' : 'conversions'}, and ${need} are needed.`,
    'few-non-conversions': (have: string, need: string) =>
      `The interval is withheld: the smaller arm is expected to hold ${counted(have)} who did not convert, and ${need} are needed.`,
    'few-values': (have: string, need: string) =>
      `The interval is withheld: the smaller arm holds ${have} ${have === '1' ? 'value' : 'values'} other than 0, and ${need} are needed.`,
    nobody: () => 'An arm holds nobody yet whose outcome is known.',
  },
  whenEnough: {
    date: (date: string) => `At the pace so far that is to be expected about ${date}.`,
    far: 'At the pace so far that takes more than ten years.',
    more: (n: string) =>
      n === '1'
        ? 'Nobody new is coming: about 1 more customer in the smaller arm would be needed.'
        : `Nobody new is coming: about ${n} more customers in the smaller arm would be needed.`,
  },
  because: {
    scale: (lift: string, threshold: string, guardrails: number) =>
      guardrails === 0
        ? `The lift of ${lift} reaches the threshold of ${threshold}, and its whole interval is on the better side. The plan names no guardrail.`
        : `The lift of ${lift} reaches the threshold of ${threshold}, its whole interval is on the better side, and ${guardrails === 1 ? 'the guardrail stays' : `all ${guardrails} guardrails stay`} within ${guardrails === 1 ? 'its margin' : 'their margins'}.`,
    stopBelow: (best: string, threshold: string) =>
      `Even the best end of the range, ${best}, is below the threshold of ${threshold}.`,
    stopWorse: 'The whole interval of the primary metric is on the worse side.',
    stopGuardrail: (metric: string) => `The guardrail ${lower(metric)} is breached beyond its margin.`,
    extendBelow: (lift: string, threshold: string) =>
      `The estimate of ${lift} is below the threshold of ${threshold}, but a lift that large is still possible.`,
    extendNoBase: (metric: string) =>
      `Control’s ${lower(metric)} is 0, so no relative lift exists to hold against the threshold.`,
    extendExact: (p: string) =>
      `Few conversions are expected, and Fisher’s exact test (${p}) does not agree that there is a difference.`,
    extendCorrected: (p: string) =>
      `Several comparisons were made, and corrected for that (${p}) this one may be chance.`,
    extendUnclear: (lift: string) => `The lift of ${lift} may be chance: its interval includes no effect.`,
    extendGuardrail: (metric: string) => `The guardrail ${lower(metric)} is not yet shown to stay within its margin.`,
    extendWithheld: (metric: string) => `Too few outcomes of ${lower(metric)} are known to decide.`,
    early: (date: string) => `The sealed rule decides on ${date}; until then the pilot goes on.`,
    decidesOn: (date: string) => `The sealed rule decides on ${date}.`,
    firstLook: (date: string) => `The first planned look is on ${date}; until then the pilot goes on unseen.`,
    nextLook: (date: string) => `The next planned look is on ${date}.`,
    atPlannedLook: (look: string, of: string) => `The bound of planned look ${look} of ${of} allows for ending here.`,
    weaker: 'Chance did not draw the arms, so all of this is weaker evidence.',
    harmElsewhere: (arm: string, because: string) => `Not so for ${arm}, which does harm: ${because}`,
    harmNow: 'The interval stays right however often one looks, so the pilot may stop for harm at once.',
    invalid: (p: string) =>
      `The arms are not as large as planned (${p}): something other than chance decided who is in which arm.`,
    notSealed: 'The plan is not sealed, so there is no rule to decide by.',
  },
  check: {
    srmOk: (counts: string, p: string) => `Arms are as large as planned: ${counts}, ${p}.`,
    srmWarning: (counts: string, p: string) => `Arms are rather unlike the plan: ${counts}, ${p}.`,
    srmFail: (counts: string, p: string) =>
      `Arms are not as large as planned: ${counts}, ${p}. The comparison is broken.`,
    srmNone: (reason: string) => `The size of the arms could not be checked: ${reason}.`,
    clusters: (counts: string, trait: string) => `${counts} (counted by ${lower(trait)})`,
    splitClusters: (n: string, trait: string) =>
      n === '1'
        ? `1 cluster (${lower(trait)}) has customers in more than one arm.`
        : `${n} clusters (${lower(trait)}) have customers in more than one arm.`,
    splitClustersNone: (trait: string) => `Everybody of a cluster (${lower(trait)}) is in the same arm.`,
    splitClustersTodo:
      'Find out who moved them: the plan gives a cluster one arm, and the interval holds only if it has one.',
    notRandom:
      'Something other than chance put customers into their arms: whatever told them apart may explain the difference. This is weaker evidence than a draw.',
    notRandomTodo: 'Read the change since before the start beside it, and let chance draw the next pilot’s arms.',
    srmTodo: 'Find out what put customers into an arm, or took them out, before you read any figure.',
    notSealed: 'The plan was not sealed when the lift was looked at. This look stays on record.',
    notSealedTodo: 'Seal the plan before the next look.',
    early: (date: string) =>
      `This look came before ${date}, the day the plan decides on. Figures that were peeked at change more often than the level says.`,
    beforeFirstLook: (date: string) => `The first planned look is on ${date}; no outcome is shown before it.`,
    plannedLook: (look: string, of: string, date: string) =>
      `These are the figures of planned look ${look} of ${of}, with data until ${date}.`,
    plannedBound: (information: string, z: string, spent: string) =>
      `${information} of the planned information is in: the bound is ${z} standard errors, and ${spent} of the false-alarm chance is spent.`,
    lastLook: 'It was the last one.',
    untilNextLook: (date: string) => `The next is on ${date}; nothing is shown between.`,
    undatedOutcomes: (names: string) =>
      `The outcomes of ${names} carry no date: they are as the last import left them, not as they were on the day of the look.`,
    undatedOutcomesTodo: 'Bring in such outcomes shortly before a planned look only.',
    earlyTodo: 'Do not stop the pilot because of this look.',
    twoArms: (n: string) =>
      `${n === '1' ? '1 customer was named in more than one arm and is' : `${n} customers were named in more than one arm; they are`} left out.`,
    twoArmsNone: 'Nobody stands in two arms.',
    twoArmsTodo: 'Look these customers up: two exports may disagree, or two people were joined.',
    contaminated: (n: string, of: string) =>
      `${n} of ${of} control customers ${n === '1' ? 'was contacted all the same and stays' : 'were contacted all the same; they stay'} in control, so the lift is understated.`,
    contaminatedNone: 'No control customer was contacted.',
    contaminatedTodo: 'Ask who sent it, and keep the do-not-contact list before the sender.',
    windowOpen: (n: string, metric: string) =>
      n === '1'
        ? `1 customer still has an open window for ${lower(metric)} and is counted once it closes.`
        : `${n} customers still have an open window for ${lower(metric)}; they are counted once it closes.`,
    windowOpenTodo: 'Look again when the windows have closed, or move the day of the decision by an amendment.',
    response: (metric: string, control: string, treatment: string) =>
      `${capital(metric)} was answered by ${control} in control and by ${treatment} with the treatment.`,
    responseUneven: (metric: string, control: string, treatment: string, p: string) =>
      `${capital(metric)} was answered unevenly: by ${control} in control and by ${treatment} with the treatment (${p}). Who answers may have changed, and not what people think.`,
    responseTodo: 'Read the difference with its worst-case range, and ask those who did not answer.',
    unhappy:
      'Customers who were taken in because they were unhappy get better by themselves: only the difference from control counts, never after against before.',
    unhappyTodo: 'Show no figure of one arm alone as a success.',
    missingEvenTodo: 'Nothing, unless you know why it is missing: chance alone would make arms differ this much.',
    missing: (metric: string, byArm: string) => `The outcome ${lower(metric)} is missing for ${byArm}.`,
    missingUneven: (metric: string, byArm: string, p: string) =>
      `The outcome ${lower(metric)} is missing unevenly: ${byArm} (${p}). What is missing may differ from what is there.`,
    missingTodo: 'Find out why the outcome is missing before you trust the difference.',
    reached: (share: string, arm: string) =>
      `${share} of the customers in ${arm} were reached; all of them are counted (intention to treat).`,
    reachedTodo: 'Find out what kept the others from being reached: whoever is not reached cannot be moved.',
    small: (metric: string, reason: string) => `${capital(metric)}: ${reason}`,
    smallTodo: 'Go on collecting, or accept not to know.',
    srmPart: {
      day: (n: string) => (n === '1' ? 'on the one day large enough to tell' : `on each of ${n} days`),
      source: (n: string) => (n === '1' ? 'in the one file large enough to tell' : `in each of ${n} files`),
      stratum: (n: string) => (n === '1' ? 'in the one stratum large enough to tell' : `in each of ${n} strata`),
    },
    srmPartsOk: (of: string) => `Arms are as large as planned ${of}.`,
    srmPartsWarning: (broken: string, of: string, worst: string, counts: string, p: string) =>
      `Arms are not as large as planned ${of}: ${broken === '1' ? '1 stands out,' : `${broken} stand out, most of all`} ${worst} with ${counts} (${p}, corrected).`,
    srmPartsTodo:
      'Find out what was different there: a send that failed, a file that is not whole, a rule that changed.',
    balanced: (n: string, smd: string) =>
      `Arms were alike before the start: the largest standardised difference is ${smd}, of ${n} looked at.`,
    unbalanced: (what: string, smd: string, p: string) =>
      `Arms differed before the start in ${lower(what)}: a standardised difference of ${smd} (${p}, corrected).`,
    unbalancedSeen: (what: string, smd: string) =>
      `Arms differed before the start in ${lower(what)}: a standardised difference of ${smd}.`,
    unbalancedChance: 'In arms of this size chance alone does that.',
    unbalancedTodo: 'Find out how customers came into their arms before you trust the difference.',
    beforeStart: (metric: string, days: string, shares: string) =>
      `${inDays(days)} before the start arms were alike in ${lower(metric)} (${shares}); none of it is counted.`,
    beforeStartSeen: (metric: string, days: string, shares: string) =>
      `${inDays(days)} before the start ${lower(metric)} stood at ${shares}; none of it is counted.`,
    untold: 'The clusters are too few, or too much alike, to tell whether that is more than chance.',
    beforeStartUneven: (metric: string, days: string, shares: string, p: string) =>
      `${inDays(days)} before the start, when nothing had happened yet, arms differed in ${lower(metric)}: ${shares} (${p}).`,
    beforeStartTodo: 'Check the dates of the export and its time zone, and how the arms were drawn.',
    noOutlier: (metric: string) => `No single customer carries the result of ${lower(metric)}.`,
    outlier: (metric: string, arm: string, value: string, range: string) =>
      `${capital(metric)} rests on one customer: without the largest of ${arm} (${value}) the range is ${range}, and the conclusion another.`,
    outlierTodo: 'Look this customer up; a cap in the plan keeps one order from deciding.',
    shuffled: (metric: string, p: string, welch: string) =>
      `Shuffling the customers between the arms tells of ${lower(metric)} what the test does (${p} by shuffling, ${welch} by the test).`,
    shuffledOther: (metric: string, p: string, welch: string) =>
      `The difference in ${lower(metric)} leans on the shape of its tail: shuffling the customers between the arms gives ${p}, the test ${welch}.`,
    shuffledTodo: 'Do not decide by this metric alone; a cap in the plan, or more customers, makes it firmer.',
    oneCurrency: (metric: string, currency: string) => `All amounts of ${lower(metric)} are in ${currency}.`,
    currencies: (metric: string, currencies: string) =>
      `Amounts of ${lower(metric)} are in several currencies (${currencies}) and were added up as if they were one.`,
    currenciesTodo: 'Bring in each currency as a source of its own, converted, before you read this metric.',
    undated: (names: string) =>
      `Traits carry no date: it is taken on trust that ${names} was known before the start and did not change with it.`,
    stands: (n: string) =>
      n === '1'
        ? 'The conclusion stands under another choice (1 tried).'
        : `The conclusion stands under other choices (${n} tried).`,
    turned: (names: string) => `The conclusion would be another one ${names}.`,
    turnedIn: (name: string, arm: string) => `${name} (in ${arm})`,
    turnedTodo: 'Say so wherever you show the result, and decide whether that choice is the better one.',
    notAdjusted: {
      'few-conversions': (metric: string) =>
        `${capital(metric)} is not adjusted for what was known before the start: that needs 10 conversions, and 10 customers who did not convert, in the smaller arm.`,
      'not-possible': (metric: string) =>
        `${capital(metric)} is not adjusted: nothing known before the start tells the customers apart.`,
    },
    noAnchor: (n: string, metric: string) =>
      n === '1'
        ? `1 customer has no date from which the window of ${lower(metric)} could run and is left out.`
        : `${n} customers have no date from which the window of ${lower(metric)} could run; they are left out.`,
    noAnchorTodo: 'Map the column that dates the row which named the arm.',
  },
  sensitivity: {
    uncapped: (cap: string) => `without the cap of ${cap}`,
    unadjusted: 'not adjusted for what was known before',
    compliers: 'for those who were reached',
    changes: 'by each customer’s change since as long before the start (difference-in-differences, weaker evidence)',
    identity: (mode: 'strict' | 'loose', differ: string) =>
      `with keys joined ${mode === 'strict' ? 'strictly' : 'loosely'} (${differ === '0' ? 'nobody differs' : differ === '1' ? '1 person differs' : `${differ} people differ`})`,
    withoutEvent: (note: string, days: string) => `without the customers whom “${note}” (${days}) touched`,
    sentence: (name: string, change: string, range: string, turns: string) =>
      `${capital(name)} the difference is ${change} (${range}): ${turns}.`,
    withheld: (name: string) => `${capital(name)} too few are left to say anything.`,
    ofArm: (arm: string, sentence: string) => `In ${arm}: ${sentence}`,
    same: 'the same conclusion',
    turns: 'another conclusion',
  },
  segments: {
    group: { other: 'others', unknown: 'not known', upTo: 'up to', to: 'to', above: 'above' },
    few: (trait: string) => `By ${lower(trait)} there are too few customers in the groups to compare them.`,
    alike: (trait: string, p: string) =>
      `These data do not show that the lift differs by ${lower(trait)} (${p}); read the single groups as chance.`,
    differ: (
      trait: string,
      least: { label: string; change: string },
      most: { label: string; change: string },
      p: string,
      kind: 'planned' | 'exploratory',
    ) =>
      `The lift differs by ${lower(trait)} (${p}): drawn toward the mean, from ${least.change} for “${least.label}” to ${most.change} for “${most.label}”. ${kind === 'planned' ? 'The plan named this beforehand.' : 'Nobody asked for this beforehand: take it as an idea for the next pilot.'}`,
  },
  outside: {
    excluded: (reason: string) => `kept out: ${reason}`,
    'not-in-population': 'not in the population of the plan',
    'no-arm': 'in no arm',
    'unknown-arm': 'in an arm the plan does not know',
    'two-arms': 'in more than one arm',
    holdout: 'held out of everything',
    'window-open': 'window not closed yet',
    missing: 'outcome missing',
    'no-anchor': 'no date to run the window from',
  },
  formula: {
    conversion:
      'share = customers with the event ÷ customers of the arm; lift = treatment − control, and (treatment − control) ÷ control',
    count: 'mean number of events a customer; customers without any count as 0',
    sum: 'mean total a customer; customers without any count as 0',
    mean: 'mean of the customers’ values; customers without a value are left out',
    ratio: 'sum over all customers of the one ÷ sum of the other',
    nps: 'share of promoters (9, 10) − share of detractors (0 to 6), in points',
  },
};

function counted(n: string): string {
  return n === '1' ? '1 customer' : `${n} customers`;
}

function inDays(days: string): string {
  return days === '1' ? 'On the day' : `In the ${days} days`;
}

function unsigned(change: string): string {
  return change.replace(/^[+−-]\s?/, '');
}
