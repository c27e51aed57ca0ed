import type { Interval } from './lift-result.ts';

/** What an interval lets one say. */
export type Conclusion = 'above' | 'below' | 'unclear';

export function conclusionOf({ lower, upper }: Pick<Interval, 'lower' | 'upper'>): Conclusion {
  if (lower !== null && lower > 0) return 'above';
  return upper !== null && upper < 0 ? 'below' : 'unclear';
}
