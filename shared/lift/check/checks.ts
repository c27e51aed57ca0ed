import type { Formatter } from '../../format/formatter.ts';
import type { Plan } from '../../plan/plan.ts';
import { srm } from '../../stats/srm.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { type ClusterColumn, countedUnits, splitClusters } from '../cluster.ts';
import type { Comparison } from '../comparison.ts';
import type { Check, Flow, MetricResult, Sensitivity } from '../lift-result.ts';
import type { UnitTable } from '../unit-table.ts';

type Words = { readonly text: Catalogue['lift']; readonly format: Formatter };

/** Below this the comparison is broken; below ten times this it is doubtful. */
export const SRM_FAIL = 0.001;
const SRM_WARNING = 0.01;

/** Sample-ratio mismatch: do the arms hold as many customers, or clusters, as the plan's weights say? */
export function srmCheck(plan: Plan, units: UnitTable, cluster: ClusterColumn, { text, format }: Words): Check {
  const observed = plan.arms.map(() => 0);
  const { arm: counted } = countedUnits(units, cluster);
  for (let row = 0; row < counted.length; row++) if (counted[row]! >= 0) observed[counted[row]!]! += 1;
  const found = srm({ observed, weights: plan.arms.map((arm) => arm.weight) });
  if (found.kind === 'error') {
    return { id: 'srm', severity: 'note', p: null, sentence: text.check.srmNone(found.reason), todo: null };
  }
  const numbers = observed.map((n) => format.count(n)).join(' / ');
  const trait = plan.allocation.cluster?.trait;
  const counts = trait === undefined ? numbers : text.check.clusters(numbers, trait);
  const p = format.pValue(found.p);
  if (found.p < SRM_FAIL) {
    return {
      id: 'srm',
      severity: 'fail',
      p: found.p,
      sentence: text.check.srmFail(counts, p),
      todo: text.check.srmTodo,
    };
  }
  if (found.p < SRM_WARNING) {
    const sentence = text.check.srmWarning(counts, p);
    return { id: 'srm', severity: 'warning', p: found.p, sentence, todo: text.check.srmTodo };
  }
  return { id: 'srm', severity: 'ok', p: found.p, sentence: text.check.srmOk(counts, p), todo: null };
}

/** Customers whom two exports, or a join, put into two arms. */
export function twoArmsCheck(n: number, { text, format }: Words): Check {
  return n === 0
    ? { id: 'two-arms', severity: 'ok', p: null, sentence: text.check.twoArmsNone, todo: null }
    : {
        id: 'two-arms',
        severity: 'warning',
        p: null,
        sentence: text.check.twoArms(format.count(n)),
        todo: text.check.twoArmsTodo,
      };
}

/** Clusters that stand in several arms: their customers were not assigned together, as the plan has it. */
export function splitClustersCheck(
  plan: Plan,
  units: UnitTable,
  cluster: ClusterColumn,
  { text, format }: Words,
): Check[] {
  const trait = plan.allocation.cluster?.trait;
  if (trait === undefined || cluster === null) return [];
  const n = splitClusters(units, cluster);
  const id = 'split-clusters';
  if (n === 0) return [{ id, severity: 'ok', p: null, sentence: text.check.splitClustersNone(trait), todo: null }];
  const sentence = text.check.splitClusters(format.count(n), trait);
  return [{ id, severity: 'warning', p: null, sentence, todo: text.check.splitClustersTodo }];
}

/** Control customers who were contacted all the same. */
export function contaminationCheck(plan: Plan, flow: Flow, { text, format }: Words): Check[] {
  const control = plan.arms.find((arm) => arm.role === 'control')?.id ?? '';
  const contacted = flow.contacted[control];
  if (contacted === undefined) return [];
  if (contacted === 0) {
    return [{ id: 'contamination', severity: 'ok', p: null, sentence: text.check.contaminatedNone, todo: null }];
  }
  const sentence = text.check.contaminated(format.count(contacted), format.count(flow.assigned[control] ?? 0));
  return [{ id: 'contamination', severity: 'warning', p: null, sentence, todo: text.check.contaminatedTodo }];
}

/** How many of a treatment were reached: intention to treat counts all of them. */
export function reachedCheck(plan: Plan, flow: Flow, { text, format }: Words): Check[] {
  return plan.arms.flatMap((arm): Check[] => {
    const reached = flow.contacted[arm.id];
    const assigned = flow.assigned[arm.id] ?? 0;
    if (arm.role === 'control' || reached === undefined || assigned === 0) return [];
    const share = reached / assigned;
    const sentence = text.check.reached(format.percent(share), arm.id);
    return share < 0.8
      ? [{ id: 'reached', severity: 'note', p: null, sentence, todo: text.check.reachedTodo }]
      : [{ id: 'reached', severity: 'ok', p: null, sentence, todo: null }];
  });
}

/** An outcome that is missing more in one arm than in another is a warning: what is missing may differ. */
export function missingCheck({ missing, by }: Comparison, metric: MetricResult, { text, format }: Words): Check[] {
  const [control, treatment] = metric.arms;
  if (metric.response !== null || !control || !treatment || control.missing + treatment.missing === 0) return [];
  const byArm = [control, treatment].map((arm) => `${arm.id} ${format.count(arm.missing)}`).join(', ');
  const id = `missing-outcome:${metric.id}:${metric.treatment}`;
  const { p } = missing;
  if (p !== null && p < SRM_WARNING) {
    const sentence = text.check.missingUneven(metric.name, byArm, format.pValue(p));
    return [{ id, severity: 'warning', p, sentence, todo: text.check.missingTodo }];
  }
  const sentence = text.check.missing(metric.name, byArm);
  return by.cluster !== null && p === null
    ? [{ id, severity: 'note', p, sentence: `${sentence} ${text.check.untold}`, todo: text.check.missingTodo }]
    : [{ id, severity: 'note', p, sentence, todo: text.check.missingEvenTodo }];
}

/** A metric whose interval is withheld says why. */
export function withheldCheck(metric: MetricResult, { text }: Words): Check[] {
  if (metric.withheld === null) return [];
  const sentence = text.check.small(metric.name, metric.withheld);
  const id = `small-numbers:${metric.id}:${metric.treatment}`;
  return [{ id, severity: 'warning', p: null, sentence, todo: text.check.smallTodo }];
}

/** A metric that the plan adjusts, and that could not be, says why. */
export function notAdjustedCheck({ id, name, treatment, notAdjusted }: MetricResult, { text }: Words): Check[] {
  if (notAdjusted === null) return [];
  const sentence = text.check.notAdjusted[notAdjusted](name);
  return [{ id: `not-adjusted:${id}:${treatment}`, severity: 'note', p: null, sentence, todo: null }];
}

/** Whether the conclusion stands under the other choices that could have been made. */
export function sensitivityCheck(plan: Plan, found: readonly Sensitivity[], { text, format }: Words): Check[] {
  if (found.length === 0) return [];
  const several = plan.arms.filter(({ role }) => role === 'treatment').length > 1;
  const turning = found
    .filter(({ turns }) => turns)
    .map(({ name, treatment }) => (several ? text.check.turnedIn(name, treatment) : name));
  const id = 'sensitivity';
  if (turning.length === 0) {
    return [{ id, severity: 'ok', p: null, sentence: text.check.stands(format.count(found.length)), todo: null }];
  }
  const sentence = text.check.turned(turning.join('; '));
  return [{ id, severity: 'warning', p: null, sentence, todo: text.check.turnedTodo }];
}
