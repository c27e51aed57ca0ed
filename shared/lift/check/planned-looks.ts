import type { Metric, Plan } from '../../plan/plan.ts';
import type { Check, MetricResult } from '../lift-result.ts';
import type { Words } from '../metric-lift.ts';
import { isoDay, type Sight } from '../timetable.ts';

/**
 * Which planned look is shown, by which bound, and when the next one is. Outcomes without dates are as the last import
 * left them, so that an import between two looks would show what no look was planned for: that is a note.
 */
export function plannedLooksCheck(plan: Plan, sight: Sight, metrics: readonly MetricResult[], words: Words): Check[] {
  const { text, format } = words;
  const id = 'planned-looks';
  if (sight.kind === 'now') return [];
  if (sight.kind === 'waiting') {
    const sentence = text.check.beforeFirstLook(format.date(isoDay(sight.next)));
    return [{ id, severity: 'ok', p: null, sentence, todo: null }];
  }
  const bound = metrics.find((metric) => metric.id === plan.decision.scaleIf.metric)?.planned ?? null;
  const said = [
    text.check.plannedLook(format.count(sight.look), format.count(sight.dates.length), format.date(isoDay(sight.at))),
  ];
  if (bound !== null) {
    said.push(
      text.check.plannedBound(
        format.percent(bound.information),
        format.number(bound.z, 3),
        format.number(bound.alphaSpent, 4),
      ),
    );
  }
  said.push(sight.next === null ? text.check.lastLook : text.check.untilNextLook(format.date(isoDay(sight.next))));
  const checks: Check[] = [{ id, severity: 'ok', p: null, sentence: said.join(' '), todo: null }];
  const undated = plan.metrics.filter(isUndated).map((metric) => metric.name ?? metric.id);
  if (undated.length > 0 && sight.next !== null) {
    const sentence = text.check.undatedOutcomes(undated.join(', '));
    checks.push({ id: 'undated-outcomes', severity: 'note', p: null, sentence, todo: text.check.undatedOutcomesTodo });
  }
  return checks;
}

function isUndated({ of }: Metric): boolean {
  return 'trait' in of;
}
