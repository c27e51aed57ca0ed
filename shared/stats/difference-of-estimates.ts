/** An estimate with its interval, both ends known. */
export interface Estimated {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Difference of two independent estimates, from nothing but their intervals of one level: the square-root combination
 * of their distances (method of variance estimates recovery). It keeps intervals that are longer on one side; for
 * symmetric normal ones it is the usual √(se₁² + se₂²), for two Wilson intervals Newcombe's method 10.
 *
 * Zou GY, Donner A (2008). Construction of confidence limits about effect measures: a general approach. Statistics in
 * Medicine 27, 1693–1702.
 *
 * @returns one − other, at the level of the intervals given
 */
export function differenceOfEstimates(one: Estimated, other: Estimated): Estimated {
  const estimate = one.estimate - other.estimate;
  return {
    estimate,
    lower: estimate - Math.hypot(one.estimate - one.lower, other.upper - other.estimate),
    upper: estimate + Math.hypot(one.upper - one.estimate, other.estimate - other.lower),
  };
}
