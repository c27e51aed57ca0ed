import { gaussLegendre } from '../quadrature.ts';
import { normalLower } from './normal.ts';

const RULE = gaussLegendre(16);

/** Log density below which a piece of the range counts for nothing. */
const NEGLIGIBLE = -45;

/**
 * P(T > t) for noncentral t with df > 0 and noncentrality δ.
 *
 * T = (Z + δ)/S with S² = χ²/df, so the answer is the mean of Φ(δ − tS), taken
 * over u = log S by Gauss–Legendre panels as wide as the density's own scale,
 * with cuts where Φ turns. The weights are normalised by their own sum, so no
 * gamma function is needed.
 */
export function noncentralTUpper(t: number, df: number, noncentrality: number): number {
  const logDensity = (u: number) => df * (u - Math.expm1(2 * u) / 2);
  const step = Math.min(1 / Math.sqrt(2 * df), 0.5);
  const cuts = [0];
  for (let u = step; logDensity(u - step) > NEGLIGIBLE; u += step) cuts.push(u);
  for (let u = -step; logDensity(u + step) > NEGLIGIBLE; u -= step) cuts.push(u);
  const low = Math.min(...cuts);
  const high = Math.max(...cuts);
  for (let z = -10; z <= 10; z += 2) {
    const turn = Math.log((noncentrality - z) / t);
    if (turn > low && turn < high) cuts.push(turn);
  }
  cuts.sort((a, b) => a - b);
  let weights = 0;
  let sum = 0;
  for (let panel = 1; panel < cuts.length; panel++) {
    const half = (cuts[panel]! - cuts[panel - 1]!) / 2;
    const middle = (cuts[panel]! + cuts[panel - 1]!) / 2;
    for (const [i, node] of RULE.nodes.entries()) {
      const u = middle + half * node;
      const weight = half * RULE.weights[i]! * Math.exp(logDensity(u));
      weights += weight;
      sum += weight * normalLower(noncentrality - t * Math.exp(u));
    }
  }
  return sum / weights;
}
