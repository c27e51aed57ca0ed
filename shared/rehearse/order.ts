import type { Draws } from '../stats/chance.ts';
import type { Units } from './stage.ts';

/** In chance's order, each once. */
export function shuffled(count: number, draws: Draws): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = 0; i < count; i++) swapIn(order, i, draws);
  return order;
}

/** A column in another order. */
export function inOrder(column: Float64Array, order: Int32Array): Float64Array {
  return Float64Array.from(order, (from) => column[from] ?? 0);
}

/** Units lie in chance's order already: above so many, they are drawn by small groups of neighbours. */
const FEWEST_GROUPS = 2000;
const LARGEST_GROUP = 32;

/**
 * Draws units in the order in which they come, none twice, until so many customers are there. The units themselves were
 * shuffled once, so that any order of groups of neighbours is as much chance's as one of single units, and memory is
 * walked along instead of jumped about in, which takes several times as long.
 */
export function drawer(units: Units, needed: number, draws: Draws): () => Int32Array {
  const { count, size } = units;
  const group = Math.max(1, Math.min(LARGEST_GROUP, Math.floor(count / FEWEST_GROUPS)));
  const groups = Int32Array.from({ length: Math.ceil(count / group) }, (_, i) => i);
  const drawn = new Int32Array(count);
  return () => {
    let [taken, n] = [0, 0];
    for (let g = 0; g < groups.length && taken < needed; g++) {
      const from = swapIn(groups, g, draws) * group;
      const to = Math.min(count, from + group);
      for (let unit = from; unit < to && taken < needed; unit++) {
        drawn[n++] = unit;
        taken += size(unit);
      }
    }
    return drawn.subarray(0, n);
  };
}

/** Draws units again and again, where history holds fewer customers than the pilot will. */
export function drawerAgain({ count, size }: Units, needed: number, draws: Draws): () => Int32Array {
  return () => {
    const drawn: number[] = [];
    for (let taken = 0; taken < needed; ) {
      const unit = draws.index(count);
      drawn.push(unit);
      taken += size(unit);
    }
    return Int32Array.from(drawn);
  };
}

/** The next step of a Fisher-Yates shuffle: a uniform draw without replacement, whatever the order was before. */
function swapIn(order: Int32Array, taken: number, draws: Draws): number {
  const other = taken + draws.index(order.length - taken);
  const chosen = order[other] ?? 0;
  order[other] = order[taken] ?? 0;
  order[taken] = chosen;
  return chosen;
}
