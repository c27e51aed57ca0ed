import { type ClusterColumn, clusterColumn } from '../lift/cluster.ts';
import { coded } from '../lift/coded.ts';
import type { ArmColumns, RecordsReader } from '../lift/records-reader.ts';
import { DAY, HOUR } from '../lift/trigger-moment.ts';
import type { UnitTable } from '../lift/unit-table.ts';
import type { Metric, Plan } from '../plan/plan.ts';
import { type Draws, drawsFrom } from '../stats/chance.ts';
import { stratumNames } from './known-before.ts';
import { pastUnits } from './past.ts';
import { planted } from './planted-records.ts';

/** A pilot made up from history: the customers are real, who got what and what came of it is not. */
export type PlayedPilot = { readonly records: RecordsReader; readonly customers: number };

export type Played = {
  /** Planted into what the treatments' customers did, relative, towards the better side. */
  readonly lift: number;
  readonly seed: number;
  /** No more customers than the pilot is expected to have. */
  readonly most: number;
};

/** Of the treatments' customers, so many are said to have been reached. */
const REACHED = 0.95;

/**
 * The records as they would stand after the pilot: customers of history, each once, split by the plan's weights, with
 * a lift planted into the decisive metric of the treatments. Everything else is as history has it. Only customers
 * whose every window has closed take part, where there are any.
 */
export function playedPilot(
  plan: Plan,
  metric: Metric,
  records: RecordsReader,
  now: number,
  { lift, seed, most }: Played,
): PlayedPilot {
  const { units, end } = pastUnits(plan, metric, records, now);
  const draws = drawsFrom(seed);
  const rows = chosen(plan, metric, units, end, draws).slice(0, most);
  const split = splitBy(plan, rows, clusterColumn(plan, units, records));
  const drawn = columnsOf(plan, units, split);
  const strata = stratumNames(plan, units, Object.keys(split.arm).map(Number), records);
  const customers = Int32Array.from(drawn.customer).sort();
  const within: RecordsReader = {
    ...records,
    customers: () => customers,
    armsNamed: () => drawn,
    assignments: () => drawn,
    strata: () => ({ customer: drawn.customer, ...coded(strata) }),
    armSources: () => ({ customer: new Int32Array(0), code: new Int32Array(0), levels: [] }),
    datedEvents: () => [],
    otherwiseJoined: () => null,
  };
  const treated = units.arm.map((_, row) =>
    split.arm[row] !== undefined && isTreatment(plan, split.arm[row]) ? 1 : 0,
  );
  const pilot = { units, end, treated };
  return {
    records: reached(plan, planted(metric, within, pilot, { lift, seed }), pilot, draws),
    customers: rows.length,
  };
}

/** Rows whose windows have all closed, in chance's order; failing that, those whose decisive window has. */
function chosen(plan: Plan, metric: Metric, units: UnitTable, end: number, draws: Draws): number[] {
  const closed = (days: number) =>
    [...units.arm.keys()].filter((row) => units.arm[row] === 0 && (units.anchor[row] ?? 0) + days * DAY <= end);
  const longest = Math.max(...plan.metrics.map((one) => one.windowDays ?? 0));
  const whole = closed(longest);
  const rows = whole.length >= 2 * plan.arms.length ? whole : closed(metric.windowDays ?? 0);
  for (let i = rows.length - 1; i > 0; i--) {
    const j = draws.index(i + 1);
    const moved = rows[i] ?? 0;
    rows[i] = rows[j] ?? 0;
    rows[j] = moved;
  }
  return rows;
}

type Split = { readonly arm: Readonly<Record<number, number>> };

/** Each arm its share, to the nearest whole customer, or to the nearest whole cluster. */
function splitBy(plan: Plan, rows: readonly number[], cluster: ClusterColumn): Split {
  const wholes = new Map<number, number[]>();
  for (const row of rows) {
    const at = cluster === null ? row : (cluster[row] ?? -1);
    const whole = wholes.get(at);
    if (whole === undefined) wholes.set(at, [row]);
    else whole.push(row);
  }
  const drawn = [...wholes.values()];
  const all = plan.arms.reduce((sum, arm) => sum + arm.weight, 0);
  const arm: Record<number, number> = {};
  let from = 0;
  let weight = 0;
  for (const [i, one] of plan.arms.entries()) {
    weight += one.weight;
    const to = Math.round((weight / all) * drawn.length);
    for (const row of drawn.slice(from, to).flat()) arm[row] = i;
    from = to;
  }
  return { arm };
}

function columnsOf(plan: Plan, units: UnitTable, split: Split): ArmColumns {
  const rows = Object.keys(split.arm).map(Number);
  return {
    customer: Int32Array.from(rows, (row) => units.index.ids[row] ?? 0),
    code: Int32Array.from(rows, (row) => split.arm[row] ?? 0),
    levels: plan.arms.map(({ id }) => id),
    at: Float64Array.from(rows, (row) => units.anchor[row] ?? Number.NaN),
    day: Uint8Array.from(rows, (row) => units.anchorDay[row] ?? 0),
  };
}

function isTreatment(plan: Plan, arm: number): boolean {
  return plan.arms[arm]?.role === 'treatment';
}

/** Most of the treatments' customers were reached an hour after their start, and nobody of the control. */
function reached(
  plan: Plan,
  records: RecordsReader,
  { units, treated }: { readonly units: UnitTable; readonly treated: ArrayLike<number> },
  draws: Draws,
): RecordsReader {
  const kinds = new Set(plan.arms.flatMap((arm) => arm.intervention?.exposure?.activity ?? []));
  const rows = [...units.arm.keys()].filter((row) => treated[row] === 1 && draws.unit() < REACHED);
  return {
    ...records,
    activities(kind, field) {
      const events = records.activities(kind, field);
      if (!kinds.has(kind)) return events;
      const kept = [...events.customer.keys()].filter((i) => {
        const row = units.index.row(events.customer[i] ?? 0);
        return row < 0 || (events.at[i] ?? 0) <= (units.anchor[row] ?? 0) - DAY;
      });
      return {
        customer: Int32Array.from([
          ...kept.map((i) => events.customer[i] ?? 0),
          ...rows.map((row) => units.index.ids[row] ?? 0),
        ]),
        at: Float64Array.from([
          ...kept.map((i) => events.at[i] ?? Number.NaN),
          ...rows.map((row) => (units.anchor[row] ?? 0) + HOUR),
        ]),
        day: Uint8Array.from([...kept.map((i) => events.day[i] ?? 0), ...rows.map(() => 0)]),
        value: Float64Array.from([...kept.map((i) => events.value[i] ?? Number.NaN), ...rows.map(() => Number.NaN)]),
      };
    },
  };
}
