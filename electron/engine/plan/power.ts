import { PilotError } from '#shared/api/error.ts';
import { formatter } from '#shared/format/formatter.ts';
import { freezeCaps } from '#shared/lift/cap-history.ts';
import type { RecordsReader } from '#shared/lift/records-reader.ts';
import { guardrailInWords } from '#shared/plan/guardrail-power.ts';
import { metricName } from '#shared/plan/metric-unit.ts';
import type { Metric, Plan } from '#shared/plan/plan.ts';
import { planPower } from '#shared/plan/power.ts';
import type { KnownPower, PowerResult } from '#shared/plan/power-result.ts';
import { powerInWords } from '#shared/plan/power-words.ts';
import { type NoPast, past } from '#shared/rehearse/past.ts';
import { catalogueOf, type ScreenCatalogue } from '#shared/text/catalogue.ts';

const LOCALE = 'en-GB';

/**
 * What the plan's pilot can see, from the pilot's own history. Nothing of a treatment is looked at, and nothing is
 * logged: this is no look.
 */
export function powerOf(plan: Plan, records: RecordsReader, currency: string | null, now: number): PowerResult {
  const text = catalogueOf(LOCALE).power;
  const frozen = freezeCaps(plan, records, now);
  const metric = decisiveMetric(frozen);
  const found = past(frozen, metric, records, now);
  if (found.kind === 'error') return { kind: 'unknown', sentence: text.none[found.reason as NoPast] };
  const power = planPower(frozen, metric, found.history);
  if (power.kind === 'error') return { kind: 'unknown', sentence: text.impossible(power.reason) };
  const format = formatter({ locale: LOCALE, timeZone: 'UTC', currency });
  const words = { text, format };
  const guardrails = frozen.metrics.filter(({ role }) => role === 'guardrail');
  const held = guardrails.map((one) => {
    const before = past(frozen, one, records, now);
    return before.kind === 'error' ? unknownGuardrail(one, text) : guardrailInWords(frozen, one, before.history, words);
  });
  return powerInWords(frozen, metric, found.history, power, held, words);
}

function unknownGuardrail(metric: Metric, text: ScreenCatalogue['power']): KnownPower['guardrails'][number] {
  const name = metricName(metric);
  return { metric: metric.id, name, needed: null, known: 0, sees: false, sentence: text.guardrail.unknown(name) };
}

/** The metric that decides. @throws PilotError `wrong-plan` when the rule names none */
export function decisiveMetric(plan: Plan): Metric {
  const metric = plan.metrics.find(({ id }) => id === plan.decision.scaleIf.metric);
  if (metric !== undefined) return metric;
  throw new PilotError(
    'wrong-plan',
    `The decision names the metric "${plan.decision.scaleIf.metric}", which the plan does not hold.`,
  );
}
