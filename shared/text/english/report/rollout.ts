/** The rollout as a chain of measured steps. */
export const rollout = {
  none: {
    unsealed: 'No rollout is proposed: without a sealed plan there is no verdict to base one on.',
    invalid: 'No rollout is proposed: the comparison is broken, and nothing follows from it but to repair the split.',
    extend: 'No rollout is proposed yet: these data do not decide. What would decide stands under “The next pilot”.',
    stop: 'No rollout is proposed: the rule sealed before the start says to stop. What to try instead stands under “The next pilot”.',
    undecided: 'No rollout is proposed yet: the sealed rule has not decided, or there is no money to reckon with.',
  },
  intro:
    'Think big, start small: the rollout is a chain of pilots. Each step reaches more customers, keeps some of them without the intervention, and opens the next only if it measures what this pilot measured.',
  whoFirst: (population: string, share: string) =>
    `Who comes first: ${population}; of these ${share}, drawn by chance, so that the first step can be compared with those who wait. Others than these were not measured.`,
  caption: 'Steps of the first year',
  columns: {
    step: 'Step',
    share: 'Of those who come',
    weeks: 'Weeks',
    treated: 'Get it',
    holdout: 'Kept without it',
    cost: 'Cost',
  },
  step: (n: string) => `Step ${n}`,
  cost: (lower: string, upper: string) => `${lower} to ${upper}`,
  gatesTitle: 'What opens the next step',
  gateFirst: (metric: string, lift: string) =>
    `At the end of a step its customers are compared with its holdout, by ${metric}: the interval lies wholly on the better side, and the lift is at least ${lift}, which is where the money breaks even.`,
  gateGuardrails: (metrics: readonly string[]) => `Every guardrail stays within its margin: ${metrics.join(', ')}.`,
  gateDecay: (share: string) =>
    `What is new wears off: the lift of the latest customers is held against that of the first. Money reckons with ${share} of it being left after a year; with less, reckon anew before going on.`,
  gateStop: 'If a step does not measure this, it is repeated once with more customers, or the rollout ends there.',
  gateLast: 'The holdout stays after the last step, and the lift is told every quarter.',
};
