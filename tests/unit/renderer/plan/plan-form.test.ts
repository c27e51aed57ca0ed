import { describe, expect, test } from 'vitest';
import { nothingKnown } from '#shared/plan/known-records.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { allocationOf, armValues } from '../../../../renderer/plan/allocation.ts';
import { withArm, withNewArm, withoutArm } from '../../../../renderer/plan/arms.ts';
import { covariatesOf, newCovariate, withCovariateKind, withCovariates } from '../../../../renderer/plan/covariates.ts';
import { withKind, withMetric } from '../../../../renderer/plan/metrics.ts';
import { placeWords } from '../../../../renderer/plan/place-words.ts';
import { comparableOf, conditionOf, groupOf, withWhere } from '../../../../renderer/plan/population.ts';
import { problemsIn, problemsOf } from '../../../../renderer/plan/problems.ts';
import { tidy } from '../../../../renderer/plan/tidy.ts';

const recovered: Metric = {
  id: 'recovered',
  name: 'Recovered carts',
  role: 'primary',
  kind: 'conversion',
  of: { activity: 'order' },
  windowDays: 7,
  better: 'higher',
};

const plan: Plan = {
  hypothesis: 'A reminder brings customers back.',
  population: { trigger: { activity: 'cart' } },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'reminder', role: 'treatment', weight: 1 },
  ],
  allocation: { method: 'imported', from: { Holdout: 'control', Reminder: 'reminder' } },
  metrics: [recovered],
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'recovered', relativeLiftAtLeast: 0.1 }, decideBy: '2026-12-31' },
};

const nothing = nothingKnown;

describe('arms', () => {
  test('a renamed arm takes its imported values along', () => {
    const renamed = withArm(plan, 1, { id: 'nudge', role: 'treatment', weight: 1 });
    expect(renamed.allocation).toEqual({ method: 'imported', from: { Holdout: 'control', Reminder: 'nudge' } });
  });

  test('a removed arm leaves no imported value behind that names it', () => {
    expect(withoutArm(plan, 1).allocation).toEqual({ method: 'imported', from: { Holdout: 'control' } });
  });

  test('new arms never share a name', () => {
    const ids = withNewArm(withNewArm(plan)).arms.map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('allocation', () => {
  test('another way of drawing keeps the seed', () => {
    expect(allocationOf('hash', { method: 'stratified', seed: 7, strata: ['country'] })).toEqual({
      method: 'hash',
      seed: 7,
    });
  });

  test('a value the plan names is shown even when no row has it yet', () => {
    const known = { activities: [], traits: [], scores: [], armValues: [{ value: 'Holdout', n: 3 }], customers: 3 };
    expect(armValues(known, { Holdout: 'control', Reminder: 'reminder' })).toEqual([
      { value: 'Holdout', n: 3 },
      { value: 'Reminder', n: 0 },
    ]);
  });
});

describe('metrics', () => {
  test('a renamed metric takes the decision along', () => {
    expect(withMetric(plan, 0, { ...recovered, id: 'returned' }).decision.scaleIf.metric).toBe('returned');
  });

  test('a total adds up an amount, and a share no longer does', () => {
    const total = withKind(recovered, 'sum');
    expect(total.of).toEqual({ activity: 'order', field: 'amount' });
    expect(withKind(total, 'conversion').of).toEqual({ activity: 'order' });
  });

  test('a kind that cannot be taken of activities asks for something else', () => {
    const score = withKind(recovered, 'nps');
    expect(score.of).toEqual({ score: '' });
    expect(problemsOf(tidy({ ...plan, metrics: [score] }), nothing)).toContainEqual({
      path: 'metrics[0].of.score',
      sentence: 'must not be empty',
    });
  });
});

describe('conditions', () => {
  test('a lone condition becomes a group of one, and a group stays what it was', () => {
    const lone = { trait: 'country', is: 'CA' };
    expect(conditionOf(groupOf(lone))).toEqual({ all: [lone] });
    expect(conditionOf(groupOf({ any: [lone] }))).toEqual({ any: [lone] });
  });

  test('the last condition taken away leaves no empty group', () => {
    expect(withWhere({ where: { trait: 'country', is: 'CA' } }, { join: 'all', parts: [] })).toEqual({});
  });

  test.each([
    ['true', true],
    ['12.5', 12.5],
    ['-3', -3],
    ['01234', '01234'],
    ['CA', 'CA'],
  ])('"%s" is read as the value it stands for', (typed, value) => {
    expect(comparableOf(typed)).toBe(value);
  });
});

describe('problems', () => {
  test('a plan that holds together has none', () => {
    expect(problemsOf(plan, nothing)).toEqual([]);
  });

  test('an emptied number asks for a value, at its field', () => {
    const draft = tidy({ ...plan, metrics: [{ ...recovered, role: 'guardrail', margin: Number.NaN }] });
    expect(problemsOf(draft, nothing)).toContainEqual({ path: 'metrics[0].margin', sentence: 'needs a value' });
  });

  test('what the engine says with a path goes to that field; a sentence without one stands alone', () => {
    const failure = (sentence: string) => ({ code: 'plan', sentence, cause: null });
    expect(problemsIn(failure('metrics[1].of: no activity named "oder"; known: cart, order'))).toEqual([
      { path: 'metrics[1].of', sentence: 'no activity named "oder"; known: cart, order' },
    ]);
    expect(problemsIn(failure('The disk is full.'))).toEqual([{ path: '', sentence: 'The disk is full.' }]);
  });

  test('a place is told in the words of the form', () => {
    expect(placeWords('metrics[0].of', plan)).toBe('Recovered carts');
    expect(placeWords('arms[1].intervention', plan)).toBe('reminder');
    expect(placeWords('decision.decideBy', plan)).toBe('What decides, decided on');
    expect(placeWords('metrics[0].windowDays', plan)).toBe('Recovered carts, within days');
  });
});

describe('covariates', () => {
  test('traits and what customers did before stand side by side, and none leaves the field out', () => {
    const counted = newCovariate(plan.analysis, 'order');
    const analysis = withCovariates(plan.analysis, ['country'], [counted]);
    expect(covariatesOf(analysis)).toEqual({ traits: ['country'], activities: [counted] });
    expect(newCovariate(analysis, 'order').id).not.toBe(counted.id);
    expect(tidy({ ...plan, analysis: withCovariates(analysis, [], []) })).toEqual(plan);
    expect(problemsOf({ ...plan, analysis }, nothing)).toEqual([]);
  });

  test('only a sum adds up an amount', () => {
    const counted = newCovariate(plan.analysis, 'order');
    const sum = withCovariateKind(counted, 'sum');
    expect(sum.of).toEqual({ activity: 'order', field: 'amount' });
    expect(withCovariateKind(sum, 'conversion').of).toEqual({ activity: 'order' });
  });
});
