import type { Condition, Plan } from '../../plan/plan.ts';
import type { Comparison } from '../comparison.ts';
import type { Check, MetricResult } from '../lift-result.ts';
import type { Words } from '../metric-lift.ts';

const RARE = 0.01;
/** What brings unhappy customers in, by the names that exports give it. */
const UNHAPPY = /nps|csat|score|detractor|complain|failure|rating|promoter/i;

/** Who answered, by arm: with unlike response rates the answers are not of like people. */
export function responseCheck({ by }: Comparison, metric: MetricResult, { text, format }: Words): Check[] {
  if (metric.response === null) return [];
  const { control, treatment, p } = metric.response;
  if (control.asked === control.answered && treatment.asked === treatment.answered) return [];
  const shares = [control, treatment].map(({ answered, asked }) => format.percent(answered / Math.max(1, asked), 0));
  const [inControl = '', inTreatment = ''] = shares;
  const id = `response-rate:${metric.id}:${metric.treatment}`;
  const todo = text.check.responseTodo;
  if (p !== null && p < RARE) {
    const sentence = text.check.responseUneven(metric.name, inControl, inTreatment, format.pValue(p));
    return [{ id, severity: 'warning', p, sentence, todo }];
  }
  const told = text.check.response(metric.name, inControl, inTreatment);
  const sentence = by.cluster !== null && p === null ? `${told} ${text.check.untold}` : told;
  return [{ id, severity: 'note', p, sentence, todo }];
}

/** Regression to the mean, where customers are taken in because they were unhappy and asked again. */
export function unhappyCheck(plan: Plan, { text }: Words): Check[] {
  const asked = plan.metrics.some(({ of }) => 'score' in of);
  if (!asked || 'everyone' in plan.population) return [];
  const { trigger, where } = plan.population;
  const names = [...(trigger ? [trigger.activity] : []), ...(where ? namesIn(where) : [])];
  if (!names.some((name) => UNHAPPY.test(name))) return [];
  return [
    {
      id: 'regression-to-the-mean',
      severity: 'note',
      p: null,
      sentence: text.check.unhappy,
      todo: text.check.unhappyTodo,
    },
  ];
}

function namesIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(namesIn);
  if ('any' in condition) return condition.any.flatMap(namesIn);
  if ('none' in condition) return condition.none.flatMap(namesIn);
  return ['trait' in condition ? condition.trait : condition.activity];
}
