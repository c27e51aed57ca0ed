import { logBinomial } from './binomial.ts';

/**
 * Log probability of k marked among n drawn from `marked` marked and `rest`
 * unmarked, by Loader's saddle-point form, which keeps its digits at 1e8.
 */
export function logHypergeometric(k: number, marked: number, rest: number, n: number): number {
  const total = marked + rest;
  if (n === 0) return k === 0 ? 0 : Number.NEGATIVE_INFINITY;
  if (n === total) return k === marked ? 0 : Number.NEGATIVE_INFINITY;
  const p = n / total;
  const q = (total - n) / total;
  return logBinomial(k, marked, p, q) + logBinomial(n - k, rest, p, q) - logBinomial(n, total, p, q);
}

/** P(K ≥ k), summed outwards from k by the ratio of neighbours. */
export function hypergeometricAtLeast(k: number, marked: number, rest: number, n: number): number {
  const first = Math.max(0, n - rest);
  const last = Math.min(n, marked);
  if (k <= first) return 1;
  if (k > last) return 0;
  const mode = Math.floor(((n + 1) * (marked + 1)) / (marked + rest + 2));
  if (k <= mode) return 1 - hypergeometricAtMost(k - 1, marked, rest, n);
  let sum = 1;
  let term = 1;
  for (let j = k; j < last && term > sum * 1e-18; j++) {
    term *= ((marked - j) / (j + 1)) * ((n - j) / (rest - n + j + 1));
    sum += term;
  }
  return Math.min(1, sum * Math.exp(logHypergeometric(k, marked, rest, n)));
}

/** P(K ≤ k). */
export function hypergeometricAtMost(k: number, marked: number, rest: number, n: number): number {
  const first = Math.max(0, n - rest);
  const last = Math.min(n, marked);
  if (k >= last) return 1;
  if (k < first) return 0;
  const mode = Math.floor(((n + 1) * (marked + 1)) / (marked + rest + 2));
  if (k >= mode) return 1 - hypergeometricAtLeast(k + 1, marked, rest, n);
  let sum = 1;
  let term = 1;
  for (let j = k; j > first && term > sum * 1e-18; j--) {
    term *= (j / (marked - j + 1)) * ((rest - n + j) / (n - j + 1));
    sum += term;
  }
  return Math.min(1, sum * Math.exp(logHypergeometric(k, marked, rest, n)));
}
