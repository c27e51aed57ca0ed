import { describe, expect, test } from 'vitest';
import { bayesProportion } from '#shared/stats/bayes-proportion.ts';
import { runCalc } from '#shared/stats/calc/run.ts';

const flat = { n: 10, mean: 2, sd: 0 };
const some = { n: 12, mean: 3, sd: 1 };
const none = { n: 10, x: 0 };
const all = { n: 10, x: 10 };
const half = { n: 10, x: 5 };

/** Inputs that must be refused, with the start of the reason. */
const REFUSED: readonly (readonly [method: string, input: unknown, reason: string])[] = [
  ['proportion', { n: 5, x: 6 }, 'x: must be at most n'],
  ['proportion', { n: 0, x: 0 }, 'n: must be a whole number of at least 1'],
  ['proportion', { n: -3, x: 0 }, 'n: must be'],
  ['proportion', { n: 5, x: 2.5 }, 'x: must be a whole number'],
  ['proportion', { n: 5, x: '2' }, 'x: must be a number'],
  ['proportion', { n: 5, x: null }, 'x: must be a number'],
  ['proportion', { n: 5, x: 2, level: 1 }, 'level: must lie between 0 and 1'],
  ['proportion', { n: 5, x: 2, level: 0 }, 'level: must lie between 0 and 1'],
  ['proportion', { n: 5, x: 2, levle: 0.9 }, 'unknown field "levle"'],
  ['proportion', { n: 5, x: 2, interval: 'walt' }, 'interval: must be one of wilson'],
  ['proportion', { n: 5, x: 0, interval: 'wald' }, 'x: at 0 of 5 the Wald variance'],
  ['proportion', [1, 2], 'must be an object'],
  ['proportion-difference', { control: { n: 5, x: 6 }, treatment: half }, 'control.x: must be at most control.n'],
  ['proportion-difference', { control: none, treatment: all, interval: 'wald' }, 'control, treatment:'],
  ['proportion-difference', { control: half, treatment: half, test: 'fisher', null: 0.1 }, 'null: fisher'],
  ['proportion-ratio', { control: none, treatment: half, interval: 'katz' }, 'control.x: the log'],
  ['proportion-ratio', { control: all, treatment: all, interval: 'katz' }, 'control, treatment: with everybody'],
  ['mean', { n: 1, mean: 3, sd: 0 }, 'n: at least 2 values'],
  ['mean', { values: [4, 4, 4] }, 'sd: all values are the same'],
  ['mean', { values: [] }, 'values: at least one'],
  ['mean', { n: 4, mean: 3, sd: -1 }, 'sd: must be a number of at least 0'],
  ['mean-difference', { control: flat, treatment: { ...flat, mean: 3 } }, 'control.sd, treatment.sd: all values'],
  ['mean-difference', { control: { values: [1] }, treatment: some }, 'control.n: at least 2'],
  [
    'mean-difference',
    { control: { values: [1, 2] }, treatment: { values: [1] }, variance: 'paired' },
    'treatment.values: must be as many',
  ],
  ['mean-difference', { control: some, treatment: some, variance: 'paired' }, 'control.values: is missing'],
  ['mean-ratio', { control: { ...some, mean: 0 }, treatment: some }, 'control.mean: is 0'],
  ['mean-ratio', { control: { ...some, mean: -1 }, treatment: some, interval: 'log-delta' }, 'treatment: the log'],
  ['srm', { observed: [3, 1], weights: [1, 0] }, 'observed[1]: somebody'],
  ['srm', { observed: [3, 1], weights: [1] }, 'weights: must be as many'],
  ['srm', { observed: [0, 0], weights: [1, 1] }, 'observed: nobody'],
  ['srm', { observed: [3, -1], weights: [1, 1] }, 'observed[1]: must be'],
  ['power-proportion', { baseline: 0.1, mde: 0.01 }, 'mde, power, n: give exactly two'],
  ['power-proportion', { baseline: 0.1, mde: 0.01, power: 0.8, n: 50 }, 'mde, power, n: give exactly two'],
  ['power-proportion', { baseline: 0.95, mde: 0.1, power: 0.8 }, 'mde: baseline + mde'],
  ['power-proportion', { baseline: 0.1, n: 2, power: 0.999999 }, 'n: too few'],
  ['power-mean', { sd: 0, mde: 1, power: 0.8 }, 'sd: must be above 0'],
  ['power-mean', { sd: 1, n: 1, power: 0.8 }, 'n: too few'],
  [
    'power-non-inferiority',
    { baseline: 0.1, margin: 0.02, power: 0.8, trueDifference: -0.02 },
    'trueDifference: is as bad',
  ],
  [
    'cuped',
    { control: { y: [1, 2, 3], x: [[1, 1, 1]] }, treatment: { y: [2, 3, 5], x: [[1, 1, 1]] } },
    'x: a covariate',
  ],
  [
    'cuped',
    { control: { y: [1, 2, 3], x: [[1, 1]] }, treatment: { y: [2, 3, 5], x: [[1, 1, 1]] } },
    'control.x[0]: must',
  ],
  ['post-stratified', { strata: [] }, 'strata: at least one'],
  ['post-stratified', { strata: [{ control: { values: [1] }, treatment: some }] }, 'strata[0].control.n: at least 2'],
  ['confidence-sequence', { control: none, treatment: none }, 'control, treatment: nothing varies'],
  ['confidence-sequence', { control: some, treatment: half }, 'treatment: must be of the same kind'],
  ['group-sequential', { information: [0.5, 0.4] }, 'information[1]: must be above'],
  ['group-sequential', { information: [0.5, 1.1] }, 'information[1]: must lie'],
  ['group-sequential', { information: [0.5, 1], spending: 'power' }, 'rho: is missing'],
  [
    'bayes-proportion',
    { control: half, treatment: half, prior: { alpha: 0, beta: 1 } },
    'prior.alpha: must be above 0',
  ],
  ['bayes-effect', { estimate: 1, standardError: 0 }, 'standardError: must be above 0'],
  ['non-inferiority', { control: half, treatment: half, margin: 0 }, 'margin: must be above 0'],
  ['non-inferiority', { control: half, treatment: half, margin: 0.1, level: 1 }, 'alpha: must lie'],
  ['non-inferiority', { control: flat, treatment: flat, margin: 1 }, 'control, treatment: nothing varies'],
  ['equivalence', { control: some, treatment: some, margin: [1, -1] }, 'margin: must be [low, high]'],
  ['balance', { control: none, treatment: none }, 'control, treatment: nothing varies'],
  ['permutation', { control: { values: [1, 1] }, treatment: { values: [1] } }, 'control.values, treatment.values: all'],
  ['permutation', { control: { values: [] }, treatment: { values: [1] } }, 'control.values: at least one'],
  [
    'bootstrap',
    { control: { values: [1, 1] }, treatment: { values: [1, 1] } },
    'control.values, treatment.values: nothing',
  ],
  [
    'mann-whitney',
    { control: { values: [1, 1] }, treatment: { values: [1, 1] } },
    'control.values, treatment.values: all',
  ],
  ['quantile-difference', { control: { values: [1, 2] }, treatment: { values: [1, 2] }, q: 2 }, 'q: must lie'],
  [
    'cluster-difference',
    { control: { values: [1, 2], cluster: ['a', 'b'] }, treatment: { values: [1, 2], cluster: ['c', 'd'] } },
    'control.cluster: 2 clusters are too few',
  ],
  [
    'complier-effect',
    { control: { y: [1, 2], reached: [0, 0] }, treatment: { y: [1, 3], reached: [0, 0] } },
    'reached: as many',
  ],
  [
    'complier-effect',
    { control: { y: [1, 2], reached: [0, 2] }, treatment: { y: [1, 3], reached: [0, 1] } },
    'control.reached[1]: must be 0 or 1',
  ],
  ['adjust', { p: [0.1, 1.2] }, 'p[1]: must lie'],
  ['nps', { promoters: 0, passives: 0, detractors: 0 }, 'promoters, passives, detractors: nobody'],
  ['nps', { promoters: 5, passives: 0, detractors: 0 }, 'promoters, passives, detractors: all answers'],
  ['kappa', { table: [[1, 2], [3]] }, 'table[1]: must hold 2'],
  [
    'kappa',
    {
      table: [
        [5, 0],
        [0, 0],
      ],
    },
    'table: both coders used one category',
  ],
];

describe('the calculator refuses what cannot be computed, with a reason that names the field', () => {
  test.each(REFUSED)('%s %j', (method, input, reason) => {
    const result = runCalc(method, input);
    expect(result.kind === 'error' ? result.reason : result.output).toEqual(expect.stringContaining(reason));
    expect(result.kind === 'error' && result.reason.startsWith(reason)).toBe(true);
  });
});

/** Inputs at the edge that can be computed, with what must hold. */
const COMPUTED: readonly (readonly [method: string, input: unknown, holds: Record<string, unknown>])[] = [
  ['proportion-difference', { control: none, treatment: none }, { estimate: 0, p: null, statistic: null }],
  ['proportion-difference', { control: none, treatment: none, test: 'fisher' }, { estimate: 0, p: 1 }],
  ['proportion-difference', { control: none, treatment: all }, { estimate: 1, upper: 1 }],
  ['proportion-difference', { control: { n: 1, x: 0 }, treatment: { n: 1, x: 1 } }, { estimate: 1, upper: 1 }],
  ['proportion-ratio', { control: none, treatment: half }, { estimate: null, upper: null, unbounded: true }],
  ['proportion-ratio', { control: half, treatment: none }, { estimate: 0, lower: 0, unbounded: false }],
  ['mean-difference', { control: flat, treatment: some }, { estimate: 1, df: 11 }],
  [
    'mean-difference',
    { control: { n: 1, mean: 2, sd: 0 }, treatment: some, variance: 'pooled' },
    { estimate: 1, df: 11 },
  ],
  [
    'mean-ratio',
    { control: { n: 10, mean: 0.1, sd: 5 }, treatment: some },
    { lower: null, upper: null, unbounded: true },
  ],
  // The level of the one-sided interval is 1 − alpha, so that either may be given.
  ['non-inferiority', { control: half, treatment: half, margin: 0.3, level: 0.975 }, { level: 0.975 }],
  ['equivalence', { control: some, treatment: some, margin: [-1, 1], level: 0.975 }, { level: 0.95 }],
  ['balance', { control: some, treatment: { n: 12, mean: 4, sd: 1 } }, { estimate: 1, smd: 1 }],
  ['mean', { ...some, alternative: 'greater' }, { upper: null, unbounded: false }],
  ['srm', { observed: [3, 0, 2], weights: [1, 0, 1] }, { df: 1 }],
  [
    'kappa',
    {
      table: [
        [5, 0],
        [0, 4],
      ],
    },
    { estimate: 1, agreement: 1, lower: null, standardError: null },
  ],
  ['permutation', { control: { values: [1, 2, 3] }, treatment: { values: [10, 11, 12] } }, { p: 0.1, exact: true }],
  ['adjust', { p: [] }, { adjusted: [] }],
  ['power-mean', { sd: 1, mde: -1, power: 0.9 }, { nControl: 23, nTreatment: 23 }],
  ['power-proportion', { baseline: 0.2, mde: 0.05, power: 0.8, formula: 'baseline' }, { nControl: 1031 }],
];

describe('the calculator answers at the edges', () => {
  test.each(COMPUTED)('%s %j', (method, input, holds) => {
    const result = runCalc(method, input);
    expect(result.kind === 'error' ? result.reason : result.output).toMatchObject(holds);
  });

  test('a case that cannot be computed stands as an error among the others', () => {
    const result = runCalc('proportion', {
      cases: [
        { n: 5, x: 6 },
        { n: 5, x: 1 },
      ],
    });
    expect(result).toMatchObject({ output: { results: [{ error: 'x: must be at most n' }, { estimate: 0.2 }] } });
  });
});

describe('what the tables of the methods leave open', () => {
  function output(method: string, input: unknown): Readonly<Record<string, unknown>> {
    const result = runCalc(method, input);
    if (result.kind === 'error') throw new Error(result.reason);
    return result.output;
  }

  // Fleiss, Cohen & Everitt (1969): with full agreement the standard error is 0 in exact arithmetic, whatever the counts.
  test.each([
    [
      [5, 0],
      [0, 7],
    ],
    [
      [13, 0],
      [0, 29],
    ],
    [
      [1_000_003, 0],
      [0, 7],
    ],
  ])('coders who agree on everything get no interval made of rounding noise (%j, %j)', (...table) => {
    for (const weights of ['none', 'linear', 'quadratic']) {
      expect(output('kappa', { table, weights })).toMatchObject({
        estimate: 1,
        standardError: null,
        lower: null,
        upper: null,
      });
    }
  });

  test('weights of any unit are taken: their sum may be larger than a number can be', () => {
    const found = output('srm', { observed: [5, 7], weights: [1.7e308, 1.7e308] });
    expect(found).toEqual(output('srm', { observed: [5, 7], weights: [1, 1] }));
  });

  test('a spread that is only rounding noise is no scale for balance', () => {
    const arm = { n: 10, mean: 0.1, sd: 1e-18 };
    expect(runCalc('balance', { control: arm, treatment: { ...arm, mean: 0.2 } }).kind).toBe('error');
  });

  test('a case may carry an id of its own, which changes nothing; other unknown fields are refused', () => {
    expect(output('mean', { id: 'row 7', ...some })).toEqual(output('mean', some));
    expect(output('nps', { id: 7, promoters: 5, passives: 3, detractors: 2 })).toEqual(
      output('nps', { promoters: 5, passives: 3, detractors: 2 }),
    );
    const arms = { control: half, treatment: { n: 10, x: 7 } };
    expect(output('proportion-difference', { id: null, ...arms })).toEqual(output('proportion-difference', arms));
    expect(runCalc('proportion-difference', { idd: 1, ...arms }).kind).toBe('error');
  });
});

describe('beliefs about rates', () => {
  const tie = { control: { n: 2, x: 0 }, treatment: { n: 2, x: 0 } };

  test('tell two like arms apart by even odds, also under a U-shaped prior', () => {
    const found = bayesProportion({ ...tie, prior: { alpha: 0.05, beta: 0.05 } });
    expect(found.kind === 'computed' && found.chanceToBeat).toBeCloseTo(0.5, 9);
  });

  test('are refused with the reason where a prior is too extreme to be integrated', () => {
    for (const alpha of [1e-5, 0.01, 1e12, 1e300]) {
      expect(bayesProportion({ ...tie, prior: { alpha, beta: 1 } })).toMatchObject({ kind: 'error' });
    }
  });
});
