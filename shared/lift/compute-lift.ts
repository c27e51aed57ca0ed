import type { Plan } from '../plan/plan.ts';
import { assertNever } from '../stats/result.ts';
import { beforeWindow } from './before-window.ts';
import { allChecks } from './check/all-checks.ts';
import { reachedRows } from './exposure.ts';
import { gather } from './gathered.ts';
import type { LiftInput } from './lift-input.ts';
import type { LiftResult } from './lift-result.ts';
import { metricLift, withCorrection } from './metric-lift.ts';
import { participantFlow } from './participant-flow.ts';
import type { RecordsReader } from './records-reader.ts';
import { ruling } from './ruling.ts';
import { segmentsOf } from './segments.ts';
import { type JoinedVariant, sensitivityOf } from './sensitivity.ts';
import { headline } from './sentence.ts';
import { isoDay, type Sight, sightOf } from './timetable.ts';

/** The whole look: from records to verdict. Pure: the same records and the same moment give the same result. */
export function computeLift(input: LiftInput, records: RecordsReader): LiftResult {
  const { plan, asOf } = input;
  const sight = sightOf(plan, asOf);
  const seenAt = sight.kind === 'waiting' ? asOf : sight.at;
  const { units, cluster, outcomes, comparisons } = gather(plan, plan.metrics, records, asOf, sight);
  const metrics = withCorrection(
    plan,
    comparisons.flatMap((comparison) => {
      const outcome = outcomes.get(comparison.metric.id);
      return outcome === undefined ? [] : [metricLift(plan, comparison, { units, outcome, asOf: seenAt }, input)];
    }),
  );
  const variants = {
    units,
    reached: reachedRows(plan, units, records, asOf),
    events: records.datedEvents(),
    before: beforeWindow(plan, units, records),
    identity: joinedOtherwise(plan, records, asOf, sight),
    treatments: plan.arms.filter(({ role }) => role === 'treatment').length,
  };
  const primary = plan.decision.scaleIf.metric;
  const sensitivity = comparisons.flatMap((comparison, i) => {
    const result = metrics[i];
    return result?.id === primary ? sensitivityOf(comparison, result, variants, input) : [];
  });
  const segments = comparisons.flatMap((comparison, i) => {
    const result = metrics[i];
    return result?.id === primary ? segmentsOf(plan, comparison, result, units, records, input) : [];
  });
  const flow = participantFlow(input, units, records, outcomes.get(primary));
  const checks = allChecks(
    input,
    { flow, metrics, units, cluster, outcomes, comparisons, sensitivity, sight },
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
    segments,
    plannedLook: plannedLookOf(sight, plan),
    looks: input.looks,
    asOf: new Date(asOf).toISOString(),
    currency: input.currency,
    fingerprint: input.fingerprint,
    plan: { sha256: input.sha256, amendments: input.amendments },
  };
}

/** The deciding metric's comparisons with keys joined the other way; null where that is the same. */
function joinedOtherwise(plan: Plan, records: RecordsReader, asOf: number, sight: Sight): JoinedVariant | null {
  const other = records.otherwiseJoined();
  if (other === null) return null;
  const metrics = plan.metrics.filter(({ id }) => id === plan.decision.scaleIf.metric);
  const { comparisons } = gather(plan, metrics, other.records(), asOf, sight);
  return { mode: other.mode, differ: other.differ, comparisons };
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
