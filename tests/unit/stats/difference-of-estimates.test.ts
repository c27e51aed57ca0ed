import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOfEstimates } from '#shared/stats/difference-of-estimates.ts';
import { proportionEnds } from '#shared/stats/proportion.ts';

describe('the difference of two independent estimates', () => {
  const wilson = (x: number, n: number) => ({ estimate: x / n, ...proportionEnds('wilson', { n, x }, 0.025) });

  // Newcombe RG (1998). Statistics in Medicine 17, 873–890, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
    [5, 56, 0, 29, -0.0381, 0.1926],
  ])('of two Wilson intervals is Newcombe’s published one: %i/%i − %i/%i', (x1, n1, x2, n2, lower, upper) => {
    const found = differenceOfEstimates(wilson(x1, n1), wilson(x2, n2));
    expect(found.lower).toBeCloseTo(lower, 4);
    expect(found.upper).toBeCloseTo(upper, 4);
  });

  it('adds the variances of symmetric intervals, and turns its sign with the order', () => {
    const real = fc.double({ min: -5, max: 5, noNaN: true });
    const reach = fc.double({ min: 0.01, max: 5, noNaN: true });
    fc.assert(
      fc.property(real, reach, real, reach, (a, ra, b, rb) => {
        const one = { estimate: a, lower: a - ra, upper: a + ra };
        const other = { estimate: b, lower: b - rb, upper: b + rb };
        const there = differenceOfEstimates(one, other);
        const back = differenceOfEstimates(other, one);
        expect(there.upper - there.estimate).toBeCloseTo(Math.sqrt(ra * ra + rb * rb), 9);
        expect([back.lower, back.upper]).toEqual([-there.upper, -there.lower].map((end) => expect.closeTo(end, 9)));
      }),
    );
  });
});
