import { holdoutShare } from '../assign/holdout.ts';
import { type ArmSample, armSample, capped } from '../lift/arm-sample.ts';
import { meetsCondition } from '../lift/condition-filter.ts';
import { type CustomerIndex, customerIndex } from '../lift/customer-index.ts';
import { outcomeColumn } from '../lift/outcome.ts';
import type { RecordsReader } from '../lift/records-reader.ts';
import { DAY, triggerMoments } from '../lift/trigger-moment.ts';
import { type UnitTable, unitTable } from '../lift/unit-table.ts';
import type { History } from '../plan/history.ts';
import type { Metric, Plan } from '../plan/plan.ts';
import { conditionsNamed, populationParts } from '../plan/population.ts';
import { computed, notComputed, type Outcome } from '../stats/result.ts';
import { covariance, summarise } from '../stats/summary.ts';
import { designEffect, varianceLeft } from './spread.ts';

const WEEK = 7 * DAY;
/** How far back arrivals are counted: the shop of last year is another shop. */
const WEEKS_BACK = 12;
/** So many expected arrivals that did not come, over a week at least, mean that nobody is taken in any more. */
const MISSED_ARRIVALS = 5;

/** What history holds for a plan: its figures, and the customers they come from. */
export type Past = { readonly history: History; readonly sample: PastOutcomes };

/** The same with where each of them stands in the unit table of history. */
export type PastInPlace = Past & { readonly units: UnitTable; readonly rows: ArmSample['rows'] };

/** What became of each customer of history; `per` holds the denominators of a ratio. */
export type PastOutcomes = Pick<ArmSample, 'values' | 'per'>;

/** Why history says nothing, for a sentence. */
export type NoPast = 'no-customers' | 'too-few' | 'all-alike';

/** Customers below which a baseline is a guess. */
export const FEWEST_CUSTOMERS = 20;

/** Customers as history would have taken them in, each once. */
type Taken = {
  readonly source: History['source'];
  /** 1 where the customer's outcome speaks for the baseline. */
  readonly counts: Uint8Array;
  readonly anchor: Float64Array;
  readonly anchorDay: Uint8Array;
  readonly pool: number;
  readonly arrivalsPerWeek: number;
  readonly arrivalWeeks: number | null;
  readonly start: number;
};

/**
 * The decisive metric before the pilot, windowed as the metric says and counted from the plan's own anchors.
 * A pilot whose arms are imported speaks through its control customers so far; a pilot that assigns here through
 * customers who met the population before the first assignment. Nothing of a treatment is looked at.
 *
 * @param now milliseconds UTC; history ends with the last record before it
 */
export function past(plan: Plan, metric: Metric, records: RecordsReader, now: number): Outcome<PastInPlace> {
  const { units, end, taken } = pastUnits(plan, metric, records, now);
  const outcome = outcomeColumn(metric, units, records, end);
  const found = armSample(units, outcome, 0);
  const sample =
    metric.cap?.amount === undefined ? found : { ...found, values: capped(found.values, metric.cap.amount) };
  if (sample.values.length < FEWEST_CUSTOMERS) return notComputed(reason(sample.values.length));
  const figures = figuresOf(sample);
  if (figures === null || !(figures.sd > 0)) return notComputed('all-alike' satisfies NoPast);
  const { source, arrivalWeeks, start } = taken;
  // Whoever is held out speaks for the baseline as well as anybody, but is never taken in.
  const kept = source === 'before' ? 1 - holdoutShare(plan) : 1;
  const [pool, arrivalsPerWeek] = [taken.pool * kept, taken.arrivalsPerWeek * kept];
  const spread = {
    varianceLeft: varianceLeft(plan, metric, units, records, sample),
    designEffect: designEffect(plan, units, records, sample),
  };
  const came = { source, n: sample.values.length, ...spread, pool, arrivalsPerWeek, arrivalWeeks, start };
  return computed({ history: { ...came, ...figures }, sample, units, rows: sample.rows });
}

/** The customers of history as a unit table of one arm, and the last moment history knows of. */
export function pastUnits(
  plan: Plan,
  metric: Metric,
  records: RecordsReader,
  now: number,
): { readonly units: UnitTable; readonly end: number; readonly taken: Taken } {
  const index = customerIndex(records.customers());
  const end = lastRecord(plan, records, now);
  const imported = plan.allocation.method === 'imported' ? importedPast(plan, records, end, now) : null;
  const taken = imported ?? earlierPast(plan, metric, index, records, end, now);
  const units = {
    index,
    arm: Int8Array.from(taken.counts, (counts) => (counts === 1 ? 0 : -1)),
    anchor: taken.anchor,
    anchorDay: taken.anchorDay,
  };
  return { units, end, taken };
}

function reason(n: number): NoPast {
  return n === 0 ? 'no-customers' : 'too-few';
}

function figuresOf({ values, per }: ArmSample): { mean: number; sd: number } | null {
  const above = summarise(values);
  if (above.kind === 'error') return null;
  if (per === null) return { mean: above.mean, sd: above.sd };
  const below = summarise(per);
  if (below.kind === 'error' || below.mean === 0) return null;
  const ratio = above.mean / below.mean;
  const shared = covariance(values, above.mean, per, below.mean);
  const variance = above.sd ** 2 - 2 * ratio * shared + ratio ** 2 * below.sd ** 2;
  return { mean: ratio, sd: Math.sqrt(Math.max(0, variance)) / Math.abs(below.mean) };
}

/** The pilot so far, where another system drew the arms; null while no arm is known. */
function importedPast(plan: Plan, records: RecordsReader, end: number, now: number): Taken | null {
  const units = unitTable(plan, records, now);
  const control = plan.arms.findIndex((arm) => arm.role === 'control');
  let all = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < units.arm.length; row++) {
    if ((units.arm[row] ?? -1) < 0) continue;
    all += 1;
    const at = units.anchor[row] ?? Number.NaN;
    if (at < first) first = at;
    if (at > last) last = at;
  }
  if (all === 0) return null;
  const weeks = (last - first) / WEEK;
  const once = !(weeks >= 1);
  const quiet = (end - last) / WEEK;
  return {
    source: 'control',
    counts: Uint8Array.from(units.arm, (arm) => (arm === control ? 1 : 0)),
    anchor: units.anchor,
    anchorDay: units.anchorDay,
    pool: once ? all : 0,
    arrivalsPerWeek: once ? 0 : all / weeks,
    arrivalWeeks: quiet > Math.max(1, MISSED_ARRIVALS / (all / weeks)) ? weeks : null,
    start: Number.isFinite(first) ? first : now,
  };
}

/** Customers whom the plan would have taken in before it assigned anybody. */
function earlierPast(
  plan: Plan,
  metric: Metric,
  index: CustomerIndex,
  records: RecordsReader,
  end: number,
  now: number,
): Taken {
  const n = index.ids.length;
  const assigned = records.assignments().at.reduce((first, at) => (at < first ? at : first), Number.POSITIVE_INFINITY);
  const start = Math.min(now, assigned);
  const until = Math.min(end, start);
  const { trigger } = populationParts(plan);
  const common = { source: 'before' as const, anchorDay: new Uint8Array(n), arrivalWeeks: null, start };
  if (trigger !== undefined) {
    const anchor = triggerMoments(trigger, index, records);
    const met = takenBy(plan, index, records, anchor);
    const counts = Uint8Array.from(anchor, (at, row) => (at < until && met[row] === 1 ? 1 : 0));
    return { ...common, counts, anchor, pool: 0, arrivalsPerWeek: perWeek(anchor, counts, until) };
  }
  const closed = until - (metric.windowDays ?? 0) * DAY;
  const at = (moment: number) => takenBy(plan, index, records, new Float64Array(n).fill(moment));
  const pool = at(until).reduce((sum, met) => sum + met, 0);
  if (!conditionsNamed(plan).some(({ condition }) => 'activity' in condition)) {
    const anchor = new Float64Array(n).fill(closed);
    return { ...common, counts: at(closed), anchor, pool, arrivalsPerWeek: 0 };
  }
  // The first of the weekly steps at which a customer qualifies is its anchor: what it did later has no say in that.
  const anchor = new Float64Array(n).fill(Number.NaN);
  const newcomers: number[] = [];
  for (let back = WEEKS_BACK; back >= 0; back--) {
    const moment = closed - back * WEEK;
    let came = 0;
    for (const [row, met] of at(moment).entries()) {
      if (met === 0 || !Number.isNaN(anchor[row])) continue;
      anchor[row] = moment;
      came += 1;
    }
    newcomers.push(came);
  }
  // Whoever qualified at the first step had been there before; the steps after it show who comes anew.
  const steady = newcomers.slice(newcomers.findIndex((came) => came > 0) + 1);
  const arrivalsPerWeek = steady.length === 0 ? 0 : steady.reduce((sum, came) => sum + came, 0) / steady.length;
  return {
    ...common,
    counts: Uint8Array.from(anchor, (moment) => (Number.isNaN(moment) ? 0 : 1)),
    anchor,
    pool,
    arrivalsPerWeek,
  };
}

/** 1 where a customer meets the conditions of the population and no exclusion, by what came before a moment. */
function takenBy(plan: Plan, index: CustomerIndex, records: RecordsReader, before: Float64Array): Uint8Array {
  const { where, exclude } = populationParts(plan);
  const met = where === undefined ? null : meetsCondition(where, index, records, before);
  const keptOut = exclude.map((one) => meetsCondition(one.where, index, records, before));
  return Uint8Array.from(index.ids, (_, row) =>
    (met === null || met[row] === 1) && !keptOut.some((out) => out[row] === 1) ? 1 : 0,
  );
}

function perWeek(anchor: Float64Array, counts: Uint8Array, until: number): number {
  const from = until - WEEKS_BACK * WEEK;
  let n = 0;
  let first = until;
  for (let row = 0; row < anchor.length; row++) {
    const at = anchor[row] ?? Number.NaN;
    if (counts[row] !== 1 || at < from) continue;
    n += 1;
    if (at < first) first = at;
  }
  return n === 0 ? 0 : n / Math.max(1, (until - first) / WEEK);
}

/** The last record of a kind the plan speaks of, so that an export of last spring is not taken for a shop without customers. */
export function lastRecord(plan: Plan, records: RecordsReader, now: number): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const kind of activitiesOf(plan)) {
    for (const at of records.activities(kind, null).at) if (at <= now && at > last) last = at;
  }
  return Number.isFinite(last) ? last : now;
}

function activitiesOf(plan: Plan): string[] {
  const { trigger } = populationParts(plan);
  const named = plan.metrics.flatMap(({ of, per }) =>
    [of, per].flatMap((field) => (field !== undefined && 'activity' in field ? [field.activity] : [])),
  );
  const conditions = conditionsNamed(plan).flatMap(({ condition }) =>
    'activity' in condition ? [condition.activity] : [],
  );
  return [...new Set([...named, ...(trigger === undefined ? [] : [trigger.activity]), ...conditions])];
}
