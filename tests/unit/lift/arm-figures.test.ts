import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresByGroup, figuresOf, figuresUpToGroup, figuresWithout } from '#shared/lift/arm-figures.ts';
import { type ArmSample, keptOf } from '#shared/lift/arm-sample.ts';
import { type Estimator, headlineEstimate } from '#shared/lift/headline-estimate.ts';
import { drawsFrom } from '#shared/stats/chance.ts';
import { cuped, cupedArm } from '#shared/stats/cuped.ts';

const GROUPS = 3;
const seed = fc.integer({ min: 1, max: 1e6 });

/** Two arms of 300 whose outcome follows two covariates; the second is unknown of every third customer. */
function madeUp(from: number, kind: 'sum' | 'ratio' = 'sum') {
  const draws = drawsFrom(from);
  const n = 600;
  const before = Float64Array.from({ length: n }, () => Math.round(1000 * draws.unit()));
  const visits = Float64Array.from({ length: n }, (_, i) => (i % 3 === 0 ? Number.NaN : 1000 + draws.index(5)));
  const arm = (first: number): ArmSample => {
    const rows = Int32Array.from({ length: n / 2 }, (_, i) => 2 * i + first);
    const values = Float64Array.from(rows, (row) => (draws.unit() < 0.3 ? 0 : (before[row] ?? 0) + 900 * draws.unit()));
    const per = kind === 'ratio' ? values.map((value) => (value === 0 ? 0 : 1 + draws.index(3))) : null;
    return { rows, values, per, closes: new Float64Array(n / 2).fill(Number.NaN) };
  };
  const [control, treatment] = [arm(0), arm(1)];
  const groupOf = Int16Array.from(control.rows, () => draws.index(GROUPS + 1) - 1);
  const by: Estimator = {
    metric: { id: 'spent', role: 'primary', kind, of: { activity: 'order', field: 'amount' }, better: 'higher' },
    allocation: 1,
    adjustment: {
      covariates: [
        { id: 'before', values: before },
        { id: 'visits', values: visits },
      ],
      stratum: null,
    },
    cluster: null,
    asked: { level: 0.95, alternative: 'two-sided' },
  };
  return { control, treatment, groupOf, by, before, visits };
}

type Made = ReturnType<typeof madeUp>;

/** The estimate from control's figures is the one from a sample of just those customers, added up by itself. */
function expectSame({ by, treatment }: Made, found: ReturnType<typeof figuresOf>, customers: ArmSample): void {
  const other = figuresOf(treatment, by.adjustment);
  const [here, there] = [found, figuresOf(customers, by.adjustment)].map((control) =>
    headlineEstimate(by, control, other),
  );
  const { at: _, ...shown } = here!.shown;
  const { at: __, ...expected } = there!.shown;
  expectClose(shown, expected);
  expect(found.sample()).toEqual(customers);
}

function expectClose(found: unknown, expected: unknown): void {
  if (typeof expected === 'number')
    expect(Math.abs(Number(found) - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected) + 1e-10);
  else if (expected === null || typeof expected !== 'object') expect(found).toBe(expected);
  else for (const [key, one] of Object.entries(expected)) expectClose((found as Record<string, unknown>)[key], one);
}

describe('the figures of an arm', () => {
  it.each(['sum', 'ratio'] as const)(
    'by group give what the customers of each group give by themselves: %s',
    (kind) => {
      fc.assert(
        fc.property(seed, (from) => {
          const made = madeUp(from, kind);
          const { control, by, groupOf } = made;
          for (const [group, found] of figuresByGroup(control, by.adjustment, groupOf, GROUPS).entries()) {
            expectSame(
              made,
              found,
              keptOf(control, (i) => groupOf[i] === group),
            );
          }
        }),
        { numRuns: 20 },
      );
    },
  );

  it('up to a group give what the customers of the groups so far give', () => {
    fc.assert(
      fc.property(seed, (from) => {
        const made = madeUp(from);
        const { control, by, groupOf } = made;
        for (const [group, found] of figuresUpToGroup(control, by.adjustment, groupOf, GROUPS).entries()) {
          expectSame(
            made,
            found,
            keptOf(control, (i) => groupOf[i]! >= 0 && groupOf[i]! <= group),
          );
        }
      }),
      { numRuns: 20 },
    );
  });

  it('without a customer give what the others give, also without the one that has the most by far', () => {
    fc.assert(
      fc.property(seed, fc.nat({ max: 299 }), fc.constantFrom(1, 1e8), (from, gone, times) => {
        const made = madeUp(from);
        const values = made.control.values.slice();
        values[gone]! *= times;
        const control = { ...made.control, values };
        expectSame(
          made,
          figuresWithout(control, made.by.adjustment, gone),
          keptOf(control, (i) => i !== gone),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('adjust by covariates with gaps as if each gap held the mean of both arms, and a column said so', () => {
    const made = madeUp(3);
    const { by, control, treatment, before, visits } = made;
    const known = visits.filter((value) => !Number.isNaN(value));
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const arm = ({ rows, values }: ArmSample) => {
      const columns = [
        Array.from(rows, (row) => before[row] ?? 0),
        Array.from(rows, (row) => (Number.isNaN(visits[row]) ? mean : (visits[row] ?? 0))),
        Array.from(rows, (row) => (Number.isNaN(visits[row]) ? 1 : 0)),
      ];
      const found = cupedArm(values, columns);
      if (found.kind === 'error') throw new Error(found.reason);
      return found;
    };
    const plain = cuped({ control: arm(control), treatment: arm(treatment), ...by.asked });
    if (plain.kind === 'error') throw new Error(plain.reason);
    const { shown } = headlineEstimate(by, figuresOf(control, by.adjustment), figuresOf(treatment, by.adjustment));
    expectClose(shown.absolute, { estimate: plain.estimate, lower: plain.lower, upper: plain.upper });
    expect(shown.method).toContain('CUPED');
  });
});
