import { coded } from '../lift/coded.ts';
import { outcomeColumn } from '../lift/outcome.ts';
import type { EventColumns, RecordsReader } from '../lift/records-reader.ts';
import { DAY } from '../lift/trigger-moment.ts';
import type { UnitTable } from '../lift/unit-table.ts';
import type { Metric } from '../plan/plan.ts';
import { drawsFrom } from '../stats/chance.ts';

/** Into whom a lift is planted: 1 a row of the unit table that was treated. */
export type Treated = { readonly units: UnitTable; readonly end: number; readonly treated: ArrayLike<number> };

type Seeded = { readonly lift: number; readonly seed: number };

/**
 * The records with a lift in the treated customers' outcomes of one metric. A rate turns customers, each with the same
 * chance; totals and ratios scale what was counted; counts repeat or drop events; means, traits and scores shift.
 * What else is counted of the same records moves with it, as it would.
 */
export function planted(metric: Metric, records: RecordsReader, pilot: Treated, { lift, seed }: Seeded): RecordsReader {
  const change = metric.better === 'higher' ? lift : -lift;
  const { of } = metric;
  if (change === 0) return records;
  if ('activity' in of) {
    const plant = plantingOf(metric, records, pilot, change, seed);
    return {
      ...records,
      activities: (kind, field) => {
        const events = records.activities(kind, field);
        return kind === of.activity ? plant(events, field === (of.field ?? null)) : events;
      },
    };
  }
  const base = meanOf(metric, records, pilot);
  const draws = drawsFrom(seed);
  const flips = pilot.units.arm.map(() => (draws.unit() < turnChance(base, change) ? 1 : 0));
  const moved = (customer: number, value: number): number => {
    const row = pilot.units.index.row(customer);
    if (row < 0 || pilot.treated[row] !== 1) return value;
    if (metric.kind !== 'conversion') return value + change * Math.abs(base);
    const candidate = change > 0 ? value <= 0 : value > 0;
    return candidate && flips[row] === 1 ? Number(change > 0) : value;
  };
  if ('score' in of) {
    return {
      ...records,
      scores: (question) => {
        const answers = records.scores(question);
        if (question !== of.score) return answers;
        return {
          ...answers,
          value: answers.value.map((value, i) => scored(metric, moved(answers.customer[i] ?? 0, value))),
        };
      },
    };
  }
  return {
    ...records,
    trait: (key) => {
      const found = records.trait(key);
      if (key !== of.trait) return found;
      const values = Array.from(found.customer, (customer, i) => {
        const cell = found.levels[found.code[i]!] ?? null;
        return cell === null || Number.isNaN(Number(cell)) ? cell : moved(customer, Number(cell));
      });
      return { customer: found.customer, ...coded(values) };
    },
  };
}

/** A score stays on its scale. */
function scored(metric: Metric, value: number): number {
  return metric.kind === 'nps' ? Math.min(10, Math.max(0, Math.round(value))) : value;
}

function meanOf(metric: Metric, records: RecordsReader, { units, end }: Treated): number {
  const { value, state } = outcomeColumn(metric, units, records, end);
  let [n, sum] = [0, 0];
  for (let row = 0; row < value.length; row++) {
    if (units.arm[row] !== 0 || state[row] !== 0) continue;
    n += 1;
    sum += value[row] ?? 0;
  }
  // An NPS is shifted on its own answers' scale: a tenth of what it is in points of 100.
  return n === 0 ? 0 : sum / n / (metric.kind === 'nps' ? 10 : 1);
}

/** The chance with which a customer who could turn does, so that a rate rises or falls by `change`. */
function turnChance(rate: number, change: number): number {
  return change > 0 ? Math.min(1, (rate * change) / Math.max(1e-9, 1 - rate)) : -change;
}

/** Changes one kind of activity; `counted` says whether its values are those the metric adds up. */
type Planting = (events: EventColumns, counted: boolean) => EventColumns;

/** The treated row an event counts for, or −1. */
type RowOf = (events: EventColumns, i: number) => number;

function plantingOf(metric: Metric, records: RecordsReader, pilot: Treated, change: number, seed: number): Planting {
  const rowOf = treatedRow(metric, pilot);
  if (metric.kind === 'conversion') return turning(metric, records, pilot, rowOf, change, seed);
  const adds = 'activity' in metric.of && metric.of.field !== undefined && metric.kind !== 'count';
  return adds ? scaling(rowOf, change) : repeating(rowOf, change, seed);
}

function treatedRow(metric: Metric, { units, end, treated }: Treated): RowOf {
  return (events, i) => {
    const row = units.index.row(events.customer[i] ?? 0);
    if (row < 0 || treated[row] !== 1) return -1;
    const anchor = units.anchor[row] ?? Number.NaN;
    const to = metric.windowDays === undefined ? end : anchor + metric.windowDays * DAY;
    const at = events.at[i] ?? Number.NaN;
    return at < to && (at >= anchor || (events.day[i] === 1 && at + DAY > anchor)) ? row : -1;
  };
}

/** Customers who did not, now do, half-way through their window; or those who did, now do not. */
function turning(
  metric: Metric,
  records: RecordsReader,
  pilot: Treated,
  rowOf: RowOf,
  change: number,
  seed: number,
): Planting {
  const { units, end, treated } = pilot;
  const chance = turnChance(meanOf(metric, records, pilot), change);
  const before = outcomeColumn(metric, units, records, end).value;
  const draws = drawsFrom(seed);
  const turns = units.arm.map((_, row) => {
    const drawn = draws.unit() < chance;
    return drawn && treated[row] === 1 && before[row] === Number(change < 0) ? 1 : 0;
  });
  if (change < 0) {
    return (events) =>
      keep(events, (i) => {
        const row = rowOf(events, i);
        return row < 0 || turns[row] !== 1;
      });
  }
  const half = ((metric.windowDays ?? 1) * DAY) / 2;
  const rows = [...turns.keys()].filter((row) => turns[row] === 1);
  const times = 'activity' in metric.of ? (metric.of.atLeast ?? 1) : 1;
  return (events) => {
    const lots = drawsFrom(seed + 1);
    return withMore(
      events,
      rows.flatMap((row) =>
        Array.from({ length: times }, () => ({
          customer: units.index.ids[row] ?? 0,
          at: (units.anchor[row] ?? 0) + half,
          value: events.value[lots.index(events.value.length)] ?? Number.NaN,
        })),
      ),
    );
  };
}

function repeating(rowOf: RowOf, change: number, seed: number): Planting {
  return (events) => {
    const lots = drawsFrom(seed + 1);
    const hit = new Set(
      [...events.customer.keys()].filter((i) => lots.unit() < Math.abs(change) && rowOf(events, i) >= 0),
    );
    if (change < 0) return keep(events, (i) => !hit.has(i));
    return withMore(
      events,
      [...hit].map((i) => ({
        customer: events.customer[i] ?? 0,
        at: events.at[i] ?? Number.NaN,
        value: events.value[i] ?? Number.NaN,
      })),
    );
  };
}

function scaling(rowOf: RowOf, change: number): Planting {
  return (events, counted) =>
    counted
      ? { ...events, value: events.value.map((value, i) => (rowOf(events, i) < 0 ? value : value * (1 + change))) }
      : events;
}

function keep(events: EventColumns, is: (i: number) => boolean): EventColumns {
  const kept = [...events.customer.keys()].filter(is);
  return {
    customer: Int32Array.from(kept, (i) => events.customer[i] ?? 0),
    at: Float64Array.from(kept, (i) => events.at[i] ?? Number.NaN),
    day: Uint8Array.from(kept, (i) => events.day[i] ?? 0),
    value: Float64Array.from(kept, (i) => events.value[i] ?? Number.NaN),
  };
}

type More = { readonly customer: number; readonly at: number; readonly value: number };

function withMore(events: EventColumns, more: readonly More[]): EventColumns {
  return {
    customer: Int32Array.from([...events.customer, ...more.map(({ customer }) => customer)]),
    at: Float64Array.from([...events.at, ...more.map(({ at }) => at)]),
    day: Uint8Array.from([...events.day, ...more.map(() => 0)]),
    value: Float64Array.from([...events.value, ...more.map(({ value }) => value)]),
  };
}
