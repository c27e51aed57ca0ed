import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Moments, momentsByGroup, momentsOf, together, without } from '#shared/stats/moments.ts';

/** Values a shop might have: mostly 0, some near each other far from 0, one that outweighs all others. */
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: -50, max: 200 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 9 }).map((last) => 1e9 + last) },
  { weight: 1, arbitrary: fc.constantFrom(1e12, -3e11) },
);
const units = fc.array(fc.tuple(value, value, fc.integer({ min: -1, max: 2 })), { minLength: 3, maxLength: 40 });
type Unit = readonly [number, number, number];

/** The textbook's way in whole numbers, so that nothing is rounded: means × n, and products × n. */
function exactly(chosen: readonly Unit[]) {
  const n = BigInt(chosen.length);
  const column = (k: 0 | 1) => chosen.map((unit) => BigInt(unit[k]));
  const sum = (of: readonly bigint[]) => of.reduce((total, one) => total + one, 0n);
  const [a, b] = [column(0), column(1)];
  const product = (x: readonly bigint[], y: readonly bigint[]) =>
    n * sum(x.map((one, i) => one * (y[i] ?? 0n))) - sum(x) * sum(y);
  const over = (number: bigint) => Number(number) / Math.max(1, chosen.length);
  return {
    means: [over(sum(a)), over(sum(b))],
    products: [over(product(a, a)), over(product(b, a)), over(product(a, b)), over(product(b, b))],
  };
}

function expectClose({ n, means, products }: Moments, chosen: readonly Unit[]): void {
  expect(n).toBe(chosen.length);
  const exact = exactly(chosen);
  const largest = (k: 0 | 1) => Math.max(1, ...chosen.map((unit) => Math.abs(unit[k])));
  for (const k of [0, 1] as const)
    expect(Math.abs((means[k] ?? 0) - (exact.means[k] ?? 0))).toBeLessThan(1e-14 * largest(k) + 1e-300);
  const wide = [Math.sqrt(exact.products[0] ?? 0), Math.sqrt(exact.products[3] ?? 0)];
  for (const [i, product] of products.entries()) {
    const [k, j] = [(i >> 1) as 0 | 1, (i & 1) as 0 | 1];
    const [a, b] = [wide[k] ?? 0, wide[j] ?? 0];
    // A mean far from 0 is off by its last digit, and what it is taken from by as much.
    const [lastA, lastB] = [2e-16 * largest(k), 2e-16 * largest(j)];
    const rounding = n * (lastA * b + lastB * a + lastA * lastB);
    expect(Math.abs(product - (exact.products[i] ?? 0))).toBeLessThanOrEqual(1e-9 * a * b + rounding);
  }
}

const columnsOf = (all: readonly Unit[]) => [Float64Array.from(all, ([a]) => a), Float64Array.from(all, ([, b]) => b)];
const groupsOf = (all: readonly Unit[]) => Int16Array.from(all, ([, , group]) => group);

describe('moments', () => {
  it('of all units are those of the textbook, counted in whole numbers', () => {
    fc.assert(fc.property(units, (all) => expectClose(momentsOf(columnsOf(all)), all)));
  });

  it('by group are those of each group by itself', () => {
    fc.assert(
      fc.property(units, (all) => {
        const found = momentsByGroup(columnsOf(all), groupsOf(all), 3);
        for (const [group, moments] of found.entries())
          expectClose(
            moments,
            all.filter(([, , of]) => of === group),
          );
      }),
    );
  });

  it('of two groups put together are those of their units', () => {
    fc.assert(
      fc.property(units, (all) => {
        const [a, b, c] = momentsByGroup(columnsOf(all), groupsOf(all), 3) as [Moments, Moments, Moments];
        expectClose(
          together(together(a, b), c),
          all.filter(([, , group]) => group >= 0),
        );
      }),
    );
  });

  it('without one unit are those of the others, also where that one outweighs them', () => {
    fc.assert(
      fc.property(units, fc.nat(), (all, pick) => {
        const gone = pick % all.length;
        const columns = columnsOf(all);
        expectClose(
          without(momentsOf(columns), columns, gone),
          all.filter((_, i) => i !== gone),
        );
      }),
    );
  });

  it('of columns summed up before are taken as they are', () => {
    fc.assert(
      fc.property(units, (all) => {
        const [a, b] = columnsOf(all) as [Float64Array, Float64Array];
        expect(momentsOf([a, b], momentsOf([b]))).toEqual(momentsOf([a, b]));
      }),
    );
  });

  it('of a column that does not vary are exactly 0', () => {
    const [, moments] = momentsByGroup([new Float64Array(7).fill(0.1)], new Int16Array(7).fill(1), 2);
    expect(moments).toEqual({ n: 7, means: Float64Array.of(0.1), products: Float64Array.of(0) });
  });
});
