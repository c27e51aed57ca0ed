import { type Chance, chance } from '../../assign/draw.ts';

/**
 * One of the sample's series of draws, named by words. Whole numbers are cut from the unit interval, not taken
 * modulo: an arm decided by a generator's lowest bit, the weakest of xoroshiro128+, would not be above doubt.
 */
export function sampleChance(seed: number, ...words: readonly string[]): Chance {
  const { unit } = chance('sample', seed, ...words);
  return { unit, index: (below) => Math.floor(unit() * below) };
}
