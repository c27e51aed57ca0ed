import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import type { Interval, MetricResult } from '#shared/lift/lift-result.ts';
import { type Moment, type Ruling, rule } from '#shared/lift/verdict.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';

const words = {
  text: catalogueOf('en').lift,
  format: formatter({ locale: 'en-GB', timeZone: 'UTC', currency: null }),
};

const bought: Metric = { id: 'bought', role: 'primary', kind: 'conversion', of: { trait: 'bought' }, better: 'higher' };
const left: Metric = { ...bought, id: 'left', role: 'guardrail', better: 'lower', margin: 0.02 };

function planOf(metrics: Metric[], treatments = ['call']): Plan {
  return {
    hypothesis: '',
    population: { everyone: true },
    arms: [
      { id: 'control', role: 'control', weight: 1 },
      ...treatments.map((id) => ({ id, role: 'treatment' as const, weight: 1 })),
    ],
    allocation: { method: 'imported', from: {} },
    metrics,
    analysis: { level: 0.95, sides: 2, peeking: 'none' },
    decision: { scaleIf: { metric: 'bought', relativeLiftAtLeast: 0.1 }, decideBy: '2026-10-01' },
  };
}

const ends = (lower: number | null, upper: number | null): Interval => ({
  estimate: ((lower ?? upper ?? 0) + (upper ?? lower ?? 0)) / 2,
  lower,
  upper,
});

/** A result whose absolute interval is `range`, on a control rate of 0.2. */
function result(metric: Metric, range: Interval, over: Partial<MetricResult> = {}): MetricResult {
  const times5 = (end: number | null) => (end === null ? null : end * 5);
  return {
    id: metric.id,
    name: metric.id,
    role: metric.role,
    kind: metric.kind,
    better: metric.better,
    margin: metric.margin ?? null,
    windowDays: null,
    unit: 'rate',
    treatment: 'call',
    arms: [],
    absolute: range,
    relative: { estimate: times5(range.estimate), lower: times5(range.lower), upper: times5(range.upper) },
    relativeUnbounded: false,
    p: null,
    pAdjusted: null,
    pExact: null,
    level: 0.95,
    method: '',
    formula: '',
    basis: null,
    alwaysValid: null,
    planned: null,
    unadjusted: null,
    notAdjusted: null,
    response: null,
    nonInferior: metric.role === 'guardrail' ? true : null,
    withheld: null,
    uncapped: null,
    course: [],
    sentence: '',
    ...over,
  };
}

const ruled = (results: MetricResult[], metrics = [bought, left], moment: Moment = 'due', treatments = ['call']) =>
  rule(planOf(metrics, treatments), results, moment, words);
const told = ({ verdict, harm, arm }: Ruling) => [verdict, harm, arm];
const fine = result(left, ends(-0.01, 0.01));

describe('the rule of the primary metric', () => {
  // The threshold of 10 % is 0.02 on a control rate of 0.2.
  it.each([
    ['wholly better, estimate at the threshold', ends(0.01, 0.03), 'scale', false],
    ['wholly better, estimate below the threshold, which is still possible', ends(0.001, 0.03), 'extend', false],
    ['wholly better, and even the best end below the threshold', ends(0.001, 0.019), 'stop', false],
    ['both nothing and enough', ends(-0.01, 0.06), 'extend', false],
    ['both nothing and not enough', ends(-0.01, 0.019), 'stop', false],
    ['touching 0', ends(0, 0.06), 'extend', false],
    ['wholly worse', ends(-0.04, -0.001), 'stop', true],
    ['one-sided, better', ends(0.03, null), 'scale', false],
    ['one-sided, not better', ends(-0.01, null), 'extend', false],
  ] as const)('%s', (_, range, verdict, harm) => {
    expect(told(ruled([result(bought, range), fine]))).toEqual([verdict, harm, 'call']);
  });

  it('is turned round where lower is better', () => {
    const fewer: Metric = { ...bought, better: 'lower' };
    const of = (range: Interval) => ruled([result(fewer, range), fine], [fewer, left]).verdict;
    expect([of(ends(-0.03, -0.01)), of(ends(-0.019, -0.001)), of(ends(0.001, 0.04)), of(ends(-0.06, 0.01))]).toEqual([
      'scale',
      'stop',
      'stop',
      'extend',
    ]);
  });

  it('extends where the interval is withheld, and where control is 0 so that no lift exists', () => {
    expect(ruled([result(bought, ends(0.01, 0.03), { withheld: 'too few' }), fine]).verdict).toBe('extend');
    const noBase = { relative: { estimate: null, lower: 0.2, upper: null } };
    const found = ruled([result(bought, ends(0.01, 0.03), noBase), fine]);
    expect([found.verdict, found.because]).toEqual(['extend', expect.stringContaining('is 0')]);
    expect(ruled([fine]).verdict).toBe('extend');
  });

  it('never scales where Fisher’s exact test does not agree', () => {
    const of = (pExact: number) => ruled([result(bought, ends(0.01, 0.03), { pExact }), fine]).verdict;
    expect([of(0.06), of(0.04)]).toEqual(['extend', 'scale']);
  });

  it('never scales where the corrected p of a family does not agree, if the family is corrected by its p-values', () => {
    const plan = planOf([bought, left]);
    const under = (correction: 'bh' | 'holm', pAdjusted: number | null) =>
      rule(
        { ...plan, analysis: { ...plan.analysis, correction } },
        [result(bought, ends(0.01, 0.05), { pAdjusted }), fine],
        'due',
        words,
      );
    expect(under('bh', 0.06).verdict).toBe('extend');
    expect(under('bh', 0.06).because).toContain('corrected for that');
    expect([under('bh', 0.04), under('bh', null), under('holm', 0.06)].map(({ verdict }) => verdict)).toEqual([
      'scale',
      'scale',
      'scale',
    ]);
  });

  it('goes by the interval that the plan’s way of looking keeps right', () => {
    const wide = { absolute: ends(-0.01, 0.05), relative: ends(-0.05, 0.25) };
    const of = (over: Partial<MetricResult>) => ruled([result(bought, ends(0.01, 0.03), over), fine]).verdict;
    expect(of({ alwaysValid: wide })).toBe('extend');
    expect(of({ planned: { ...wide, information: 0.5, z: 2.96, alphaSpent: 0.003, level: 0.997 } })).toBe('extend');
  });
});

describe('a guardrail', () => {
  const win = result(bought, ends(0.01, 0.03));

  it.each([
    ['breached beyond its margin stops, whatever the primary says', ends(0.021, 0.05), false, 'stop', true],
    ['not shown to hold extends', ends(0.005, 0.03), false, 'extend', false],
    ['that cannot be computed extends', ends(null, null), null, 'extend', false],
    ['shown to hold lets the primary decide', ends(0.001, 0.019), true, 'scale', false],
  ] as const)('%s', (_, range, nonInferior, verdict, harm) => {
    expect(told(ruled([win, result(left, range, { nonInferior })]))).toEqual([verdict, harm, 'call']);
  });

  it('stops where the primary is still withheld', () => {
    const early = result(bought, ends(null, null), { withheld: 'too few' });
    expect(ruled([early, result(left, ends(0.021, 0.05))])).toMatchObject({ verdict: 'stop', harm: true });
  });

  it('must hold by its own always-valid interval before the day of the decision, and once by the fixed test on it', () => {
    const guarded = result(left, ends(-0.01, 0.01), {
      alwaysValid: { absolute: ends(-0.02, 0.03), relative: ends(-0.1, 0.15) },
    });
    expect(ruled([win, guarded], [bought, left], 'before').verdict).toBe('extend');
    expect(ruled([win, guarded], [bought, left], 'due').verdict).toBe('scale');
  });

  it('is not spoken of where the plan has none, and counted where it has several', () => {
    expect(ruled([win], [bought]).because).toContain('names no guardrail');
    expect(ruled([win, fine]).because).toContain('the guardrail stays within its margin');
    const second: Metric = { ...left, id: 'returned' };
    expect(ruled([win, fine, result(second, ends(-0.01, 0.01))], [bought, left, second]).because).toContain(
      'all 2 guardrails stay within their margins',
    );
  });
});

describe('several treatments', () => {
  const both = ['call', 'mail'];
  const of = (call: Interval, mail: Interval, guard = fine) =>
    told(
      ruled(
        [result(bought, call), result(bought, mail, { treatment: 'mail' }), { ...guard, treatment: 'mail' }],
        [bought, left],
        'due',
        both,
      ),
    );

  it('scale names the better of those that qualify', () => {
    expect(of(ends(0.01, 0.03), ends(0.02, 0.06))).toEqual(['scale', false, 'mail']);
    expect(of(ends(0.01, 0.03), ends(-0.01, 0.06))).toEqual(['scale', false, 'call']);
  });

  it('a breached guardrail takes out its own treatment only', () => {
    expect(of(ends(0.01, 0.03), ends(0.02, 0.06), result(left, ends(0.03, 0.05)))).toEqual(['scale', false, 'call']);
  });

  it('stop needs all of them', () => {
    expect(of(ends(-0.04, -0.01), ends(-0.01, 0.06))).toEqual(['extend', false, 'mail']);
    expect(of(ends(-0.04, -0.01), ends(-0.05, -0.02))).toEqual(['stop', true, 'call']);
  });
});
