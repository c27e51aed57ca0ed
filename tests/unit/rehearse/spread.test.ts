import { expect, it } from 'vitest';
import { guardrailNeeds } from '#shared/plan/guardrail-power.ts';
import type { History } from '#shared/plan/history.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { past } from '#shared/rehearse/past.ts';
import { drawsFrom } from '#shared/stats/chance.ts';
import { madeUpRecords } from '../../fixtures/made-up-records.ts';

const spend: Metric = { id: 'spend', role: 'primary', kind: 'mean', of: { trait: 'spend' }, better: 'higher' };
const plan: Plan = {
  hypothesis: '',
  population: { everyone: true },
  arms: [
    { id: 'control', role: 'control', weight: 1 },
    { id: 'call', role: 'treatment', weight: 1 },
  ],
  allocation: { method: 'hash', seed: 1 },
  metrics: [spend],
  analysis: { level: 0.95, sides: 2, peeking: 'none' },
  decision: { scaleIf: { metric: 'spend', relativeLiftAtLeast: 0.1 }, decideBy: '2026-12-31' },
};

function historyOf(changed: Partial<Plan>, traits: Record<string, [number, number | string][]>): History {
  const customers = traits.spend?.map(([id]) => id) ?? [];
  const found = past({ ...plan, ...changed }, spend, madeUpRecords({ customers, traits }), Date.parse('2026-11-01'));
  if (found.kind === 'error') throw new Error(found.reason);
  return found.history;
}

it('what is known beforehand saves the share of the variance it explains: 1 − r², a useless trait saves nothing', () => {
  const draws = drawsFrom(3);
  const ids = Array.from({ length: 8000 }, (_, i) => i + 1);
  const before = ids.map((): number => draws.unit());
  const traits: Record<string, [number, number][]> = {
    // Equal variances of signal and noise, so r² is one half.
    spend: ids.map((id, i) => [id, (before[i] ?? 0) + draws.unit()]),
    before: ids.map((id, i) => [id, before[i] ?? 0]),
    other: ids.map((id) => [id, draws.unit()]),
  };
  const left = (covariates: string[]) => historyOf({ analysis: { ...plan.analysis, covariates } }, traits).varianceLeft;
  expect(left(['before'])).toBeCloseTo(0.5, 1);
  expect(left(['other'])).toBeGreaterThan(0.99);
  expect(left([])).toBe(1);
});

it('whole clusters of customers who are all alike take as many times the customers as a cluster holds', () => {
  const draws = drawsFrom(5);
  const values = Array.from({ length: 400 }, () => draws.unit());
  const ids = Array.from({ length: 2000 }, (_, i) => i + 1);
  const traits: Record<string, [number, number | string][]> = {
    spend: ids.map((id) => [id, values[id % 400] ?? 0]),
    store: ids.map((id) => [id, `s${id % 400}`]),
    alone: ids.map((id) => [id, `c${id}`]),
  };
  const effect = (trait: string) =>
    historyOf({ allocation: { method: 'hash', seed: 1, cluster: { trait } } }, traits).designEffect;
  expect(effect('store')).toBeCloseTo(5, 1);
  expect(effect('alone')).toBeCloseTo(1, 2);
});

it('a guardrail needs what the textbook says: 2 p (1 − p) (z + z)² / margin² an arm (Blackwelder 1982)', () => {
  const history: History = {
    source: 'before',
    n: 1000,
    mean: 0.1,
    sd: 0.3,
    varianceLeft: 1,
    designEffect: 1,
    pool: 0,
    arrivalsPerWeek: 100,
    arrivalWeeks: null,
    start: 0,
  };
  const guardrail: Metric = { ...spend, role: 'guardrail', kind: 'conversion', better: 'lower', margin: 0.05 };
  const found = guardrailNeeds(plan, guardrail, history);
  const each = ((1.959964 + 0.841621) ** 2 * 2 * 0.1 * 0.9) / 0.05 ** 2;
  expect(found.kind === 'computed' ? found.total / 2 : null).toBeCloseTo(each, 0);
  const doubled = guardrailNeeds(plan, guardrail, { ...history, designEffect: 2 });
  expect(doubled.kind === 'computed' ? doubled.total / 4 : null).toBeCloseTo(each, 0);
});
