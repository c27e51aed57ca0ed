import type { Metric, Plan } from '../plan/plan.ts';
import { adjust } from '../stats/adjust.ts';
import { normalUpper } from '../stats/distribution/normal.ts';
import type { ClusterColumn } from './cluster.ts';
import { chanceOf, type Valued } from './more-than-chance.ts';
import { THERE } from './outcome.ts';
import { DAY } from './trigger-moment.ts';
import type { UnitTable } from './unit-table.ts';

/** Something that should stay as it was at the start: how many come, what control does, how many are reached. */
export type DriftId = 'arrivals' | 'baseline' | 'reach';

export type Drift = {
  readonly id: DriftId;
  /** By period of arrival, in order of time: a rate, a mean, or customers a day. Null where a period holds nobody. */
  readonly points: readonly { readonly at: number; readonly value: number | null; readonly n: number }[];
  /** The first and the last third of the time. */
  readonly first: number;
  readonly last: number;
  /** Two-sided, Holm over what could be compared; null where it could not be. */
  readonly p: number | null;
  /** When the last customer came, where nobody has come for longer than chance explains; else null. */
  readonly stopped: number | null;
};

export type DriftInput = {
  readonly plan: Plan;
  readonly metric: Metric;
  readonly units: UnitTable;
  readonly outcome: { readonly value: Float64Array; readonly state: Uint8Array };
  readonly cluster: ClusterColumn;
  /** 1 a row that was reached; null where the plan names no exposure. */
  readonly reached: Uint8Array | null;
  /** The last moment the records know of. */
  readonly end: number;
};

/** A shorter enrolment has no course that could drift. */
const FEWEST_DAYS = 9;
const MOST_PERIODS = 12;
/** So many expected arrivals that did not come mean that nobody is taken in any more. */
const MISSED = 5;
/** Fewer customers in a third of the time say nothing. */
const FEWEST = 30;

/**
 * Arrivals, control's own outcome and reach, the first third of the time against the last. Nothing of a treatment's
 * outcome is looked at, so this is no look. Arrivals: two Poisson counts over equal times, normal approximation;
 * rates: the pooled score test; means: Welch. Where whole clusters are assigned, arrivals count their squared sizes and
 * the others go by CR2, which takes a cluster that came early and late for two: that errs on the careful side.
 */
export function drifts(input: DriftInput): Drift[] {
  const { plan, units, end } = input;
  const rows = [...units.arm.keys()].filter((row) => (units.arm[row] ?? -1) >= 0 && !Number.isNaN(units.anchor[row]));
  const start = rows.reduce((first, row) => Math.min(first, units.anchor[row] ?? first), Number.POSITIVE_INFINITY);
  if (!(end - start >= FEWEST_DAYS * DAY)) return [];
  const control = plan.arms.findIndex((arm) => arm.role === 'control');
  const known = rows.filter((row) => units.arm[row] === control && input.outcome.state[row] === THERE);
  const treated = rows.filter((row) => units.arm[row] !== control);
  // The newest windows are still open, and the newest messages not out yet: those days have no say.
  const last = rows.reduce((latest, row) => Math.max(latest, units.anchor[row] ?? latest), start);
  const stopped = end - last > Math.max(2 * DAY, (MISSED * (last - start)) / rows.length) ? last : null;
  const until = (to: number) => ({ start, end: Math.min(to, last) });
  const found = [
    arrivals(input, rows, stopped === null ? { start, end } : until(end), stopped),
    ...(known.length < FEWEST ? [] : [outcomeDrift(input, known, until(end - (input.metric.windowDays ?? 0) * DAY))]),
    ...(input.reached === null ? [] : [reachDrift(input, treated, input.reached, until(end - DAY))]),
  ].filter((drift) => drift !== null);
  return corrected(found);
}

type Span = { readonly start: number; readonly end: number };

function arrivals(
  { units, cluster }: DriftInput,
  rows: readonly number[],
  span: Span,
  stopped: number | null,
): Drift | null {
  const timeOf = (row: number) => units.anchor[row] ?? Number.NaN;
  const at = rows.map(timeOf).filter((time) => time <= span.end);
  const third = (span.end - span.start) / 3;
  const early = at.filter((time) => time < span.start + third).length;
  const late = at.filter((time) => time >= span.end - third).length;
  // Everyone on one day is a list, not a stream.
  if (early + late < FEWEST || new Set(at.map((time) => Math.floor(time / DAY))).size < 3) return null;
  const days = third / DAY;
  const spread =
    squares(
      rows.filter((row) => timeOf(row) < span.start + third),
      cluster,
    ) +
    squares(
      rows.filter((row) => timeOf(row) >= span.end - third && timeOf(row) <= span.end),
      cluster,
    );
  const z = Math.abs(early - late) / Math.sqrt(spread);
  const step = stepOf(span);
  const points = periods(span).map((from) => {
    const n = at.filter((time) => time >= from && time < from + step).length;
    return { at: from, n, value: n / (step / DAY) };
  });
  return { id: 'arrivals', points, first: early / days, last: late / days, p: 2 * normalUpper(z), stopped };
}

/** The variance of a number of arrivals: that number where customers come one by one, more where whole clusters come. */
function squares(rows: readonly number[], cluster: ClusterColumn): number {
  if (cluster === null) return rows.length;
  const sizes = new Map<number, number>();
  for (const row of rows) sizes.set(cluster[row] ?? -1, (sizes.get(cluster[row] ?? -1) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + size * size, 0);
}

function outcomeDrift(
  { metric, units, outcome, cluster }: DriftInput,
  rows: readonly number[],
  span: Span,
): Drift | null {
  const value = (row: number) => outcome.value[row] ?? 0;
  return compared('baseline', units, rows, value, metric.kind === 'conversion' ? 'rate' : 'mean', span, cluster);
}

function reachDrift(
  { units, cluster }: DriftInput,
  rows: readonly number[],
  reached: Uint8Array,
  span: Span,
): Drift | null {
  if (!rows.some((row) => reached[row] === 1)) return null;
  return compared('reach', units, rows, (row) => reached[row] ?? 0, 'rate', span, cluster);
}

function compared(
  id: DriftId,
  units: UnitTable,
  rows: readonly number[],
  value: (row: number) => number,
  kind: 'rate' | 'mean',
  span: Span,
  cluster: ClusterColumn,
): Drift | null {
  const third = (span.end - span.start) / 3;
  const within = (from: number, to: number): Valued => {
    const here = rows.filter((row) => (units.anchor[row] ?? 0) >= from && (units.anchor[row] ?? 0) < to);
    return { rows: Int32Array.from(here), values: Float64Array.from(here, value) };
  };
  const [early, late] = [within(span.start, span.start + third), within(span.end - third, span.end)];
  if (early.rows.length < FEWEST || late.rows.length < FEWEST) return null;
  const step = stepOf(span);
  const points = periods(span).map((from) => {
    const { values } = within(from, from + step);
    return { at: from, n: values.length, value: values.length === 0 ? null : mean(values) };
  });
  const p = chanceOf(kind, { control: early, treatment: late }, cluster);
  return { id, points, first: mean(early.values), last: mean(late.values), p, stopped: null };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function stepOf({ start, end }: Span): number {
  const days = Math.max(1, Math.floor((end - start) / DAY));
  return (end - start) / Math.min(MOST_PERIODS, days);
}

function periods(span: Span): number[] {
  const step = stepOf(span);
  return Array.from({ length: Math.round((span.end - span.start) / step) }, (_, i) => span.start + i * step);
}

function corrected(found: readonly Drift[]): Drift[] {
  const tested = found.flatMap(({ p }) => (p === null ? [] : [p]));
  const adjusted = adjust({ p: tested, correction: 'holm' });
  if (adjusted.kind === 'error') return [...found];
  const left = [...adjusted.adjusted];
  return found.map((drift) => (drift.p === null ? drift : { ...drift, p: left.shift() ?? drift.p }));
}
