import type { Interval } from '../../lift/lift-result.ts';
import type { IntervalPicture } from '../table.ts';

/** A scale shared by rows that stand under each other, so that their intervals can be compared. */
export type Scale = { readonly min: number; readonly max: number };

/** The widest row may not squeeze the others flat: what lies beyond this many times the narrowest reach is cut. */
const MOST_SPREAD = 6;

/** One scale for several intervals; it holds 0 and `also`. Null when none has an estimate. */
export function scaleFor(intervals: readonly Interval[], also: readonly number[]): Scale | null {
  const reaches = intervals.flatMap((interval) => {
    const ends = [interval.estimate, interval.lower, interval.upper].filter((end) => end !== null);
    return interval.estimate === null ? [] : [Math.max(...ends.map(Math.abs))];
  });
  if (reaches.length === 0) return null;
  const most = Math.min(...reaches.filter((reach) => reach > 0), Number.MAX_VALUE) * MOST_SPREAD;
  const ends = intervals.flatMap((interval) => [interval.estimate, interval.lower, interval.upper]);
  const kept = [0, ...also, ...ends.filter((end) => end !== null).map((end) => Math.max(-most, Math.min(most, end)))];
  const [min, max] = [Math.min(...kept), Math.max(...kept)];
  const margin = (max - min) * 0.08 || 1;
  return { min: min - margin, max: max + margin };
}

/** An interval on a scale; null without an estimate. */
export function intervalPicture(
  interval: Interval,
  scale: Scale,
  limit: number | null,
  tone: IntervalPicture['tone'],
): IntervalPicture | null {
  if (interval.estimate === null) return null;
  return { estimate: interval.estimate, lower: interval.lower, upper: interval.upper, ...scale, limit, tone };
}
