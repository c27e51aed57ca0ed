import type { Draws } from './chance.ts';
import { logHypergeometric } from './distribution/hypergeometric.ts';

/** Counts rarer than this, beside the commonest one, are left out: they would come up once in 1e15 draws. */
const NEGLIGIBLE = 1e-15;

/**
 * Draws how many of `marked` marked ones are among `n` taken from them and `rest` others, without replacement.
 * By inversion of the distribution, which is laid out once.
 */
export function hypergeometricDraw(marked: number, rest: number, n: number, draws: Draws): () => number {
  const first = Math.max(0, n - rest);
  const last = Math.min(n, marked);
  const mode = Math.min(last, Math.max(first, Math.floor(((n + 1) * (marked + 1)) / (marked + rest + 2))));
  const peak = logHypergeometric(mode, marked, rest, n);
  const weight = (k: number) => Math.exp(logHypergeometric(k, marked, rest, n) - peak);
  let low = mode;
  while (low > first && weight(low - 1) > NEGLIGIBLE) low -= 1;
  const upTo: number[] = [];
  let total = 0;
  for (let k = low; k <= last; k++) {
    const here = weight(k);
    if (k > mode && here < NEGLIGIBLE) break;
    total += here;
    upTo.push(total);
  }
  return () => low + firstAbove(upTo, draws.unit() * total);
}

/** The place of the first of ascending values above `limit`. */
function firstAbove(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
