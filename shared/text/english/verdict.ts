/** The four verdicts, and what stands where there is none yet. */
export const verdict = {
  name: { scale: 'Scale', extend: 'Extend', stop: 'Stop', invalid: 'Invalid' },
  none: 'No verdict',
  onCourse: {
    scale: 'On course to scale',
    extend: 'Too early to tell',
    stop: 'On course to stop',
    invalid: 'Invalid',
  },
  meaning: {
    scale: 'The rule sealed before the start is met: roll out further.',
    extend: 'The data do not decide yet: go on, or accept not to know.',
    stop: 'The rule sealed before the start says not to go on with this.',
    invalid: 'The comparison is broken: no conclusion can be drawn from it.',
  },
};
