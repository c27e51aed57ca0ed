import { z } from 'zod';
import type { Formatter } from '../format/formatter.ts';
import { metricName, metricUnit } from '../plan/metric-unit.ts';
import type { Metric, Plan } from '../plan/plan.ts';
import type { ScreenCatalogue } from '../text/catalogue.ts';
import { clusterColumn } from './cluster.ts';
import { type Drift, drifts } from './drift.ts';
import { reachedRows } from './exposure.ts';
import { severity } from './lift-result.ts';
import { outcomeColumn, THERE } from './outcome.ts';
import type { RecordsReader } from './records-reader.ts';
import { DAY } from './trigger-moment.ts';
import { unitTable } from './unit-table.ts';

/** How a pilot stands while it runs, without a look: nothing of a treatment's outcome is in it. */
export const board = z.object({
  decideBy: z.string(),
  /** Whole days until the decision; 0 when its day has come. */
  daysLeft: z.int(),
  /** Share of the time from the first customer to the decision that is over; null while nobody is in. */
  over: z.number().nullable(),
  assigned: z.int(),
  /** Customers whose outcome of the decisive metric is known. */
  known: z.int(),
  /** Of control and the smallest treatment, as sealed; null where the plan names no number. */
  expectedN: z.int().nullable(),
  /** The last moment the records know of. */
  until: z.string().nullable(),
  signs: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      severity,
      sentence: z.string(),
      p: z.number().nullable(),
      points: z.array(z.object({ at: z.string(), value: z.number().nullable(), label: z.string() })),
    }),
  ),
  sentence: z.string(),
});
export type Board = z.infer<typeof board>;

/** A drift this unlikely by chance, corrected for being several, is worth a warning. */
const WARN_BELOW = 0.01;

export type BoardAsked = {
  readonly plan: Plan;
  readonly metric: Metric;
  /** The last moment the records know of, milliseconds UTC. */
  readonly end: number;
  readonly now: number;
};

type Words = { readonly text: ScreenCatalogue['board']; readonly format: Formatter };

export function boardOf({ plan, metric, end, now }: BoardAsked, records: RecordsReader, words: Words): Board {
  const { text, format } = words;
  const units = unitTable(plan, records, now);
  const outcome = outcomeColumn(metric, units, records, Math.min(now, end));
  const inArms = [...units.arm.keys()].filter((row) => (units.arm[row] ?? -1) >= 0);
  const known = inArms.filter((row) => outcome.state[row] === THERE).length;
  const start = inArms.reduce((first, row) => {
    const at = units.anchor[row] ?? Number.NaN;
    return at < first ? at : first;
  }, Number.POSITIVE_INFINITY);
  const decides = Date.parse(plan.decision.decideBy);
  const reached = reachedRows(plan, units, records, now);
  const cluster = clusterColumn(plan, units, records);
  const signs = drifts({ plan, metric, units, outcome, cluster, reached, end });
  const daysLeft = Math.max(0, Math.ceil((decides - now) / DAY));
  return {
    decideBy: plan.decision.decideBy,
    daysLeft,
    over:
      Number.isFinite(start) && decides > start ? Math.min(1, Math.max(0, (now - start) / (decides - start))) : null,
    assigned: inArms.length,
    known,
    expectedN: plan.analysis.expectedN ?? null,
    until: inArms.length === 0 ? null : new Date(end).toISOString(),
    signs: signs.map((drift) => signOf(drift, metric, words)),
    sentence: inArms.length === 0 ? text.nobody : signs.length === 0 ? text.tooEarly : text.sofar(format.count(known)),
  };
}

function signOf(drift: Drift, metric: Metric, { text, format }: Words): Board['signs'][number] {
  const written = (value: number | null) => {
    if (drift.id === 'arrivals') return format.number(value, 1);
    return format.value(value, drift.id === 'reach' ? 'rate' : metricUnit(metric));
  };
  const drifted = drift.p !== null && drift.p < WARN_BELOW;
  const say = text[drift.id];
  const change = [written(drift.first), written(drift.last)] as const;
  const sentence = drifted ? say.drifted(...change, format.pValue(drift.p)) : say.steady(...change);
  return {
    id: drift.id,
    title: say.title(metricName(metric)),
    severity: drifted ? 'warning' : drift.stopped === null ? 'ok' : 'note',
    sentence:
      drift.stopped === null
        ? sentence
        : `${text.stopped(format.date(new Date(drift.stopped).toISOString()))} ${sentence}`,
    p: drift.p,
    points: drift.points.map(({ at, value }) => ({
      at: new Date(at).toISOString(),
      value,
      label: `${format.dateShort(new Date(at).toISOString())}: ${written(value)}`,
    })),
  };
}
