import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance by a seed: the same seed chooses the same on every machine. */
export class Random {
  readonly #generator: ReturnType<typeof xoroshiro128plus>;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number {
    return uniformInt(this.#generator, 0, end - 1);
  }

  /** True `percent` times in a hundred. */
  happens(percent: number): boolean {
    return this.below(100) < percent;
  }

  oneOf<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}
