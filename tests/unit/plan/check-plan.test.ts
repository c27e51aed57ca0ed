import { describe, expect, it } from 'vitest';
import { explainIssues } from '#shared/api/explain.ts';
import { checkPlan, sealProblems } from '#shared/plan/check-plan.ts';
import { type KnownRecords, namesOf, nothingKnown } from '#shared/plan/known-records.ts';
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
const known: KnownRecords = { ...nothingKnown, activities: namesOf(['order', 'cart']) };

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
    expect(checkPlan({ ...cartPlan, metrics }, nothingKnown)).toEqual([]);
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
    expect(sealProblems({ ...cartPlan, arms }, nothingKnown).map((problem) => problem.path)).toEqual([
      'arms[1].intervention',
    ]);
    expect(sealProblems({ ...cartPlan, arms, allocation: { method: 'imported', from: {} } }, nothingKnown)).toEqual([]);
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

describe('a name the records do not have', () => {
  const records: KnownRecords = {
    activities: namesOf(['order', 'cart']),
    traits: namesOf(['country', 'spend']),
    scores: namesOf(['nps']),
    armValues: namesOf(['Holdout', 'Reminder']),
    fields: () => namesOf(['amount', 'items']),
  };
  const primary = cartPlan.metrics[0]!;
  const told = (changed: Partial<Plan>) =>
    checkPlan({ ...cartPlan, ...changed }, records).map(({ path, sentence }) => `${path}: ${sentence}`);

  it('is told with its path and what is known, wherever a plan names something', () => {
    expect(told({ allocation: { method: 'stratified', seed: 1, strata: ['contry'] } })).toEqual([
      'allocation.strata[0]: no trait named "contry"; known: country, spend',
    ]);
    expect(told({ population: { where: { any: [{ trait: 'contry', is: 'CA' }] } } })).toEqual([
      'population.where.any[0]: no trait named "contry"; known: country, spend',
    ]);
    const covariates = ['spent', { id: 'x', kind: 'count' as const, of: { activity: 'oder' }, daysBefore: 9 }];
    expect(told({ analysis: { ...cartPlan.analysis, covariates } })).toEqual([
      'analysis.covariates[0]: no trait named "spent"; known: country, spend',
      'analysis.covariates[1].of: no activity named "oder"; known: cart, order',
    ]);
    const exclude = [{ reason: 'staff', where: { none: [{ trait: 'staf', is: true }] } }];
    expect(told({ population: { everyone: true, exclude } })).toEqual([
      'population.exclude[0].where.none[0]: no trait named "staf"; known: country, spend',
    ]);
    const sum = { ...primary, kind: 'sum' as const, of: { activity: 'order', field: 'itmes' } };
    expect(told({ metrics: [sum] })).toEqual([
      'metrics[0].of.field: no field of "order" named "itmes"; known: amount, items',
    ]);
  });

  it('of an outcome may come with a later export, when the plan says so', () => {
    const later = { ...primary, of: { trait: 'converted' } };
    expect(told({ metrics: [later] })[0]).toMatch(/^metrics\[0\].of: no trait named "converted"; .*"arrives": "later"/);
    expect(told({ metrics: [{ ...later, arrives: 'later' }] })).toEqual([]);
  });

  it('among the values of imported arms matters only where its arm would stay empty', () => {
    const from = (values: Record<string, string>) => told({ allocation: { method: 'imported', from: values } });
    expect(from({ Holdout: 'control', Remindr: 'reminder' })).toEqual([
      'allocation.from["Remindr"]: no customer has this value, so nobody is in the arm "reminder"; known: Holdout, Reminder',
    ]);
    expect(from({ Holdout: 'control', Reminder: 'reminder', Nudge: 'reminder' })).toEqual([]);
    expect(from({ Holdout: 'control' })).toEqual([
      'allocation.from: no value in the data names the arm "reminder"; known: Holdout, Reminder',
    ]);
  });

  it('and is needed at the start cannot be sealed, even while no record of its sort is there', () => {
    const allocation = { method: 'stratified' as const, seed: 1, strata: ['country'] };
    expect(sealProblems({ ...cartPlan, allocation }, { ...records, traits: namesOf([]) })).toEqual([
      { path: 'allocation.strata[0]', sentence: 'no trait named "country"; none is imported yet' },
    ]);
    expect(sealProblems({ ...cartPlan, allocation }, nothingKnown)).toEqual([]);
  });
});

describe('a plan with words no schema knows', () => {
  const told = (changed: object) => {
    const parsed = plan.safeParse({ ...cartPlan, ...changed });
    return parsed.success ? [] : explainIssues(parsed.error);
  };

  it.each([
    [{ allocation: { method: 'random' } }, 'allocation.method: must be one of stratified, hash, imported'],
    [
      { metrics: [{ ...cartPlan.metrics[0], kind: 'rate' }] },
      'metrics[0].kind: must be one of conversion, count, sum, mean, ratio, nps',
    ],
    [{ analysis: { ...cartPlan.analysis, sides: 3 } }, 'analysis.sides: must be one of 1, 2'],
    [{ analysis: { ...cartPlan.analysis, level: 2 } }, 'analysis.level: must be below 1'],
    [{ arms: cartPlan.arms.slice(1) }, 'arms: needs at least 2 entries'],
    [{ decision: { ...cartPlan.decision, decideBy: 'soon' } }, 'decision.decideBy: needs a date such as 2026-12-31'],
  ])('is told what it may say: %j', (changed, sentence) => {
    expect(told(changed)).toEqual([sentence]);
  });
});
