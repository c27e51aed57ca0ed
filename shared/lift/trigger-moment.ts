import type { Trigger } from '../plan/plan.ts';
import type { CustomerIndex } from './customer-index.ts';
import { eventsByRow } from './events-by-row.ts';
import type { EventColumns, RecordsReader } from './records-reader.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/**
 * The moment each customer's first qualifying trigger ripened: the event plus the `unless` hours, in which no
 * event of the other kind came. NaN for customers without one.
 *
 * @returns one number a row of the index, milliseconds UTC
 */
export function triggerMoments(trigger: Trigger, index: CustomerIndex, records: RecordsReader): Float64Array {
  const moments = new Float64Array(index.ids.length).fill(Number.NaN);
  const events = records.activities(trigger.activity, null);
  const unless = trigger.unless;
  const span = (unless?.withinHours ?? 0) * HOUR;
  const spoilers = unless ? timesByRow(records.activities(unless.activity, null), index) : null;
  for (let i = 0; i < events.customer.length; i++) {
    const row = index.row(events.customer[i] ?? 0);
    if (row < 0) continue;
    const at = events.at[i] ?? Number.NaN;
    const ripe = at + span;
    if ((moments[row] ?? Number.NaN) <= ripe) continue;
    if (spoilers === null || !spoilers.anyWithin(row, at, ripe)) moments[row] = ripe;
  }
  return moments;
}

/** Events gathered by row, so that "any in this span" needs no search through all of them. */
function timesByRow(columns: EventColumns, index: CustomerIndex) {
  const { starts, events } = eventsByRow(columns.customer, index);
  return {
    /** Whether the row has an event in [from, to); a date without a time counts if any of its day does. */
    anyWithin(row: number, from: number, to: number): boolean {
      for (let k = starts[row]!; k < starts[row + 1]!; k++) {
        const i = events[k]!;
        const at = columns.at[i]!;
        if (at < to && (at >= from || (columns.day[i] === 1 && at + DAY > from))) return true;
      }
      return false;
    },
  };
}
