import type { Comparison } from './comparison.ts';
import { type OutcomeColumn, THERE, WINDOW_OPEN } from './outcome.ts';
import { DAY } from './trigger-moment.ts';
import type { UnitTable } from './unit-table.ts';
import type { Withheld } from './withhold.ts';

/** When an interval that is withheld is to be expected. */
export type WhenEnough =
  /** Milliseconds UTC, at the pace so far. */
  | { readonly kind: 'date'; readonly at: number }
  /** Nobody new is coming: so many more customers in the smaller arm would be needed. */
  | { readonly kind: 'more'; readonly customers: number }
  /** Not within ten years, at the pace so far. */
  | { readonly kind: 'far' }
  /** Nothing has happened yet that a pace could be reckoned from. */
  | { readonly kind: 'unknown' };

/** What was seen of the customers, and up to when. */
export type Seen = { readonly units: UnitTable; readonly outcome: OutcomeColumn; readonly asOf: number };

/** So many expected arrivals that did not come mean that nobody is taken in any more. */
const MISSED_ARRIVALS = 5;
/** A date further away says no more than that the pilot never ends. */
const MOST_DAYS = 3652;

/**
 * Each customer of the smaller arm brings as much of what is needed as those before did. First count the customers who
 * are in and whose window is still open, each on the day it closes; then those who will come, at the arm's pace so far.
 */
export function whenEnough({ have, need, reason }: Withheld, comparison: Comparison, seen: Seen): WhenEnough {
  const { samples, control, treatment } = comparison;
  const smaller = samples.control.values.length <= samples.treatment.values.length ? control : treatment;
  const { n, anchors, open } = armSeen(smaller, seen, comparison.metric.windowDays ?? 0);
  const yielding = reason === 'nobody' ? 1 : have / n;
  if (!(yielding > 0) || anchors.length === 0) return { kind: 'unknown' };
  const missing = Math.ceil((need - have) / yielding - 1e-9);
  const closing = open[missing - 1];
  if (closing !== undefined) return { kind: 'date', at: closing };
  const pace = paceOf(anchors, seen.asOf);
  if (pace === null) return { kind: 'more', customers: missing - open.length };
  const window = (comparison.metric.windowDays ?? 0) * DAY;
  const wait = (missing - open.length) / pace + window;
  return wait > MOST_DAYS * DAY ? { kind: 'far' } : { kind: 'date', at: seen.asOf + wait };
}

function armSeen(arm: number, { units, outcome }: Seen, windowDays: number) {
  const anchors: number[] = [];
  const open: number[] = [];
  let n = 0;
  for (let row = 0; row < units.arm.length; row++) {
    if (units.arm[row] !== arm) continue;
    const anchor = units.anchor[row] ?? Number.NaN;
    if (!Number.isNaN(anchor)) anchors.push(anchor);
    if (outcome.state[row] === THERE) n += 1;
    if (outcome.state[row] === WINDOW_OPEN) open.push(anchor + windowDays * DAY);
  }
  return { n, anchors: anchors.sort((a, b) => a - b), open: open.sort((a, b) => a - b) };
}

/** Customers of the arm a millisecond; null where they were all there at once, or have stopped coming. */
function paceOf(anchors: readonly number[], asOf: number): number | null {
  const [first = asOf, last = asOf] = [anchors[0], anchors.at(-1)];
  const span = last - first;
  if (!(span >= DAY)) return null;
  const pace = anchors.length / span;
  return asOf - last > Math.max(DAY, MISSED_ARRIVALS / pace) ? null : pace;
}
