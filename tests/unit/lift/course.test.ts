import { describe, expect, it } from 'vitest';
import { figuresOf } from '#shared/lift/arm-figures.ts';
import { type ArmSample, keptOf } from '#shared/lift/arm-sample.ts';
import type { Comparison } from '#shared/lift/comparison.ts';
import { course } from '#shared/lift/course.ts';
import { headlineEstimate } from '#shared/lift/headline-estimate.ts';
import type { Looking } from '#shared/lift/peeking.ts';
import type { Metric } from '#shared/plan/plan.ts';
import { drawsFrom } from '#shared/stats/chance.ts';

const DAY = 86_400_000;
const CUSTOMERS = 3000;
const draws = drawsFrom(5);
const before = Float64Array.from({ length: 2 * CUSTOMERS }, () => draws.index(90));
const metric: Metric = {
  id: 'spent',
  role: 'primary',
  kind: 'sum',
  of: { activity: 'order', field: 'amount' },
  windowDays: 7,
  better: 'higher',
};

/** Windows close over 150 days, in no order; half of the customers spend, as they did before and more. */
function arm(first: number): ArmSample {
  const rows = Int32Array.from({ length: CUSTOMERS }, (_, i) => 2 * i + first);
  return {
    rows,
    values: Float64Array.from(rows, (row) => (draws.unit() < 0.5 ? 0 : (before[row] ?? 0) + 50 * draws.unit())),
    per: null,
    closes: Float64Array.from(rows, () => (1 + draws.index(150)) * DAY),
  };
}

function comparison(looking: Looking): Comparison {
  return {
    metric,
    arm: { id: 'call', role: 'treatment', weight: 1 },
    control: 0,
    treatment: 1,
    by: {
      metric,
      allocation: 1,
      adjustment: { covariates: [{ id: 'before', values: before }], stratum: null },
      cluster: null,
      asked: { level: 0.95, alternative: 'two-sided' },
    },
    looking,
    missing: { control: 0, treatment: 0, p: null },
    cap: null,
    samples: { control: arm(0), treatment: arm(1) },
  };
}

describe('the course of a lift', () => {
  it('shows at each point what the customers whose window had closed by then give by themselves', () => {
    const all = comparison({ kind: 'once' });
    const points = course(all);
    expect(points).toHaveLength(24);
    for (const { at, control, treatment, absolute } of points) {
      const closed = (sample: ArmSample) => keptOf(sample, (i) => (sample.closes[i] ?? 0) <= Date.parse(at));
      const [here, there] = [closed(all.samples.control), closed(all.samples.treatment)];
      const { shown } = headlineEstimate(
        all.by,
        figuresOf(here, all.by.adjustment),
        figuresOf(there, all.by.adjustment),
      );
      expect([control.n, treatment.n]).toEqual([here.values.length, there.values.length]);
      for (const part of ['estimate', 'lower', 'upper'] as const) {
        if (shown.absolute[part] === null) expect(absolute[part]).toBeNull();
        else expect(absolute[part]).toBeCloseTo(shown.absolute[part], 9);
      }
    }
  });

  it('counts everybody at each of 150 planned looks', () => {
    const bounds = Array.from({ length: 150 }, (_, i) => ({
      at: (i + 1) * DAY,
      n: i,
      information: (i + 1) / 150,
      z: 3,
      alphaSpent: 0.01,
      level: 0.99,
    }));
    const all = comparison({ kind: 'planned', bounds });
    const closedBy = (day: number) => all.samples.control.closes.filter((closes) => closes <= day * DAY).length;
    expect(course(all).map(({ control }) => control.n)).toEqual(bounds.map((_, i) => closedBy(i + 1)));
  });
});
