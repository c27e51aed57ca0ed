import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { figuresOf } from '#shared/lift/arm-figures.ts';
import { estimate } from '#shared/lift/estimate.ts';
import type { History } from '#shared/plan/history.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { planPower } from '#shared/plan/power.ts';
import { rehearsalDesign } from '#shared/rehearse/design.ts';
import { type KnownBefore, NOTHING_KNOWN } from '#shared/rehearse/known-before.ts';
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

function designOf(
  asked: Plan,
  metric: Metric,
  values: Float64Array,
  lift: number,
  known: KnownBefore = NOTHING_KNOWN,
  spread: Partial<History> = {},
) {
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
    ...spread,
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
  return { power, design: rehearsalDesign(plan, metric, past, known, power, lift) };
}

function played(
  analysis: Partial<Plan['analysis']>,
  metric: Metric,
  values: Float64Array,
  lift: number,
  runs: number,
  known: KnownBefore = NOTHING_KNOWN,
  spread: Partial<History> = {},
) {
  const asked = { ...template, analysis: { ...template.analysis, ...analysis } };
  const { power, design } = designOf(asked, metric, values, lift, known, spread);
  return { power, results: Array.from({ length: runs }, rehearsals(design, 11)) };
}

it.each([
  ['neither', {}, []],
  ['clusters', { cluster: Int32Array.from(rates.keys(), (i) => i >> 1), covariates: [rates] }, ['clusters']],
  ['covariates and strata', { covariates: [rates], stratum: Int32Array.from(rates, Number) }, ['covariates', 'strata']],
] as const)('says what rehearsals reckon with: %s', (_, known, judged) => {
  const { design } = designOf(template, conversion, rates, 0.1, { ...NOTHING_KNOWN, ...known });
  const words = {
    text: catalogueOf('en').rehearsal,
    format: formatter({ locale: 'en-GB', timeZone: 'UTC', currency: null }),
  };
  const { notes } = tallied(tally(design, [], words));
  const said = Object.entries(words.text.judged).filter(([, sentence]) => notes.includes(sentence));
  expect(said.map(([name]) => name)).toEqual(judged);
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

describe('a rehearsal by the sealed method', () => {
  /** Households of one to seven, alike among themselves. */
  const cluster = Int32Array.from(rates.keys(), (i) => Math.floor(i / 4) + (i % 9 === 0 ? 1 : 0));
  const luck = drawsFrom(17);
  const lucky = Array.from({ length: 1502 }, () => 0.6 * luck.unit());
  const ofHouseholds = Float64Array.from(cluster, (at) => (luck.unit() < (lucky[at] ?? 0) * 0.7 ? 1 : 0));
  const clusters: KnownBefore = { ...NOTHING_KNOWN, cluster };
  const before = Float64Array.from(totals, (total) => total + 40 * luck.unit());
  const foretold: KnownBefore = { ...NOTHING_KNOWN, covariates: [centred(before)] };
  const stratified: KnownBefore = {
    ...NOTHING_KNOWN,
    stratum: Int32Array.from(totals, (total) => Math.ceil(total / 25)),
  };
  const within = 5 * Math.sqrt((0.05 * 0.95) / 1500);

  it.each([
    ['clusters', conversion, ofHouseholds, clusters],
    ['covariates', revenue, totals, foretold],
    ['strata', revenue, totals, stratified],
  ])('keeps the planned level: %s', (_, metric, values, known) => {
    const { results } = played({ peeking: 'none' }, metric, values, 0.1, 1500, known);
    expect(Math.abs(share(results, (one) => one.falseAlarm) - 0.05)).toBeLessThan(within);
  });

  it('sees less where whole clusters of like customers are split, as often as the power calculation says', () => {
    const designEffect = 1 + 2.9 * intraclass(ofHouseholds, cluster);
    const reckoned = played({ peeking: 'none' }, conversion, ofHouseholds, 0.1, 1, clusters, { designEffect });
    const lift = reckoned.power.atDecision.relative ?? 0;
    const seen = (known: KnownBefore) =>
      share(
        played({ peeking: 'none' }, conversion, ofHouseholds, lift, 800, known, { designEffect }).results,
        (one) => one.seenAfter !== null,
      );
    expect(seen(clusters)).toBeGreaterThan(0.7);
    expect(seen(clusters)).toBeLessThan(0.88);
    expect(seen(NOTHING_KNOWN)).toBeGreaterThan(seen(clusters) + 0.03);
  });

  it.each([
    ['covariates', foretold],
    ['strata', stratified],
  ])('sees more where %s foretell the outcome', (_, known) => {
    const seen = (given: KnownBefore) =>
      share(played({ peeking: 'none' }, revenue, totals, 0.1, 300, given).results, (one) => one.seenAfter !== null);
    expect(seen(known)).toBeGreaterThan(seen(NOTHING_KNOWN) + 0.2);
  });
});

function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (value - mean) / sd);
}

/** The mean product of the deviations of two customers of a cluster, over their variance. */
function intraclass(values: Float64Array, cluster: Int32Array): number {
  const deviations = centred(values);
  const [sum, squares, n] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  for (const [i, at] of cluster.entries()) {
    const one = deviations[i] ?? 0;
    sum.set(at, (sum.get(at) ?? 0) + one);
    squares.set(at, (squares.get(at) ?? 0) + one * one);
    n.set(at, (n.get(at) ?? 0) + 1);
  }
  let [products, pairs] = [0, 0];
  for (const [at, total] of sum) {
    products += total ** 2 - (squares.get(at) ?? 0);
    pairs += (n.get(at) ?? 0) * ((n.get(at) ?? 0) - 1);
  }
  return products / pairs;
}

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
      const found = standing(metric.kind, running(control), running(treatment));
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
