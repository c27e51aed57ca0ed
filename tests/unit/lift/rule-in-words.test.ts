import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import type { MetricResult } from '#shared/lift/lift-result.ts';
import { rule } from '#shared/lift/verdict.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { ruleInWords } from '#shared/plan/rule-words.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';

const format = formatter({ locale: 'en-GB', timeZone: 'UTC', currency: null });
const text = catalogueOf('en');

function planOf(threshold: number, better: Metric['better']): Plan {
  return {
    hypothesis: '',
    population: { everyone: true },
    arms: [
      { id: 'control', role: 'control', weight: 1 },
      { id: 'call', role: 'treatment', weight: 1 },
    ],
    allocation: { method: 'imported', from: {} },
    metrics: [{ id: 'bought', role: 'primary', kind: 'conversion', of: { trait: 'bought' }, better }],
    analysis: { level: 0.95, sides: 2, peeking: 'none' },
    decision: { scaleIf: { metric: 'bought', relativeLiftAtLeast: threshold }, decideBy: '2026-10-01' },
  };
}

/** What the rule says of a relative range, on a control rate of 0.2. */
function verdictOf(plan: Plan, [estimate, one, other]: readonly [estimate: number, one: number, other: number]) {
  const relative = { estimate, lower: Math.min(one, other), upper: Math.max(one, other) };
  const [metric] = plan.metrics;
  if (metric === undefined) throw new Error('the plan has its metric');
  const result: MetricResult = {
    id: metric.id,
    name: metric.id,
    role: 'primary',
    kind: 'conversion',
    better: metric.better,
    margin: null,
    windowDays: null,
    unit: 'rate',
    treatment: 'call',
    arms: [],
    absolute: { estimate: estimate / 5, lower: relative.lower / 5, upper: relative.upper / 5 },
    relative,
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
    nonInferior: null,
    withheld: null,
    uncapped: null,
    course: [],
    sentence: '',
  };
  return rule(plan, [result], 'due', { text: text.lift, format }).verdict;
}

/** The lifts a sentence names, as fractions. */
function liftsIn(sentence: string): number[] {
  const written = sentence.replaceAll('\u2212', '-').matchAll(/([+-]?[\d.]+)\s%/g);
  return Array.from(written, ([, figure]) => Number(figure) / 100);
}

const said = (plan: Plan) => ruleInWords(plan, { text: text.rule, format });
const lonely = (figures: readonly number[]) => figures[0] ?? expect.fail('the sentence names a lift');

describe.each([
  ['higher', 1],
  ['lower', -1],
] as const)('where %s is better, the rule rules as it was told', (better, sign) => {
  const TINY = 1e-9;

  it('at the edges, by the very figures its sentences name', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 20_000 }), (hundredths) => {
        const plan = planOf(hundredths / 10_000, better);
        const { scale, stop, edges } = said(plan);
        const [threshold, under, small] = [scale, edges[0] ?? '', edges[1] ?? ''].map((one) => lonely(liftsIn(one)));
        if (threshold === undefined || under === undefined || small === undefined) return;
        expect(lonely(liftsIn(stop))).toBe(threshold);
        // "An estimate of this is extend, however clear it is of zero, while more is possible."
        expect(verdictOf(plan, [under, sign * TINY, under + sign])).toBe('extend');
        // "A range that ends at this is stop, even if all of it is better than zero."
        expect(verdictOf(plan, [small / 2, sign * TINY, small])).toBe('stop');
        // Nobody reads one and the same figure as good enough and as too little.
        expect(sign * under).toBeLessThan(sign * threshold);
      }),
    );
  });

  it('just at and just below its threshold, and on the worse side', () => {
    const plan = planOf(0.1, better);
    const told = (...ends: readonly [number, number, number]) => {
      const [estimate, one, other] = ends;
      return verdictOf(plan, [sign * estimate, sign * one, sign * other]);
    };
    expect(told(0.1, 0.01, 0.19)).toBe('scale');
    expect(told(0.1 - TINY, 0.01, 0.19)).toBe('extend');
    expect(told(0.15, 0, 0.3)).toBe('extend');
    expect(told(0.05, 0.01, 0.1)).toBe('extend');
    expect(told(0.05, 0.01, 0.1 - TINY)).toBe('stop');
    expect(told(-0.05, -0.1, -TINY)).toBe('stop');
  });

  it('and names no edge below a threshold too small to have one', () => {
    expect(said(planOf(0.001, better)).edges).toEqual([]);
    expect(said(planOf(0, better)).edges).toEqual([]);
  });
});
