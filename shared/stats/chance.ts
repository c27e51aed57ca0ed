import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A seeded source of chance: the same seed gives the same draws on every machine. */
export interface Draws {
  /** A whole number from 0 to below − 1. */
  index(below: number): number;
  /** A number from 0, included, to 1, excluded. */
  unit(): number;
  /** 32 random bits, as a signed whole number. */
  bits(): number;
}

/** Draws from a whole-number seed. */
export function drawsFrom(seed: number): Draws {
  const generator = xoroshiro128plus(seed | 0);
  const unit = () => uniformFloat64(generator);
  // 53 bits spread over at most 1e8 places: the bias is below 1e-8, far under what resampling can show.
  return { unit, index: (below) => Math.floor(unit() * below), bits: () => generator.next() };
}

/** What is impossible about a seed or a number of resamples, or `null`. */
export function resamplingProblem(resamples: number, seed: number): string | null {
  if (!Number.isSafeInteger(seed)) return 'seed: must be a whole number';
  if (!Number.isSafeInteger(resamples) || resamples < 1) return 'resamples: must be a whole number of at least 1';
  return resamples > 10_000_000 ? 'resamples: must be at most 10000000' : null;
}
