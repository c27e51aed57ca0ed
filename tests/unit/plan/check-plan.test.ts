import { describe, expect, it } from 'vitest';
import { explainIssues } from '#shared/api/explain.ts';
import { checkPlan, sealProblems } from '#shared/plan/check-plan.ts';
import { type Plan, plan } from '#shared/plan/plan.ts';
import { planHash } from '#shared/plan/plan-hash.ts';

const cartPlan: Plan = {
  hypothesis: 'A reminder brings customers back.',
  population: { trigger: { activity: 'cart', unless: { activity: 'order', withinHours: 1 } } },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'reminder', role: 'treatment', weight: 1, intervention: { channel: 'email', message: 'Your cart' } },
  ],
  allocation: { method: 'stratified', seed: 42 },
  metrics: [
    {
      id: 'recovered',
      role: 'primary',
      kind: 'conversion',
      of: { activity: 'order' },
      windowDays: 7,
      better: 'higher',
    },
  ],
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'recovered', relativeLiftAtLeast: 0.1 }, decideBy: '2026-12-31' },
};
const known = { activities: ['order', 'cart'], traits: [] };

describe('a plan', () => {
  it('has one hash whatever the order of its keys', () => {
    const turned = Object.fromEntries(Object.entries(cartPlan).reverse()) as Plan;
    expect(planHash(turned)).toBe(planHash(cartPlan));
    expect(planHash({ ...cartPlan, hypothesis: 'Other.' })).not.toBe(planHash(cartPlan));
  });

  it('that names an unknown activity is told the path and the known ones', () => {
    const metrics = [...cartPlan.metrics, { ...cartPlan.metrics[0]!, id: 'two', of: { activity: 'oder' } }];
    const [problem] = checkPlan({ ...cartPlan, metrics }, known);
    expect(`${problem?.path}: ${problem?.sentence}`).toBe(
      'metrics[1].of: no activity named "oder"; known: cart, order',
    );
  });

  it('may name any activity before anything is imported', () => {
    const metrics = [{ ...cartPlan.metrics[0]!, of: { activity: 'oder' } }];
    expect(checkPlan({ ...cartPlan, metrics }, { activities: [], traits: [] })).toEqual([]);
  });

  it('needs one control, unique ids, a margin for guardrails and a primary metric that decides', () => {
    const broken: Plan = {
      ...cartPlan,
      arms: cartPlan.arms.map((arm) => ({ ...arm, id: 'x', role: 'treatment' })),
      metrics: [{ ...cartPlan.metrics[0]!, role: 'guardrail' }],
    };
    expect(checkPlan(broken, known).map((problem) => problem.path)).toEqual([
      'arms',
      'arms[1].id',
      'metrics',
      'metrics[0].margin',
      'decision.scaleIf.metric',
    ]);
  });

  it('cannot be sealed while a treatment assigned here has no intervention; imported arms may do without', () => {
    const arms = cartPlan.arms.map(({ id, role, weight }) => ({ id, role, weight }));
    expect(sealProblems({ ...cartPlan, arms }).map((problem) => problem.path)).toEqual(['arms[1].intervention']);
    expect(sealProblems({ ...cartPlan, arms, allocation: { method: 'imported', from: {} } })).toEqual([]);
  });

  it('that does not fit its schema is told the path', () => {
    const wrong = { ...cartPlan, metrics: [{ ...cartPlan.metrics[0], windowDays: 'seven' }], extra: 1 };
    const parsed = plan.safeParse(wrong);
    expect(parsed.success ? [] : explainIssues(parsed.error)).toEqual([
      'metrics[0].windowDays: expected number, received string',
      'unknown field "extra"',
    ]);
    const population = { trigger: { activity: 'cart', unless: { activity: 'order' } } };
    const inner = plan.safeParse({ ...cartPlan, population });
    expect(inner.success ? [] : explainIssues(inner.error)).toEqual([
      'population.trigger.unless.withinHours: expected number, but it is missing',
    ]);
  });
});
