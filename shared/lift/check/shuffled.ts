import { permutation } from '../../stats/permutation.ts';
import { atMost, type Comparison } from '../comparison.ts';
import type { Check, MetricResult } from '../lift-result.ts';
import type { Words } from '../metric-lift.ts';

/** More customers than this, and the mean of any tail is close enough to normal. */
const MOST_CUSTOMERS = 20_000;
const RESAMPLES = 999;

/**
 * Totals have heavy tails, on which Welch's test may lean too far: shuffling the customers between the arms needs no
 * shape. A warning where the test finds a difference that the shuffle does not; whole clusters are not shuffled.
 */
export function shuffledCheck({ by, cap, samples }: Comparison, result: MetricResult, words: Words): Check[] {
  const n = samples.control.values.length + samples.treatment.values.length;
  const asked = result.kind === 'sum' && result.withheld === null && by.cluster === null && n <= MOST_CUSTOMERS;
  if (!asked || result.p === null) return [];
  const { control, treatment } = atMost(samples, cap);
  const found = permutation({
    control: control.values,
    treatment: treatment.values,
    alternative: by.asked.alternative,
    resamples: RESAMPLES,
    seed: 1,
  });
  if (found.kind === 'error') return [];
  const { text, format } = words;
  const raw = result.unadjusted?.p ?? result.p;
  const alpha = 1 - by.asked.level;
  const id = `shuffled:${result.id}:${result.treatment}`;
  const [shuffled, tested] = [format.pValue(found.p), format.pValue(raw)];
  if (raw < alpha && found.p >= alpha) {
    const sentence = text.check.shuffledOther(result.name, shuffled, tested);
    return [{ id, severity: 'warning', p: found.p, sentence, todo: text.check.shuffledTodo }];
  }
  return [{ id, severity: 'ok', p: found.p, sentence: text.check.shuffled(result.name, shuffled, tested), todo: null }];
}
