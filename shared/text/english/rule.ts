/** The sealed rule in words, before anyone has seen the lift. Figures come finished. */
export const rule = {
  scale: (metric: string, threshold: string) =>
    `Scale if the whole range of “${metric}” is on the better side of zero and its estimate is ${threshold} or better`,
  guardrails: (names: string) => `and ${names} shown to hold`,
  guardrail: (name: string, margin: string) => `“${name}” (within ${margin})`,
  are: (names: readonly string[]) =>
    names.length === 1 ? `${names[0]} is` : `${names.slice(0, -1).join(', ')} and ${names.at(-1)} are`,
  stop: (threshold: string) =>
    `Stop if even the best end of the range falls short of ${threshold}, or the whole range is on the worse side`,
  orBreached: ', or a guardrail lies beyond its margin with its whole range',
  oneSided: {
    guarded:
      'Stop only if a guardrail lies beyond its margin with its whole range: the plan looks at the better side alone, so the range has no best end that could fall short, and none that shows harm.',
    never:
      'Never stop: the plan looks at the better side alone, so the range has no best end that could fall short, and none that shows harm. Look at both sides if the pilot is to be able to say stop.',
  },
  extend: 'Else extend: go on until the data can tell.',
  early: {
    'always-valid': (date: string) => `Before ${date} only harm ends the pilot.`,
    planned: (date: string) => `Before ${date} only a planned look may end the pilot, where its bound is crossed.`,
    none: (date: string) =>
      `Nothing ends the pilot before ${date}; whoever looks earlier gets a warning in the report.`,
  },
  edges: {
    below: (under: string) => `An estimate of ${under} is extend, however clear it is of zero, while more is possible.`,
    small: (under: string) =>
      `A range that ends at ${under} is stop, even if all of it is better than zero: it works, but not enough.`,
  },
  decides: (sponsor: string, date: string) => `${sponsor} decides on ${date}, by this rule.`,
  nobody: (date: string) => `Decided on ${date}. The charter names no sponsor yet: say there who decides.`,
};
