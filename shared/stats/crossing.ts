import { normalUpper } from './distribution/normal.ts';
import { gaussLegendre } from './quadrature.ts';

const RULE = gaussLegendre(16);
const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * A Brownian motion without drift that has not crossed its boundary at the
 * looks so far: its sub-density on a grid of quadrature nodes (Armitage,
 * McPherson & Rowe 1969).
 */
export interface Surviving {
  readonly information: number;
  readonly nodes: Float64Array;
  /** Density × quadrature weight. */
  readonly masses: Float64Array;
}

/** Before the first look. */
export const START: Surviving = { information: 0, nodes: Float64Array.of(0), masses: Float64Array.of(1) };

/** The chance to stand above z·√information at the next look, having survived so far. */
export function chanceAbove(state: Surviving, information: number, z: number): number {
  const bound = z * Math.sqrt(information);
  const step = Math.sqrt(information - state.information);
  let sum = 0;
  for (let i = 0; i < state.nodes.length; i++) {
    sum += state.masses[i]! * normalUpper((bound - state.nodes[i]!) / step);
  }
  return sum;
}

/** What bounds the surviving paths at a look, in z: an upper bound, and its mirror image when two-sided. */
export interface Bounds {
  readonly z: number;
  readonly sides: 1 | 2;
}

/**
 * Those who survive the next look too. `nextStep` is the increase of
 * information to the look after it, for which the grid is laid; mass beyond
 * `reach` standard deviations is left out.
 */
export function survive(
  state: Surviving,
  information: number,
  bounds: Bounds,
  nextStep: number,
  reach: number,
): Surviving {
  const scale = Math.sqrt(information);
  const step = Math.sqrt(information - state.information);
  const high = Math.min(bounds.z, reach) * scale;
  const low = -(bounds.sides === 2 ? Math.min(bounds.z, reach) : reach) * scale;
  const panels = Math.max(1, Math.ceil((high - low) / (2 * Math.min(step, Math.sqrt(nextStep)))));
  const half = (high - low) / panels / 2;
  const size = panels * RULE.nodes.length;
  const nodes = new Float64Array(size);
  const masses = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const panel = Math.floor(k / RULE.nodes.length);
    const i = k % RULE.nodes.length;
    const at = low + half * (2 * panel + 1 + RULE.nodes[i]!);
    nodes[k] = at;
    masses[k] = half * RULE.weights[i]! * density(state, at, step);
  }
  return { information, nodes, masses };
}

/** Paths that would have to move further than this many standard deviations in one step count for nothing. */
const WINDOW = 16;

function density(state: Surviving, at: number, step: number): number {
  const { nodes, masses } = state;
  let sum = 0;
  for (let i = firstFrom(nodes, at - WINDOW * step); i < nodes.length; i++) {
    const z = (at - nodes[i]!) / step;
    if (z < -WINDOW) break;
    sum += masses[i]! * Math.exp(-0.5 * z * z);
  }
  return sum / step / SQRT_TWO_PI;
}

/** The index of the first node at or above a value; nodes ascend. */
function firstFrom(nodes: Float64Array, value: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nodes[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
