import { normalLower } from './normal.ts';

/**
 * P(T > t) for noncentral t with df > 0 and noncentrality δ.
 *
 * T = (Z + δ)/S with S² = χ²/df, so the answer is the mean of Φ(δ − tS). In
 * u = log S the density falls off so fast on both sides that the trapezium rule
 * converges to machine precision (Trefethen & Weideman 2014); it also needs no
 * gamma function, since the weights are normalised by their own sum.
 */
export function noncentralTUpper(t: number, df: number, noncentrality: number): number {
  const logDensity = (u: number) => df * (u - Math.expm1(2 * u) / 2);
  const width = 1 / Math.sqrt(2 * df);
  // The two scales of the integrand: the density's width, and that of Φ, which turns where tS ≈ δ.
  const step = Math.min(width, 1 / (1 + Math.abs(noncentrality))) / 6;
  let weights = 0;
  let sum = 0;
  for (const direction of [1, -1]) {
    for (let k = direction === 1 ? 0 : 1; k < 2_000_000; k++) {
      const u = direction * k * step;
      const weight = Math.exp(logDensity(u));
      weights += weight;
      sum += weight * normalLower(noncentrality - t * Math.exp(u));
      if (weight < 1e-18) break;
    }
  }
  return sum / weights;
}
