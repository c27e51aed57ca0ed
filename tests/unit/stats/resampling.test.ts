import { describe, expect, test } from 'vitest';
import { bootstrap } from '#shared/stats/bootstrap.ts';
import { permutation } from '#shared/stats/permutation.ts';
import { quantileDifference } from '#shared/stats/quantile-difference.ts';

const control = [1.2, 0.1, 3.3, 0.7, 9.1, 2.2, 1.9, 0.4, 5.5, 2.8, 1.1, 0.9, 4.2, 0.3, 1.5];
const treatment = [2.2, 1.1, 6.3, 0.9, 8.1, 3.2, 4.9, 1.4, 7.5, 3.8, 1.6, 2.9, 5.2, 0.8];

describe('resampling', () => {
  test('the same seed gives the same figures, another seed others', () => {
    const run = (seed: number) => bootstrap({ control, treatment, seed, resamples: 500 });
    expect(run(7)).toEqual(run(7));
    expect(run(7)).not.toEqual(run(8));
  });

  test('a sampled permutation p is (b + 1)/(m + 1): never 0, and near the exact one', () => {
    const apart = permutation({ control, treatment: treatment.map((value) => value + 100), resamples: 999 });
    expect(apart).toMatchObject({ exact: false, p: 1 / 1000 });
    const few = { control: control.slice(0, 8), treatment: treatment.slice(0, 8) };
    const exact = permutation(few);
    const twice = permutation({
      control: [...few.control, ...few.control],
      treatment: [...few.treatment, ...few.treatment],
    });
    if (exact.kind === 'error' || twice.kind === 'error') throw new Error('not computed');
    expect(exact.exact).toBe(true);
    expect(twice.p).toBeLessThan(exact.p);
  });

  test('the bootstrap standard error is that of the plug-in variances', () => {
    const found = bootstrap({ control, treatment, resamples: 40_000, interval: 'percentile' });
    if (found.kind === 'error') throw new Error(found.reason);
    const part = (values: readonly number[]) => {
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      return values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length ** 2;
    };
    const wanted = Math.sqrt(part(control) + part(treatment));
    expect(Math.abs((found.standardError ?? 0) / wanted - 1)).toBeLessThan(0.015);
  });

  test('bca shifts the interval towards the long tail, percentile and basic mirror each other', () => {
    const ends = (interval: 'bca' | 'percentile' | 'basic') => {
      const found = bootstrap({ control, treatment, resamples: 20_000, interval });
      if (found.kind === 'error' || found.lower === null || found.upper === null) throw new Error('not computed');
      return { lower: found.lower, upper: found.upper, estimate: found.estimate ?? 0 };
    };
    const percentile = ends('percentile');
    const basic = ends('basic');
    expect(basic.lower).toBeCloseTo(2 * basic.estimate - percentile.upper, 12);
    const bca = ends('bca');
    expect(bca.lower).toBeLessThan(bca.estimate);
    expect(bca.upper).toBeGreaterThan(bca.estimate);
  });

  test('a difference of medians lies within its interval', () => {
    const found = quantileDifference({ control, treatment });
    if (found.kind === 'error' || found.lower === null || found.upper === null) throw new Error('not computed');
    expect(found.lower).toBeLessThanOrEqual(found.estimate);
    expect(found.upper).toBeGreaterThanOrEqual(found.estimate);
  });
});
