import { adjustmentOf } from './adjustment.ts';
import { countInState } from './arm-sample.ts';
import { allChecks } from './check/all-checks.ts';
import { comparisonsOf } from './comparison.ts';
import { contacted, reachedRows } from './exposure.ts';
import type { LiftInput } from './lift-input.ts';
import type { Check, Flow, LiftResult, MetricResult } from './lift-result.ts';
import { metricLift, withCorrection } from './metric-lift.ts';
import { MISSING, NO_ANCHOR, type OutcomeColumn, outcomeColumn, WINDOW_OPEN } from './outcome.ts';
import type { RecordsReader } from './records-reader.ts';
import { sensitivityOf } from './sensitivity.ts';
import { headline } from './sentence.ts';
import { countOutside, outside, type UnitTable, unitTable } from './unit-table.ts';
import { rule } from './verdict.ts';

/** The whole look: from records to verdict. Pure: the same records and the same moment give the same result. */
export function computeLift(input: LiftInput, records: RecordsReader): LiftResult {
  const { plan, asOf } = input;
  const units = unitTable(plan, records, asOf);
  const outcomes = new Map(plan.metrics.map((metric) => [metric.id, outcomeColumn(metric, units, records, asOf)]));
  const adjustment = adjustmentOf(plan, units, records);
  const compared = plan.metrics.flatMap((metric) => {
    const outcome = outcomes.get(metric.id);
    return outcome
      ? comparisonsOf(plan, metric, units, outcome, adjustment).map((comparison) => ({
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
    result.id === plan.decision.scaleIf.metric ? sensitivityOf(plan, comparison, result, variants, input) : [],
  );
  const primary = plan.decision.scaleIf.metric;
  const flow = participantFlow(input, units, records, outcomes.get(primary));
  const checks = allChecks(
    input,
    { flow, metrics, units, outcomes, comparisons: compared.map(({ comparison }) => comparison), sensitivity },
    records,
  );
  const srm = checks.find((check) => check.id === 'srm');
  const invalid = srm?.severity === 'fail';
  const due = asOf >= Date.parse(plan.decision.decideBy);
  const { decided, ...ruling } = ruleOf(input, metrics, invalid ? srm : undefined, due);
  const shown = metrics.find((m) => m.id === primary && (ruling.arm === null || m.treatment === ruling.arm));
  return {
    ...ruling,
    ...headline(shown, invalid, input),
    checks,
    flow,
    metrics,
    sensitivity,
    looks: input.looks,
    asOf: new Date(asOf).toISOString(),
    decided,
    currency: input.currency,
    fingerprint: input.fingerprint,
    plan: { sha256: input.sha256, amendments: input.amendments },
  };
}

function ruleOf(
  input: LiftInput,
  metrics: readonly MetricResult[],
  brokenSrm: Check | undefined,
  due: boolean,
): Pick<LiftResult, 'verdict' | 'because' | 'arm' | 'decided'> {
  const { plan, text, format } = input;
  const { verdict, because, harm, arm } = rule(plan, metrics, due ? 'due' : 'before', input);
  if (input.sha256 === null) return { verdict: null, because: text.because.notSealed, arm, decided: due };
  if (brokenSrm) {
    return { verdict: 'invalid', because: text.because.invalid(format.pValue(brokenSrm.p)), arm: null, decided: due };
  }
  if (due) return { verdict, because, arm, decided: true };
  const day = format.date(plan.decision.decideBy);
  if (plan.analysis.peeking !== 'always-valid') {
    return { verdict: 'extend', because: text.because.early(day), arm, decided: false };
  }
  if (harm) return { verdict, because: `${because} ${text.because.harmNow}`, arm, decided: true };
  return { verdict, because: `${because} ${text.because.decidesOn(day)}`, arm, decided: false };
}

function participantFlow(
  input: LiftInput,
  units: UnitTable,
  records: RecordsReader,
  primary: OutcomeColumn | undefined,
): Flow {
  const { plan, text } = input;
  const byArm = (count: (arm: number) => number) =>
    Object.fromEntries(plan.arms.map((arm, index) => [arm.id, count(index)]));
  const assigned = byArm((arm) => units.arm.reduce((n, here) => (here === arm ? n + 1 : n), 0));
  const inState = (state: number) => (arm: number) => (primary ? countInState(units, primary, arm, state) : 0);
  const left = (state: number) => plan.arms.reduce((n, _, arm) => n + inState(state)(arm), 0);
  const excluded = [
    ...outside.map((reason) => ({ reason: text.outside[reason], n: countOutside(units, reason) })),
    { reason: text.outside['window-open'], n: left(WINDOW_OPEN) },
    { reason: text.outside.missing, n: left(MISSING) },
    { reason: text.outside['no-anchor'], n: left(NO_ANCHOR) },
  ].filter(({ n }) => n > 0);
  const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, n) => sum + n, 0);
  const unassigned = plan.allocation.method === 'imported' ? 0 : countOutside(units, 'no-arm');
  return {
    imported: units.index.ids.length,
    eligible: total(assigned) + countOutside(units, 'two-arms') + unassigned,
    assigned,
    contacted: contacted(plan, units, records, input.asOf),
    analysed: byArm(inState(0)),
    excluded,
  };
}
