import type { Draws } from './chance.ts';
import { logBinomial } from './distribution/binomial.ts';

/** Below this many expected successes (or failures) they are counted one gap at a time. */
const FEW = 10;

/**
 * A draw from the binomial distribution: successes among `n` trials of chance `p` in [0, 1].
 * Transformed rejection (W. Hörmann, The Generation of Binomial Random Variates, 1993, algorithm BTRS), exact and as
 * fast at 1e8 trials as at 100; where few are expected, the gaps between successes are drawn (Devroye 1986).
 */
export function binomialDraw(n: number, p: number, draws: Draws): number {
  if (p > 0.5) return n - binomialDraw(n, 1 - p, draws);
  if (n === 0 || p === 0) return 0;
  return n * p < FEW ? byGaps(n, p, draws) : byRejection(n, p, draws);
}

function byGaps(n: number, p: number, draws: Draws): number {
  const log = Math.log1p(-p);
  let successes = 0;
  for (let trial = gap(); trial <= n; trial += gap()) successes += 1;
  return successes;

  function gap(): number {
    return 1 + Math.floor(Math.log1p(-draws.unit()) / log);
  }
}

function byRejection(n: number, p: number, draws: Draws): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const alpha = (2.83 + 5.1 / b) * spread;
  const inner = 0.92 - 4.2 / b;
  const highest = logBinomial(Math.floor((n + 1) * p), n, p, 1 - p);
  for (;;) {
    const u = draws.unit() - 0.5;
    const v = draws.unit();
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + centre);
    if (edge >= 0.07 && v <= inner) return k;
    if (k < 0 || k > n) continue;
    if (Math.log((v * alpha) / (a / (edge * edge) + b)) <= logBinomial(k, n, p, 1 - p) - highest) return k;
  }
}
