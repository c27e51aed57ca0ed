import { countInState } from '../arm-sample.ts';
import type { ClusterColumn } from '../cluster.ts';
import type { Comparison } from '../comparison.ts';
import type { LiftInput } from '../lift-input.ts';
import type { Check, Flow, MetricResult, Sensitivity } from '../lift-result.ts';
import { NO_ANCHOR, type OutcomeColumn, WINDOW_OPEN } from '../outcome.ts';
import type { RecordsReader } from '../records-reader.ts';
import type { Sight } from '../timetable.ts';
import { countOutside, type UnitTable } from '../unit-table.ts';
import { balanceCheck } from './balance.ts';
import { beforeStartCheck } from './before-start.ts';
import {
  contaminationCheck,
  missingCheck,
  notAdjustedCheck,
  reachedCheck,
  sensitivityCheck,
  splitClustersCheck,
  srmCheck,
  twoArmsCheck,
  withheldCheck,
} from './checks.ts';
import { currencyCheck } from './currency.ts';
import { outlierCheck } from './outlier.ts';
import { plannedLooksCheck } from './planned-looks.ts';
import { shuffledCheck } from './shuffled.ts';
import { srmPartsCheck } from './srm-parts.ts';
import { responseCheck, unhappyCheck } from './survey.ts';

export type Looked = {
  readonly flow: Flow;
  /** In the order of `comparisons`. */
  readonly metrics: readonly MetricResult[];
  readonly comparisons: readonly Comparison[];
  readonly sensitivity: readonly Sensitivity[];
  readonly units: UnitTable;
  readonly cluster: ClusterColumn;
  readonly sight: Sight;
  readonly outcomes: ReadonlyMap<string, OutcomeColumn>;
};

/** Everything that could make the figures not to be trusted, looked into before they are read. */
export function allChecks(input: LiftInput, looked: Looked, records: RecordsReader): Check[] {
  const { plan, text, format } = input;
  const { flow, metrics, comparisons, sensitivity, units, cluster, outcomes, sight } = looked;
  const checks: Check[] = [srmCheck(plan, units, cluster, input)];
  const say = (id: string, severity: Check['severity'], sentence: string, todo: string | null) =>
    checks.push({ id, severity, p: null, sentence, todo });
  if (input.sha256 === null) say('not-sealed', 'warning', text.check.notSealed, text.check.notSealedTodo);
  if (plan.analysis.peeking === 'none' && input.asOf < Date.parse(plan.decision.decideBy)) {
    say('early-look', 'warning', text.check.early(format.date(plan.decision.decideBy)), text.check.earlyTodo);
  }
  if (plan.allocation.method === 'imported' && plan.allocation.drawn === 'otherwise') {
    say('not-random', 'warning', text.check.notRandom, text.check.notRandomTodo);
  }
  checks.push(...plannedLooksCheck(plan, sight, metrics, input));
  checks.push(
    ...srmPartsCheck(plan, units, cluster, records, input),
    ...balanceCheck(plan, units, cluster, records, input),
  );
  checks.push(twoArmsCheck(countOutside(units, 'two-arms'), input));
  checks.push(...splitClustersCheck(plan, units, cluster, input));
  checks.push(...contaminationCheck(plan, flow, input), ...reachedCheck(plan, flow, input));
  for (const metric of plan.metrics) {
    const outcome = outcomes.get(metric.id);
    if (outcome === undefined) continue;
    const inArms = (state: number) => plan.arms.reduce((n, _, arm) => n + countInState(units, outcome, arm, state), 0);
    const name = metrics.find((result) => result.id === metric.id)?.name ?? metric.id;
    const [open, undated] = [inArms(WINDOW_OPEN), inArms(NO_ANCHOR)];
    if (open > 0)
      say(
        `window-open:${metric.id}`,
        'note',
        text.check.windowOpen(format.count(open), name),
        text.check.windowOpenTodo,
      );
    if (undated > 0) {
      say(
        `no-anchor:${metric.id}`,
        'warning',
        text.check.noAnchor(format.count(undated), name),
        text.check.noAnchorTodo,
      );
    }
  }
  checks.push(...unhappyCheck(plan, input));
  const traits = (plan.analysis.covariates ?? []).filter((covariate) => typeof covariate === 'string');
  if (traits.length > 0) say('undated-covariates', 'note', text.check.undated(traits.join(', ')), null);
  for (const [i, result] of metrics.entries()) {
    const comparison = comparisons[i];
    if (comparison === undefined) continue;
    checks.push(
      ...missingCheck(comparison, result, input),
      ...responseCheck(comparison, result, input),
      ...withheldCheck(result, input),
      ...notAdjustedCheck(result, input),
      ...beforeStartCheck(plan, result, { units, cluster }, records, input),
      ...shuffledCheck(comparison, result, input),
      ...outlierCheck(comparison, result, input),
    );
    const first = metrics.findIndex((other) => other.id === result.id) === i;
    if (first) checks.push(...currencyCheck(comparison.metric, result, input.currency, records, input));
  }
  // Of a broken comparison there is no conclusion that another choice could turn.
  const broken = checks.some(({ id, severity }) => severity === 'fail' && id !== 'not-sealed');
  if (!broken) checks.push(...sensitivityCheck(plan, sensitivity, input));
  return checks;
}
