import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { figuresOf } from '#shared/lift/arm-figures.ts';
import { estimate } from '#shared/lift/estimate.ts';
import type { History } from '#shared/plan/history.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { planPower } from '#shared/plan/power.ts';
import { rehearsalDesign } from '#shared/rehearse/design.ts';
import { type Rehearsed, rehearsals } from '#shared/rehearse/rehearsal.ts';
import type { RehearsalResult } from '#shared/rehearse/rehearsal-result.ts';
import { emptyArm, type RunningArm, standing } from '#shared/rehearse/running-arm.ts';
import { tally } from '#shared/rehearse/tally.ts';
import { drawsFrom } from '#shared/stats/chance.ts';
import { templateById } from '#shared/template/templates.ts';
import { catalogueOf } from '#shared/text/catalogue.ts';

const template = templateById('abandoned-cart')?.plan as Plan;
const conversion = template.metrics[0] as Metric;
const revenue = { ...(template.metrics[1] as Metric), role: 'primary' as const, cap: undefined };
const draws = drawsFrom(7);
const rates = Float64Array.from({ length: 6000 }, () => (draws.unit() < 0.2 ? 1 : 0));
const totals = Float64Array.from({ length: 6000 }, () => (draws.unit() < 0.2 ? 20 + 80 * draws.unit() : 0));

function designOf(asked: Plan, metric: Metric, values: Float64Array, lift: number) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  const start = Date.parse('2026-08-01');
  const history: History = {
    source: 'before',
    n: values.length,
    mean,
    sd,
    varianceLeft: 1,
    designEffect: 1,
    pool: 0,
    arrivalsPerWeek: 500,
    arrivalWeeks: null,
    start,
  };
  const scaleIf = { metric: metric.id, relativeLiftAtLeast: 0.1 };
  const plan = {
    ...asked,
    metrics: [metric],
    decision: { scaleIf, decideBy: '2026-10-03' },
  };
  const power = planPower(plan, metric, history);
  if (power.kind === 'error') throw new Error(power.reason);
  const past = { history, sample: { values, per: null } };
  return { power, design: rehearsalDesign(plan, metric, past, power, lift) };
}

function played(analysis: Partial<Plan['analysis']>, metric: Metric, values: Float64Array, lift: number, runs: number) {
  const asked = { ...template, analysis: { ...template.analysis, ...analysis } };
  const { power, design } = designOf(asked, metric, values, lift);
  return { power, results: Array.from({ length: runs }, rehearsals(design, 11)) };
}

it.each([
  ['neither clusters nor covariates', {}, {}, null],
  ['clusters', { cluster: { trait: 'store' } }, { covariates: ['visits'] }, 'clusters'],
  ['covariates', {}, { covariates: ['visits'] }, 'covariates'],
] as const)('tells apart what rehearsals leave aside: %s', (_, allocation, analysis, leftAside) => {
  const plan: Plan = {
    ...template,
    allocation: { method: 'hash', seed: 1, ...allocation },
    analysis: {
      ...template.analysis,
      ...analysis,
      covariates: [...('covariates' in analysis ? analysis.covariates : [])],
    },
  };
  const design = designOf(plan, conversion, rates, 0.1).design;
  expect(design.leftAside).toBe(leftAside);
  const words = {
    text: catalogueOf('en').rehearsal,
    format: formatter({ locale: 'en-GB', timeZone: 'UTC', currency: null }),
  };
  const { notes } = tallied(tally(design, [], words));
  const said = Object.values(words.text.leftAside).filter((sentence) => notes.includes(sentence));
  expect(said).toEqual(leftAside === null ? [] : [words.text.leftAside[leftAside]]);
});

function tallied(result: RehearsalResult) {
  return result.kind === 'rehearsed' ? result : expect.fail(result.sentence);
}

function share(results: readonly Rehearsed[], is: (one: Rehearsed) => boolean): number {
  return results.filter(is).length / results.length;
}

describe('a rehearsal without any lift', () => {
  it.each([
    ['a rate', conversion, rates],
    ['revenue', revenue, totals],
  ])('raises false alarms at the planned level for %s and a single look', (_, metric, values) => {
    const { results } = played({ peeking: 'none' }, metric, values, 0.1, 2000);
    const alarms = share(results, (one) => one.falseAlarm);
    // Five binomial standard errors either way.
    expect(Math.abs(alarms - 0.05)).toBeLessThan(5 * Math.sqrt((0.05 * 0.95) / 2000));
  });

  it('stays under the level however often an always-valid plan is looked at, where an ordinary interval does not', () => {
    const { results } = played({ peeking: 'always-valid' }, conversion, rates, 0.1, 500);
    expect(share(results, (one) => one.falseAlarm)).toBeLessThan(0.05);
    expect(share(results, (one) => one.naiveAlarm)).toBeGreaterThan(0.15);
  });

  it('spends the level over planned looks', () => {
    const looks = ['2026-09-01', '2026-09-15', '2026-10-03'];
    const { results } = played({ peeking: 'planned', looks }, conversion, rates, 0.1, 2000);
    const alarms = share(results, (one) => one.falseAlarm);
    expect(Math.abs(alarms - 0.05)).toBeLessThan(5 * Math.sqrt((0.05 * 0.95) / 2000));
  });
});

describe('a rehearsal with a planted lift', () => {
  it.each([
    ['better is higher', conversion, rates],
    ['better is lower', { ...conversion, better: 'lower' as const }, rates],
  ])('sees what the power calculation says it sees in 8 of 10, where %s', (_, metric, values) => {
    const lift = played({ peeking: 'none' }, metric, values, 0.1, 1).power.atDecision.relative ?? 0;
    const { results } = played({ peeking: 'none' }, metric, values, lift, 1500);
    const seen = share(results, (one) => one.seenAfter !== null);
    // Five binomial standard errors either way.
    expect(Math.abs(seen - 0.8)).toBeLessThan(5 * Math.sqrt((0.8 * 0.2) / 1500));
  });

  it('sees a large lift always, early, and says when', () => {
    const { results } = played({ peeking: 'always-valid' }, revenue, totals, 1, 100);
    expect(share(results, (one) => one.seenAfter !== null && one.scaled)).toBe(1);
    expect(Math.max(...results.map((one) => one.seenAfter ?? 99))).toBeLessThan(7);
  });

  it('is the same again with the same seed', () => {
    const [once, again] = [1, 2].map(() => played({ peeking: 'always-valid' }, conversion, rates, 0.2, 50).results);
    expect(again).toEqual(once);
  });
});

describe('the running comparison', () => {
  it.each([
    ['conversion', conversion],
    ['sum', revenue],
    ['ratio', { ...revenue, kind: 'ratio' as const }],
  ])('decides as the interval of the lift does: %s', (_, metric) => {
    const chance = drawsFrom(23);
    const seen = { outside: 0, inside: 0 };
    for (let round = 0; round < 200; round++) {
      const drawn = [0.2, 0.25].map((rate) => {
        const n = 200 + chance.index(400);
        const hits = Array.from({ length: n }, () => chance.unit() < rate);
        const values = Float64Array.from(hits, (hit) =>
          !hit ? 0 : metric.kind === 'conversion' ? 1 : 9 + chance.unit(),
        );
        const per = metric.kind === 'ratio' ? Float64Array.from(hits, () => 1 + chance.index(3)) : null;
        return { values, per, closes: new Float64Array(n), rows: Int32Array.from(hits.keys()) };
      });
      const [control, treatment] = drawn as [(typeof drawn)[0], (typeof drawn)[0]];
      const asked = { level: 0.95, alternative: 'two-sided' as const };
      const critical = 2.5;
      const { lower, upper } = estimate(metric.kind, figuresOf(control, null), figuresOf(treatment, null), asked).at(
        critical,
      ).absolute;
      const found = standing(metric.kind, running(control), running(treatment), 1);
      const excludes = (lower ?? -1) > 0 || (upper ?? 1) < 0;
      expect(Math.abs(found?.z ?? 0) > critical).toBe(excludes);
      seen[excludes ? 'outside' : 'inside'] += 1;
    }
    expect(Math.min(seen.outside, seen.inside)).toBeGreaterThan(3);
  });
});

function running({ values, per }: { values: Float64Array; per: Float64Array | null }): RunningArm {
  const arm = emptyArm();
  for (const [i, value] of values.entries()) {
    const below = per?.[i] ?? 0;
    arm.n += 1;
    if (value !== 0) arm.nonZero += 1;
    arm.sum += value;
    arm.squares += value * value;
    arm.perSum += below;
    arm.perSquares += below * below;
    arm.products += value * below;
  }
  return arm;
}
