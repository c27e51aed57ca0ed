import type { Metric, MetricField } from '../plan/plan.ts';
import type { CustomerIndex } from './customer-index.ts';
import type { EventColumns, RecordsReader } from './records-reader.ts';
import { DAY } from './trigger-moment.ts';
import type { UnitTable } from './unit-table.ts';

/** Where a customer's outcome stands: only `there` is analysed. */
export const THERE = 0;
export const WINDOW_OPEN = 1;
export const MISSING = 2;
export const NO_ANCHOR = 3;

/** One metric's outcome of every row of the unit table. */
export type OutcomeColumn = {
  /** The customer's value; 1 or 0 for a conversion; the numerator of a ratio. Uncapped. */
  readonly value: Float64Array;
  /** The denominator of a ratio, else null. */
  readonly per: Float64Array | null;
  readonly state: Uint8Array;
  /** When the window closed, milliseconds UTC; NaN for a metric without a window. */
  readonly closes: Float64Array;
};

/**
 * What became of each customer by `asOf`. The window runs from the anchor, included, to anchor + days, excluded; a
 * date without a time counts from the anchor's day on. No matching activity is 0; a missing trait is missing.
 */
export function outcomeColumn(metric: Metric, units: UnitTable, records: RecordsReader, asOf: number): OutcomeColumn {
  const windows = windowsOf(metric, units, asOf);
  const value = gather(metric, metric.of, units, records, windows);
  const per = metric.kind === 'ratio' && metric.per ? gather(metric, metric.per, units, records, windows) : null;
  return { value, per, state: stateOf(metric, value, per, windows), closes: windows.closes };
}

/** Activities are never missing, so that metrics of the same window share how its rows stand. */
function stateOf(metric: Metric, value: Float64Array, per: Float64Array | null, windows: Windows): Uint8Array {
  if ('activity' in metric.of && (per === null || (metric.per !== undefined && 'activity' in metric.per))) {
    return windows.state;
  }
  const state = windows.state.slice();
  for (let row = 0; row < state.length; row++) {
    if (state[row] !== THERE) continue;
    if (Number.isNaN(value[row]) || (per !== null && Number.isNaN(per[row]))) state[row] = MISSING;
  }
  return state;
}

type Windows = {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly state: Uint8Array;
  readonly closes: Float64Array;
};

/** By what they depend on: metrics of the same sort and length of window share theirs. */
const known = new WeakMap<UnitTable, Map<string, Windows>>();

function windowsOf(metric: Metric, units: UnitTable, asOf: number): Windows {
  const of = 'trait' in metric.of ? 'trait' : 'score' in metric.of ? 'score' : 'activity';
  const name = `${of}/${metric.windowDays}/${asOf}`;
  const ofUnits = known.get(units) ?? new Map<string, Windows>();
  known.set(units, ofUnits);
  const found = ofUnits.get(name) ?? windowsAnew(of, metric.windowDays, units, asOf);
  ofUnits.set(name, found);
  return found;
}

function windowsAnew(
  of: 'trait' | 'score' | 'activity',
  windowDays: number | undefined,
  { anchor: from }: UnitTable,
  asOf: number,
): Windows {
  const state = new Uint8Array(from.length);
  const closes = new Float64Array(from.length).fill(Number.NaN);
  const to = new Float64Array(from.length).fill(asOf);
  if (of === 'trait') return { from, to, state, closes };
  const anyAnswer = of === 'score' && windowDays === undefined;
  for (let row = 0; row < from.length; row++) {
    const anchor = from[row]!;
    if (Number.isNaN(anchor)) {
      if (!anyAnswer) state[row] = NO_ANCHOR;
      continue;
    }
    if (windowDays !== undefined) {
      const end = anchor + windowDays * DAY;
      closes[row] = end;
      to[row] = end;
      if (end > asOf) state[row] = WINDOW_OPEN;
    } else if (anchor > asOf) state[row] = WINDOW_OPEN;
  }
  return { from, to, state, closes };
}

function gather(
  metric: Metric,
  field: MetricField,
  units: UnitTable,
  records: RecordsReader,
  windows: Windows,
): Float64Array {
  if ('trait' in field) return traitValues(metric, field.trait, units.index, records);
  if ('score' in field) return scoreValues(metric, records.scores(field.score), units, windows);
  const events = records.activities(field.activity, field.field ?? null);
  if (metric.kind === 'conversion' && (field.atLeast ?? 1) > 1) {
    const times = addUp({ ...metric, kind: 'count' }, true, events, units, windows);
    return times.map((n) => (n >= (field.atLeast ?? 1) ? 1 : 0));
  }
  return addUp(metric, field.field === undefined, events, units, windows);
}

function addUp(metric: Metric, counting: boolean, events: EventColumns, units: UnitTable, windows: Windows) {
  const total = new Float64Array(units.index.ids.length);
  for (let i = 0; i < events.customer.length; i++) {
    const row = units.index.row(events.customer[i]!);
    if (row < 0 || !within(events, i, row, windows)) continue;
    if (metric.kind === 'conversion') total[row] = 1;
    else if (metric.kind === 'count' || counting) total[row] = total[row]! + 1;
    else if (!Number.isNaN(events.value[i])) total[row] = total[row]! + events.value[i]!;
  }
  return total;
}

function within(events: EventColumns, i: number, row: number, windows: Windows): boolean {
  const at = events.at[i]!;
  const from = windows.from[row]!;
  return at < windows.to[row]! && (at >= from || (events.day[i] === 1 && at + DAY > from));
}

function traitValues(metric: Metric, key: string, index: CustomerIndex, records: RecordsReader): Float64Array {
  const out = new Float64Array(index.ids.length).fill(Number.NaN);
  const { customer, code, levels } = records.trait(key);
  const counts = Float64Array.from(levels, (level) => traitCounts(metric, level));
  for (let i = 0; i < customer.length; i++) {
    const row = index.row(customer[i]!);
    if (row >= 0) out[row] = counts[code[i]!]!;
  }
  return out;
}

function traitCounts({ kind }: Metric, level: number | string | null): number {
  const number = level === null ? Number.NaN : Number(level);
  if (kind !== 'conversion' || Number.isNaN(number)) return number;
  return number > 0 ? 1 : 0;
}

/** The last answer in the window; an NPS counts 100 for a promoter (9, 10), −100 for a detractor (0 to 6). */
function scoreValues(metric: Metric, answers: EventColumns, units: UnitTable, windows: Windows): Float64Array {
  const out = new Float64Array(units.index.ids.length).fill(Number.NaN);
  const latest = new Float64Array(out.length).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < answers.customer.length; i++) {
    const row = units.index.row(answers.customer[i] ?? 0);
    const score = answers.value[i] ?? Number.NaN;
    if (row < 0 || Number.isNaN(score)) continue;
    const at = answers.at[i] ?? Number.NaN;
    const dated = !Number.isNaN(at);
    if (dated && !Number.isNaN(windows.from[row]) && !within(answers, i, row, windows)) continue;
    const order = dated ? at : Number.NEGATIVE_INFINITY;
    if (order < (latest[row] ?? 0)) continue;
    latest[row] = order;
    out[row] = metric.kind === 'nps' ? (score >= 9 ? 100 : score <= 6 ? -100 : 0) : score;
  }
  return out;
}
