import type { CustomerIndex } from './customer-index.ts';

/**
 * Which events are whose: those of row r stand in `events` from `starts[r]` up to `starts[r + 1]`, as places in the
 * columns they came in and in that order. Events of customers the index does not have are nobody's.
 */
export type EventsByRow = { readonly starts: Int32Array; readonly events: Int32Array };

/** @param customers whose each event is */
export function eventsByRow(customers: Int32Array, index: CustomerIndex): EventsByRow {
  const starts = new Int32Array(index.ids.length + 1);
  for (const customer of customers) {
    const row = index.row(customer);
    if (row >= 0) starts[row + 1]!++;
  }
  for (let row = 1; row < starts.length; row++) starts[row]! += starts[row - 1]!;
  const next = starts.slice();
  const events = new Int32Array(starts[index.ids.length]!);
  for (let i = 0; i < customers.length; i++) {
    const row = index.row(customers[i]!);
    if (row >= 0) events[next[row]!++] = i;
  }
  return { starts, events };
}
