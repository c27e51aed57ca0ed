import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A reproducible source of chance: the same words give the same draws on every machine. */
export type Chance = {
  /** A whole number from 0 to `below` − 1. */
  index(below: number): number;
  /** A number from 0, included, to 1, excluded. */
  unit(): number;
};

/** Chance seeded by words, so that every stratum and every batch has draws of its own. */
export function chance(...words: readonly (string | number)[]): Chance {
  const digest = sha256(utf8ToBytes(JSON.stringify(words)));
  const seed = new DataView(digest.buffer, digest.byteOffset).getInt32(0);
  const generator = xoroshiro128plus(seed);
  return {
    index: (below) => uniformInt(generator, 0, below - 1),
    unit: () => uniformFloat64(generator),
  };
}

/** A number from 0 to 1 that depends on nothing but the words: the first 52 bits of their SHA-256. */
export function hashUnit(...words: readonly (string | number)[]): number {
  const view = new DataView(sha256(utf8ToBytes(JSON.stringify(words))).buffer);
  return (view.getUint32(0) * 2 ** 20 + (view.getUint32(4) >>> 12)) / 2 ** 52;
}
