import { lower } from '../case.ts';

/** What a pilot is worth: the words around money. Every figure comes with its range. */
export const business = {
  intro: (metric: string, arm: string, level: string) =>
    `From the lift to money: what a full rollout of “${arm}” would bring in its first year, going by ${metric}. The lift is first shrunken toward no effect, because a winner is picked for looking good; then it and every assumption below are varied together 10,000 times. Ranges hold ${level} of these years; they are as good as the assumptions.`,
  tooFewTitle: 'Too small to tell what it is worth',
  tooFew: (had: string, needed: string) =>
    `This pilot had ${had} customers; its question needs about ${needed}. The figures below show how little is known yet, not what to expect.`,
  none: {
    invalid: 'The comparison is broken, so no money can be reckoned from it.',
    withheld: 'There are too few customers for a range of the lift, so no money can be reckoned from it yet.',
    'no-value': 'Nobody has said yet what one more success is worth. With that line filled in, money follows.',
    'no-customers': 'Nobody has said yet how many customers a rollout would reach in a year.',
  },
  caption: 'The first year of a full rollout',
  columns: { what: 'What', middle: 'Middle', from: (level: string) => `${level} range from`, to: 'to' },
  added: 'Margin added per 1,000 customers, before costs',
  per1000: 'Worth per 1,000 customers, after all costs',
  firstYear: 'First year, after all costs',
  roi: 'Return on what it costs',
  payback: 'Months until the set-up is earned back',
  chance: 'Chance that the first year pays',
  breakEven: 'Lift at which it just pays',
  never: 'never',
  over: (share: string) => `over ${share}`,
  under: (share: string) => `under ${share}`,
  believeTitle: 'What you must believe',
  believe: (gain: string, chance: string) =>
    `That the true lift is at least ${gain}, with the assumptions as they stand. The chance that the first year pays is ${chance}.`,
  believeNothing: 'With these assumptions no lift would pay: one more success brings in nothing.',
  shrunken: (measured: string, shrunken: string) =>
    `Measured: ${measured} a customer. Reckoned with, after shrinking: ${shrunken}.`,
  driversCaption: 'What drives the first year: each line moved over its own range, the others kept',
  driversPicture:
    'The first year after all costs, with each line moved over its own range and the others kept. Dashed: every line at its value.',
  driverColumns: { line: 'Line', low: 'At its low end', high: 'At its high end' },
  driversTitle: (line: string) => `Nothing moves the first year as much as this: ${lower(line)}`,
  driverAlt: (line: string, low: string, high: string) => `${line}: from ${low} to ${high}.`,
  noLimit: 'no limit',
  scenario: {
    caption: 'Three scenarios, and what each takes for granted',
    what: 'Line',
    name: { low: 'Low', base: 'Base', high: 'High' },
    rare: 'Low and high take every line at its bad or its good end at once, which happens more rarely than the ranges above say. They show what one would have to believe, not what to expect.',
  },
  lift: 'The lift itself',
  assumptionsCaption: 'The assumptions, each with its source',
  assumptionColumns: { line: 'Line', value: 'Value', spread: 'May be off by', source: 'Source' },
  unknown: 'not known',
  card: {
    per1000: 'Worth, per 1,000 customers',
    per1000Text: (range: string, chance: string) => `between ${range} after all costs; ${chance} chance that it pays`,
    withoutHarm: (told: string, guardrail: string) => `${told}. What “${guardrail}” costs is not counted`,
    firstYear: 'Full rollout, first year',
    firstYearText: (range: string, payback: string) => `between ${range}; ${payback}`,
    paysBack: (month: string) => `the middle course pays back in month ${month}`,
    paysBackAtOnce: 'there is no set-up to earn back',
    paysBackNever: 'the middle course does not pay back',
    between: (lower: string, upper: string) => `${lower} and ${upper}`,
  },
};
