/**
 * The type-7 quantile of Hyndman & Fan (1996), R's default: linear between order statistics.
 *
 * @param sorted ascending, at least one value
 * @param q from 0 to 1
 */
export function quantileType7(sorted: ArrayLike<number>, q: number): number {
  const position = (sorted.length - 1) * q;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (position - below) * (high - low);
}
