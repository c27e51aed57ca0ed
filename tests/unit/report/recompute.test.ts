import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { computeLift } from '#shared/lift/compute-lift.ts';
import type { Interval, MetricResult } from '#shared/lift/lift-result.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { recomputeSection } from '#shared/report/section/recompute.ts';
import { storyOf } from '#shared/report/story.ts';
import { runCalc } from '#shared/stats/calc/run.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';
import { madeUpRecords } from '../../fixtures/made-up-records.ts';
import { stories } from './stories.ts';

/** What a spreadsheet makes of the arithmetic in a formula; ^ is its power. */
const worth = (formula: string): number => {
  expect(formula).toMatch(/^=[\d.+\-*/^()]+$/);
  return Number(new Function(`return ${formula.slice(1).replaceAll('^', '**')}`)());
};

const base: Plan = {
  hypothesis: '',
  population: { everyone: true },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'reminder', role: 'treatment', weight: 1 },
  ],
  allocation: { method: 'hash', seed: 1 },
  metrics: [],
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'm', relativeLiftAtLeast: 0.1 }, decideBy: '2026-10-01' },
};
const of = (changed: Partial<Metric>): Metric => ({
  id: 'm',
  role: 'primary',
  kind: 'sum',
  of: { activity: 'order', field: 'amount' },
  windowDays: 7,
  better: 'higher',
  ...changed,
});
const sum = of({});
const rate = of({ kind: 'conversion', of: { activity: 'order' } });
const ratio = of({ kind: 'ratio', per: { activity: 'order' } });
const nps = of({ kind: 'nps', of: { score: 'nps' }, windowDays: undefined });
const anew = (metric: Metric, analysis: Partial<Plan['analysis']> = {}, allocation = base.allocation): Plan => ({
  ...base,
  allocation,
  metrics: [metric],
  analysis: { ...base.analysis, ...analysis },
});
const always = { peeking: 'always-valid', expectedN: 900 } as const;
const looks: Partial<Plan['analysis']> = {
  peeking: 'planned',
  looks: ['2026-09-20', '2026-12-01'],
  expectedN: 1200,
};
const byStore: Plan['allocation'] = { method: 'hash', seed: 1, cluster: { trait: 'store' } };
const byStratum: Plan['allocation'] = { method: 'stratified', seed: 1, strata: ['channel'] };

/** What the recompute section of a report on made-up records says of the headline. */
function told(plan: Plan): { metric: MetricResult; formulas: string[][]; commands: string[] } {
  const customers = Array.from({ length: 600 }, (_, i) => i);
  const treated = (i: number) => Math.floor(i / 5) % 2;
  const orders = customers.filter((i) => (i * 7919) % 101 < 40 + 14 * treated(i));
  const lift = computeLift(
    {
      plan,
      sha256: 'seal',
      amendments: 0,
      asOf: Date.parse('2026-10-02'),
      looks: 1,
      currency: null,
      fingerprint: '',
      text: catalogueOf('en').lift,
      format: formatter({ locale: 'en-GB', timeZone: 'UTC', currency: null }),
    },
    madeUpRecords({
      customers: customers.map((i) => i + 1),
      arms: customers.map((i) => ({
        customer: i + 1,
        arm: treated(i) ? 'reminder' : 'control',
        at: '2026-09-01',
        stratum: `channel ${i % 3}`,
      })),
      activities: {
        order: orders.map((i) => ({ customer: i + 1, at: '2026-09-03T12:00Z', value: 20 + ((i * 631) % 97) })),
        visit: orders.map((i) => ({ customer: i + 1, at: '2026-08-03T12:00Z', value: 1 })),
      },
      traits: {
        store: customers.map((i): [number, number] => [i + 1, Math.floor(i / 5)]),
        before: customers.map((i): [number, number] => [i + 1, (i * 7919) % 101]),
      },
      scores: { nps: customers.map((i) => ({ customer: i + 1, at: '2026-09-20T00:00Z', value: (i * 31) % 11 })) },
    }),
  );
  const { planState } = stories.win;
  const { blocks } = recomputeSection(storyOf({ ...stories.win, lift, planState: { ...planState, plan } }));
  const codes = blocks.flatMap((block) => (block.kind === 'code' ? [block.text] : []));
  const [metric] = lift.metrics;
  if (metric === undefined) throw new Error('the plan has its metric');
  return {
    metric,
    formulas: codes.filter((code) => code.startsWith('=')).map((code) => code.split('\n')),
    commands: codes.filter((code) => code.startsWith('echo ')),
  };
}

const figures = ({ estimate, lower, upper }: Interval) => [estimate, lower, upper].filter((one) => one !== null);

describe('the headline’s recipe', () => {
  it.each<[string, Plan]>([
    ['a mean', anew(sum)],
    ['a mean of a one-sided plan', anew(sum, { sides: 1, level: 0.9 })],
    ['an always-valid mean', anew(sum, always)],
    ['a mean at a planned look', anew(sum, looks)],
    ['a ratio of totals', anew(ratio, always)],
    ['an NPS', anew(nps)],
    ['clusters', anew(sum, always, byStore)],
    ['a rate of clusters', anew(rate, {}, byStore)],
    ['a ratio of clusters', anew(ratio, {}, byStore)],
    ['covariates', anew(sum, { ...always, covariates: ['before'] })],
    ['covariates and strata', anew(rate, { covariates: ['before'] }, byStratum)],
  ])('gives exactly the printed figures in a spreadsheet: %s', (_, plan) => {
    const { metric, formulas } = told(plan);
    const printed = [metric, ...((metric.alwaysValid ?? metric.planned) ? [metric.alwaysValid ?? metric.planned] : [])];
    expect(printed[0]?.absolute.lower).not.toBeNull();
    expect(formulas).toHaveLength(printed.length);
    for (const [i, lines] of formulas.entries()) {
      const shown = printed[i];
      if (!shown) continue;
      const expected = [...figures(shown.absolute), ...figures(shown.relative)];
      expect(lines.map(worth)).toEqual(expected.map((value) => expect.closeTo(value, 8)));
    }
  });

  it.each<[string, Plan]>([
    ['a rate', anew(rate)],
    ['a rate of a one-sided plan', anew(rate, { sides: 1, level: 0.9 })],
    ['an always-valid rate', anew(rate, always)],
    ['a rate at a planned look', anew(rate, looks)],
    ['a mean', anew(sum)],
    ['an NPS', anew(nps)],
  ])('gives exactly the printed figures on the command line: %s', (_, plan) => {
    const { metric, commands } = told(plan);
    const answers = commands.map((command) => {
      const [, input = '', method = ''] = /^echo '(.*)' \| pilotlight calc ([\w-]+)$/.exec(command) ?? [];
      const found = runCalc(method, JSON.parse(input));
      return found.kind === 'error' ? found.reason : found.output;
    });
    const close = ({ estimate, lower, upper }: Interval) => ({
      estimate: estimate === null ? null : expect.closeTo(estimate, 9),
      lower: lower === null ? null : expect.closeTo(lower, 9),
      upper: upper === null ? null : expect.closeTo(upper, 9),
    });
    const lift =
      metric.kind === 'conversion'
        ? { relative: expect.objectContaining(close(metric.relative)) }
        : close(metric.relative);
    const deciding = metric.basis === null ? (metric.alwaysValid ?? metric.planned) : null;
    expect(answers).toEqual([
      expect.objectContaining(close(metric.absolute)),
      expect.objectContaining(lift),
      ...(deciding === null ? [] : [expect.objectContaining(close(deciding.absolute))]),
    ]);
  });

  it('comes close by a plain normal interval where a rate’s own has no formula', () => {
    const { metric, formulas } = told(anew(rate));
    const [difference, lift, lower, upper] = formulas[0]?.map(worth) ?? [];
    expect(difference).toBeCloseTo(metric.absolute.estimate ?? Number.NaN, 12);
    expect(lift).toBeCloseTo(metric.relative.estimate ?? Number.NaN, 12);
    expect(lower).toBeCloseTo(metric.absolute.lower ?? Number.NaN, 2);
    expect(upper).toBeCloseTo(metric.absolute.upper ?? Number.NaN, 2);
  });
});
