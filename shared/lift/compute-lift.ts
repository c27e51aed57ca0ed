import type { Formatter } from '../format/formatter.ts';
import type { Plan } from '../plan/plan.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { adjustmentOf } from './adjustment.ts';
import { countInState } from './arm-sample.ts';
import {
  contaminationCheck,
  missingCheck,
  notAdjustedCheck,
  reachedCheck,
  srmCheck,
  twoArmsCheck,
  withheldCheck,
} from './check/checks.ts';
import { contacted } from './exposure.ts';
import type { Check, Flow, LiftResult, MetricResult } from './lift-result.ts';
import { metricLift, withCorrection } from './metric-lift.ts';
import { MISSING, NO_ANCHOR, type OutcomeColumn, outcomeColumn, WINDOW_OPEN } from './outcome.ts';
import type { RecordsReader } from './records-reader.ts';
import { headline } from './sentence.ts';
import { countOutside, outside, type UnitTable, unitTable } from './unit-table.ts';
import { rule } from './verdict.ts';

export type LiftInput = {
  readonly plan: Plan;
  /** The seal's hash; null while the plan is not sealed. */
  readonly sha256: string | null;
  readonly amendments: number;
  /** Milliseconds UTC. */
  readonly asOf: number;
  /** How often the lift has been looked at, this look included. */
  readonly looks: number;
  readonly currency: string | null;
  /** SHA-256 over the sources' own, which names the data this look saw. */
  readonly fingerprint: string;
  readonly text: Catalogue['lift'];
  readonly format: Formatter;
};

/** The whole look: from records to verdict. Pure: the same records and the same moment give the same result. */
export function computeLift(input: LiftInput, records: RecordsReader): LiftResult {
  const { plan, asOf } = input;
  const units = unitTable(plan, records, asOf);
  const outcomes = new Map(plan.metrics.map((metric) => [metric.id, outcomeColumn(metric, units, records, asOf)]));
  const adjustment = adjustmentOf(plan, units, records);
  const metrics = withCorrection(
    plan,
    plan.metrics.flatMap((metric) => {
      const outcome = outcomes.get(metric.id);
      return outcome ? metricLift(plan, metric, units, outcome, adjustment, input) : [];
    }),
  );
  const primary = plan.decision.scaleIf.metric;
  const flow = participantFlow(input, units, records, outcomes.get(primary));
  const checks = allChecks(input, flow, metrics, units, outcomes);
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

function allChecks(
  input: LiftInput,
  flow: Flow,
  metrics: readonly MetricResult[],
  units: UnitTable,
  outcomes: ReadonlyMap<string, OutcomeColumn>,
): Check[] {
  const { plan, text, format } = input;
  const checks: Check[] = [srmCheck(plan, flow.assigned, input)];
  const say = (id: string, severity: Check['severity'], sentence: string, todo: string | null) =>
    checks.push({ id, severity, p: null, sentence, todo });
  if (input.sha256 === null) say('not-sealed', 'warning', text.check.notSealed, text.check.notSealedTodo);
  if (plan.analysis.peeking === 'none' && input.asOf < Date.parse(plan.decision.decideBy)) {
    say('early-look', 'warning', text.check.early(format.date(plan.decision.decideBy)), text.check.earlyTodo);
  }
  checks.push(twoArmsCheck(countOutside(units, 'two-arms'), input));
  checks.push(...contaminationCheck(plan, flow, input), ...reachedCheck(plan, flow, input));
  for (const metric of plan.metrics) {
    const outcome = outcomes.get(metric.id);
    if (outcome === undefined) continue;
    const inArms = (state: number) => plan.arms.reduce((n, _, arm) => n + countInState(units, outcome, arm, state), 0);
    const name = metrics.find((result) => result.id === metric.id)?.name ?? metric.id;
    const [open, undated] = [inArms(WINDOW_OPEN), inArms(NO_ANCHOR)];
    if (open > 0) say(`window-open:${metric.id}`, 'note', text.check.windowOpen(format.count(open), name), null);
    if (undated > 0) {
      say(
        `no-anchor:${metric.id}`,
        'warning',
        text.check.noAnchor(format.count(undated), name),
        text.check.noAnchorTodo,
      );
    }
  }
  for (const metric of metrics) {
    checks.push(...missingCheck(metric, input), ...withheldCheck(metric, input), ...notAdjustedCheck(metric, input));
  }
  return checks;
}
