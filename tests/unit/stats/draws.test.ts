import { describe, expect, test } from 'vitest';
import { binomialDraw } from '#shared/stats/binomial-draw.ts';
import { type Draws, drawsFrom } from '#shared/stats/chance.ts';
import { logBinomial } from '#shared/stats/distribution/binomial.ts';
import { chiSquareUpper } from '#shared/stats/distribution/chi-square.ts';
import { logHypergeometric } from '#shared/stats/distribution/hypergeometric.ts';
import { hypergeometricDraw } from '#shared/stats/hypergeometric-draw.ts';
import { quantileType7 } from '#shared/stats/quantile.ts';
import { quantileDifference } from '#shared/stats/quantile-difference.ts';
import { resampledMean } from '#shared/stats/resampled-mean.ts';

const RUNS = 20_000;

describe('draws follow their distribution, by a chi-square test of many of them', () => {
  test.each([
    [30, 0.05],
    [30, 0.9],
    [200, 0.3],
    [5000, 0.5],
    [100_000_000, 3e-8],
  ])('binomial, %d trials of chance %d', (n, p) => {
    const draws = drawsFrom(11);
    fits(
      () => binomialDraw(n, p, draws),
      (k) => Math.exp(logBinomial(k, n, p, 1 - p)),
    );
  });

  test.each([
    [5, 20, 8],
    [400, 600, 300],
    [3, 1, 2],
  ])('hypergeometric, %d marked and %d others, %d taken', (marked, rest, n) => {
    const draw = hypergeometricDraw(marked, rest, n, drawsFrom(12));
    fits(draw, (k) => Math.exp(logHypergeometric(k, marked, rest, n)));
  });

  test('a chance of 0 or 1 and nobody at all leave nothing to chance', () => {
    const draws = drawsFrom(1);
    expect([binomialDraw(9, 0, draws), binomialDraw(9, 1, draws), binomialDraw(0, 0.4, draws)]).toEqual([0, 9, 0]);
  });
});

describe('resampling by counts is resampling one value after the other', () => {
  // More than a block of places, most of them 0, and some that are not.
  const values = Float64Array.from({ length: 12_000 }, (_, i) => (i % 2 === 0 ? 0 : (i * 7919) % 101));

  test('means of resamples have the plug-in mean and variance', () => {
    for (const sample of [values, values.map((value, i) => value + i / 1000)]) {
      const draw = resampledMean(sample, drawsFrom(5));
      const means = Float64Array.from({ length: 4000 }, draw);
      const [mean, variance] = moments(sample);
      const [meanOfMeans, varianceOfMeans] = moments(means);
      const error = Math.sqrt(variance / sample.length);
      expect(Math.abs(meanOfMeans - mean)).toBeLessThan((4 * error) / Math.sqrt(4000));
      expect(Math.abs(Math.sqrt(varianceOfMeans) / error - 1)).toBeLessThan(4 / Math.sqrt(2 * 4000));
    }
  });

  test('quantiles of resamples spread as those of resamples drawn in full', () => {
    const arm = Float64Array.from({ length: 41 }, (_, i) => ((i * 37) % 41) ** 1.5).sort();
    const other = arm.map((value) => value / 2 + 1);
    for (const q of [0, 0.33, 0.5, 1]) {
      const found = quantileDifference({ control: other, treatment: arm, q, resamples: RUNS });
      if (found.kind === 'error') throw new Error(found.reason);
      const inFull = drawnInFull(arm, other, q, drawsFrom(3));
      const [mean, variance] = moments(inFull);
      expect(Math.abs((found.standardError ?? 0) / Math.sqrt(variance) - 1)).toBeLessThan(0.05);
      expect(found.lower).toBeLessThanOrEqual(mean);
      expect(found.upper).toBeGreaterThanOrEqual(mean);
    }
  });
});

function drawnInFull(arm: Float64Array, other: Float64Array, q: number, draws: Draws): Float64Array {
  const of = (values: Float64Array) => quantileType7(values.map(() => values[draws.index(values.length)]!).sort(), q);
  return Float64Array.from({ length: RUNS }, () => of(arm) - of(other));
}

function moments(values: Float64Array): [mean: number, variance: number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length];
}

/** Fails where the counts of draws lie further from the expected than chance allows once in 100,000 times. */
function fits(draw: () => number, chance: (k: number) => number): void {
  const seen = new Map<number, number>();
  for (let i = 0; i < RUNS; i++) {
    const k = draw();
    seen.set(k, (seen.get(k) ?? 0) + 1);
  }
  const [low, high] = [Math.min(...seen.keys()), Math.max(...seen.keys())];
  let statistic = 0;
  let cells = 0;
  let [rareSeen, rareExpected] = [RUNS, RUNS];
  for (let k = low; k <= high; k++) {
    const expected = RUNS * chance(k);
    if (expected < 5) continue;
    const n = seen.get(k) ?? 0;
    statistic += (n - expected) ** 2 / expected;
    cells += 1;
    rareSeen -= n;
    rareExpected -= expected;
  }
  if (rareExpected >= 5) {
    statistic += (rareSeen - rareExpected) ** 2 / rareExpected;
    cells += 1;
  } else expect(rareSeen).toBeLessThan(rareExpected + 25);
  expect(chiSquareUpper(statistic, cells - 1)).toBeGreaterThan(1e-5);
}
