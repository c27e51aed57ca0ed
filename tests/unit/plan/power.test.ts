import { describe, expect, it } from 'vitest';
import { analysedAfter, weeksUntil } from '#shared/plan/enrolment.ts';
import type { History } from '#shared/plan/history.ts';
import { lookInformation, plannedPrice } from '#shared/plan/looking.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { type PlanPower, planPower } from '#shared/plan/power.ts';
import { templateById } from '#shared/template/templates.ts';

const template = templateById('abandoned-cart')?.plan as Plan;
const metric = template.metrics[0]!;
const history: History = {
  source: 'before',
  n: 5000,
  mean: 0.1,
  sd: 0.3,
  varianceLeft: 1,
  designEffect: 1,
  pool: 0,
  arrivalsPerWeek: 2000,
  arrivalWeeks: null,
  start: Date.parse('2026-08-01'),
};

function withAnalysis(change: Partial<Plan['analysis']>): Plan {
  return { ...template, analysis: { ...template.analysis, ...change } };
}

function powerFor(plan: Plan, past: History = history, of = metric): PlanPower {
  const found = planPower(plan, of, past);
  if (found.kind === 'error') throw new Error(found.reason);
  return found;
}

describe('what a plan needs', () => {
  it('agrees with R for a single look: power.prop.test(p1 = 0.10, p2 = 0.11, power = 0.8) gives 14,750.79', () => {
    const found = powerFor(withAnalysis({ peeking: 'none' }));
    expect(found.needed?.byArm).toEqual({ control: 14_751, reminder: 14_751 });
    expect(found.timesFixed).toBeCloseTo(1, 9);
  });

  it('takes 1.9 times as many for looks at any time, by the width of the sequence at the planned N', () => {
    const found = powerFor(withAnalysis({ peeking: 'always-valid' }));
    expect(found.timesFixed).toBeCloseTo(((3.03517 + 0.84162) / (1.95996 + 0.84162)) ** 2, 3);
  });

  it('takes even more where the sequence is tuned to another N than the pilot needs', () => {
    const tuned = powerFor(withAnalysis({ peeking: 'always-valid' }));
    const early = powerFor(withAnalysis({ peeking: 'always-valid', expectedN: 2000 }));
    expect(early.needed?.total).toBeGreaterThan(tuned.needed?.total ?? 0);
  });

  it('stays within reason where the sequence is tuned to far fewer or far more than the pilot needs', () => {
    const { needed } = powerFor(withAnalysis({ peeking: 'always-valid' }));
    for (const expectedN of [50, 11_281, 5_000_000]) {
      const tuned = powerFor(withAnalysis({ peeking: 'always-valid', expectedN })).needed?.total ?? 0;
      expect(tuned / (needed?.total ?? 1)).toBeGreaterThanOrEqual(1 - 1e-6);
      expect(tuned / (needed?.total ?? 1)).toBeLessThan(8);
    }
  });

  it('takes a little more for planned looks: five even ones need 1.025 times the sample', () => {
    const price = plannedPrice({ level: 0.95, alternative: 'two-sided', null: 0 }, [0.2, 0.4, 0.6, 0.8, 1], 0.8);
    expect(price.kind === 'computed' ? price.inflation : null).toBeCloseTo(1.0247, 3);
    const looks = ['2026-09-15', '2026-10-01', '2026-10-15'];
    const found = powerFor(withAnalysis({ peeking: 'planned', looks }));
    expect(found.timesFixed).toBeGreaterThan(1.005);
    expect(found.timesFixed).toBeLessThan(1.1);
    expect(lookInformation(withAnalysis({ looks }), history.start, 7).at(-1)).toBe(1);
  });

  it('gives each arm what its weight asks for', () => {
    const arms = template.arms.map((arm) => (arm.role === 'control' ? arm : { ...arm, weight: 4 }));
    const even = powerFor(withAnalysis({ peeking: 'none' }));
    const uneven = powerFor({ ...withAnalysis({ peeking: 'none' }), arms });
    const { control = 0, reminder = 0 } = uneven.needed?.byArm ?? {};
    expect(reminder / control).toBeCloseTo(4, 3);
    expect(uneven.needed?.total).toBeGreaterThan(even.needed?.total ?? 0);
  });

  it('needs the same customers for the mirror image: fewer of a rate of 90 % as more of 10 %', () => {
    const plan = withAnalysis({ peeking: 'none' });
    const scaleIf = { metric: metric.id, relativeLiftAtLeast: 0.01 / 0.9 };
    const mirrored = { ...plan, decision: { ...plan.decision, scaleIf } };
    const found = powerFor(mirrored, { ...history, mean: 0.9 }, { ...metric, better: 'lower' });
    expect(found.needed?.byArm.control).toBe(14_751);
  });

  it('says whether the threshold is seen by the decision, and the curve agrees with what is needed', () => {
    const plan = withAnalysis({ peeking: 'none' });
    expect(powerFor(plan).sees).toBe(false);
    const quick = powerFor(plan, { ...history, arrivalsPerWeek: 4000 });
    expect(quick.sees).toBe(true);
    const enough = quick.mde.find(({ n }) => n >= (quick.needed?.total ?? 0));
    const before = quick.mde.filter(({ n }) => n < (quick.needed?.total ?? 0)).at(-1);
    expect(enough?.relative).toBeLessThanOrEqual(0.1);
    expect(before?.relative).toBeGreaterThan(0.1);
  });

  it('names no number where the threshold is no lift or lies above 100 %', () => {
    const plan = withAnalysis({ peeking: 'none' });
    const ask = (lift: number) =>
      powerFor({ ...plan, decision: { ...plan.decision, scaleIf: { metric: metric.id, relativeLiftAtLeast: lift } } });
    expect(ask(0).needed).toBeNull();
    expect(ask(20)).toMatchObject({ needed: null, sees: false });
    expect(ask(20).whyNot).toMatch(/between 0 and 1/);
  });
});

describe('how customers come', () => {
  it('waits for the window, then counts the pool and what arrives', () => {
    const enrolment = { pool: 100, arrivalsPerWeek: 50, arrivalWeeks: null, windowDays: 14 };
    expect([1, 2, 4].map((week) => analysedAfter(enrolment, week))).toEqual([0, 100, 200]);
    expect(weeksUntil(enrolment, 200)).toBe(4);
  });

  it('knows that too few come where nobody new arrives', () => {
    const enrolment = { pool: 100, arrivalsPerWeek: 50, arrivalWeeks: 2, windowDays: 14 };
    expect(analysedAfter(enrolment, 50)).toBe(200);
    expect(weeksUntil(enrolment, 201)).toBeNull();
  });
});
