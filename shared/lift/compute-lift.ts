import type { Plan } from '../plan/plan.ts';
import { assertNever } from '../stats/result.ts';
import { adjustmentOf } from './adjustment.ts';
import { allChecks } from './check/all-checks.ts';
import { comparisonsOf } from './comparison.ts';
import { reachedRows } from './exposure.ts';
import type { LiftInput } from './lift-input.ts';
import type { LiftResult } from './lift-result.ts';
import { metricLift, withCorrection } from './metric-lift.ts';
import { outcomeColumn } from './outcome.ts';
import { participantFlow } from './participant-flow.ts';
import type { RecordsReader } from './records-reader.ts';
import { ruling } from './ruling.ts';
import { sensitivityOf } from './sensitivity.ts';
import { headline } from './sentence.ts';
import { isoDay, type Sight, sightOf } from './timetable.ts';
import { unitTable } from './unit-table.ts';

/** The whole look: from records to verdict. Pure: the same records and the same moment give the same result. */
export function computeLift(input: LiftInput, records: RecordsReader): LiftResult {
  const { plan, asOf } = input;
  const sight = sightOf(plan, asOf);
  const seen = sight.kind === 'waiting' ? asOf : sight.at;
  const units = unitTable(plan, records, asOf);
  const outcomes = new Map(plan.metrics.map((metric) => [metric.id, outcomeColumn(metric, units, records, seen)]));
  const adjustment = adjustmentOf(plan, units, records);
  const compared = plan.metrics.flatMap((metric) => {
    const outcome = outcomes.get(metric.id);
    return outcome && sight.kind !== 'waiting'
      ? comparisonsOf(plan, metric, units, outcome, adjustment, sight).map((comparison) => ({
          comparison,
          result: metricLift(plan, comparison, units, outcome, input),
        }))
      : [];
  });
  const metrics = withCorrection(
    plan,
    compared.map(({ result }) => result),
  );
  const variants = { units, reached: reachedRows(plan, units, records, asOf), events: records.datedEvents() };
  const sensitivity = compared.flatMap(({ comparison, result }) =>
    result.id === plan.decision.scaleIf.metric ? sensitivityOf(comparison, result, variants, input) : [],
  );
  const primary = plan.decision.scaleIf.metric;
  const flow = participantFlow(input, units, records, outcomes.get(primary));
  const checks = allChecks(
    input,
    { flow, metrics, units, outcomes, comparisons: compared.map(({ comparison }) => comparison), sensitivity, sight },
    records,
  );
  const srm = checks.find((check) => check.id === 'srm');
  const invalid = srm?.severity === 'fail';
  const ruled = ruling(input, metrics, invalid ? srm : undefined, sight);
  const shown = metrics.find((m) => m.id === primary && (ruled.arm === null || m.treatment === ruled.arm));
  return {
    ...ruled,
    ...(sight.kind === 'waiting'
      ? { headline: input.text.headline.waiting(input.format.date(isoDay(sight.next))), range: '' }
      : headline(shown, invalid, input, sight)),
    checks,
    flow,
    metrics,
    sensitivity,
    plannedLook: plannedLookOf(sight, plan),
    looks: input.looks,
    asOf: new Date(asOf).toISOString(),
    currency: input.currency,
    fingerprint: input.fingerprint,
    plan: { sha256: input.sha256, amendments: input.amendments },
  };
}

function plannedLookOf(sight: Sight, { analysis }: Plan): LiftResult['plannedLook'] {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  switch (sight.kind) {
    case 'now':
      return null;
    case 'planned':
      return { look: sight.look, of: sight.dates.length, at: iso(sight.at), next: iso(sight.next) };
    case 'waiting':
      return { look: 0, of: new Set(analysis.looks).size, at: null, next: iso(sight.next) };
    default:
      return assertNever(sight);
  }
}
