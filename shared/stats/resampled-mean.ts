import { binomialDraw } from './binomial-draw.ts';
import type { Draws } from './chance.ts';
import { commonest } from './commonest.ts';

/** Places in a block: what a processor keeps at hand, and a power of two, so that bits alone name a place. */
const BLOCK_BITS = 12;
const BLOCK = 1 << BLOCK_BITS;

/**
 * The mean of as many values as the arm has, drawn from it with replacement; each call draws anew.
 *
 * How often the commonest value is drawn is a single binomial draw, and so is how many of the others fall to each
 * block of places: the same distribution as drawing one value after the other, at a fraction of the time where most
 * customers spent nothing.
 */
export function resampledMean(values: ArrayLike<number>, draws: Draws): () => number {
  const n = values.length;
  const common = commonest(values);
  const others = Float64Array.from(values, (value) => value - common).filter((above) => above !== 0);
  const share = others.length / n;
  const scratch = { left: 0, sum: 0 };
  return () => {
    scratch.left = binomialDraw(n, share, draws);
    scratch.sum = 0;
    for (let from = 0; scratch.left > 0; from += BLOCK) {
      const size = Math.min(BLOCK, others.length - from);
      const here =
        size === others.length - from ? scratch.left : binomialDraw(scratch.left, size / (others.length - from), draws);
      scratch.sum += drawnSum(others, from, size, here, draws);
      scratch.left -= here;
    }
    return common + scratch.sum / n;
  };
}

/** The sum of `count` values drawn from `size` places, at most a block, from `from` on. */
function drawnSum(values: Float64Array, from: number, size: number, count: number, draws: Draws): number {
  let sum = 0;
  if (size < BLOCK) {
    for (let i = 0; i < count; i++) sum += values[from + draws.index(size)]!;
    return sum;
  }
  let i = 0;
  for (; i + 1 < count; i += 2) {
    const bits = draws.bits();
    sum += values[from + (bits & (BLOCK - 1))]! + values[from + (bits >>> (32 - BLOCK_BITS))]!;
  }
  if (i < count) sum += values[from + (draws.bits() & (BLOCK - 1))]!;
  return sum;
}
