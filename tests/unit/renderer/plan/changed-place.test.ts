import { expect, it } from 'vitest';
import { changedPlace } from '../../../../renderer/plan/changed-place.ts';

const plan = { metrics: [{ id: 'a', margin: 1 }, { id: 'b' }], decision: { on: 'a', at: 0.1 } };

it.each([
  ['a field', { ...plan, decision: { on: 'a', at: 0.2 } }, '.decision.at'],
  ['a field of one of several', { ...plan, metrics: [{ id: 'a', margin: 2 }, { id: 'b' }] }, '.metrics.0.margin'],
  [
    'a field that is filled',
    {
      ...plan,
      metrics: [
        { id: 'a', margin: 1 },
        { id: 'b', margin: 3 },
      ],
    },
    '.metrics.1.margin',
  ],
  ['one more', { ...plan, metrics: [...plan.metrics, { id: 'c' }] }, '.metrics.2'],
  ['two at once', { metrics: [], decision: { on: 'b', at: 0.1 } }, ''],
  ['nothing', structuredClone(plan), ''],
])('a change is known by the one place where it was made: %s', (_, next, place) => {
  expect(changedPlace(plan, next)).toBe(place);
});
