import type { Formatter } from '../format/formatter.ts';
import type { Metric, Plan } from '../plan/plan.ts';
import type { Catalogue } from '../text/catalogue.ts';
import type { Interval, LiftResult, MetricResult } from './lift-result.ts';
import { breached } from './margin.ts';
import { deciding } from './peeking.ts';
import type { Sight } from './timetable.ts';

type Words = { readonly text: Catalogue['lift']; readonly format: Formatter };
type PlanWords = Words & { readonly plan: Plan };

/** A metric's result as a sponsor reads it. */
export function metricSentence(metric: Metric, result: MetricResult, { text, format }: Words): string {
  const [control, treatment] = result.arms;
  const { unit } = result;
  if (control === undefined || treatment === undefined || result.absolute.estimate === null) {
    return text.sentence.nobody(result.name, text.withheld.nobody());
  }
  if (result.withheld !== null) {
    return text.sentence.withheld(
      result.name,
      format.value(control.mean, unit),
      format.value(treatment.mean, unit),
      result.withheld,
    );
  }
  const { absolute, relative } = deciding(result);
  const parts = [
    text.sentence.shown(
      result.name,
      format.value(control.mean, unit),
      format.value(treatment.mean, unit),
      format.change(absolute.estimate, unit),
      format.changeRange(absolute.lower, absolute.upper, unit),
      format.lift(relative.estimate),
      result.relativeUnbounded ? '–' : format.liftRange(relative.lower, relative.upper),
    ),
    side(absolute, result.better, text),
  ];
  if (result.relativeUnbounded) parts.push(text.sentence.unbounded);
  if (result.margin !== null && result.role === 'guardrail') parts.push(marginPart(metric, result, { text, format }));
  if (result.unadjusted !== null) {
    const { absolute: raw } = result.unadjusted;
    parts.push(
      text.sentence.adjusted(format.change(raw.estimate, unit), format.changeRange(raw.lower, raw.upper, unit)),
    );
  }
  if (result.response !== null && !answeredAll(result.response)) {
    const { control: c, treatment: t, bounds } = result.response;
    parts.push(
      text.sentence.response(
        format.percent(c.answered / c.asked, 0),
        format.percent(t.answered / t.asked, 0),
        format.changeRange(bounds.lower, bounds.upper, unit),
      ),
    );
  }
  if (result.uncapped !== null) {
    const { cap, absolute: plain } = result.uncapped;
    parts.push(text.sentence.capped(format.value(cap, unit), format.change(plain.estimate, unit)));
  }
  return parts.join(' ');
}

function answeredAll({ control, treatment }: NonNullable<MetricResult['response']>): boolean {
  return control.answered === control.asked && treatment.answered === treatment.asked;
}

/** Headline and range of the primary metric, for the treatment the verdict names. */
export function headline(
  primary: MetricResult | undefined,
  invalid: boolean,
  { text, format, plan }: PlanWords,
  sight: Sight,
): Pick<LiftResult, 'headline' | 'range'> {
  const [control, treatment] = primary?.arms ?? [];
  if (primary === undefined || control === undefined || treatment === undefined || control.n + treatment.n === 0) {
    return { headline: text.headline.nothing, range: '' };
  }
  const customers = format.count(control.n + treatment.n);
  const { unit } = primary;
  const { absolute } = deciding(primary);
  const written = format.changeRange(absolute.lower, absolute.upper, unit);
  const range =
    primary.withheld !== null || (absolute.lower === null && absolute.upper === null)
      ? text.range.withheld(customers)
      : primary.alwaysValid !== null
        ? text.range.always(written, customers)
        : sight.kind === 'planned'
          ? text.range.planned(written, format.count(sight.look), format.count(sight.dates.length), customers)
          : text.range.shown(written, text.right(primary.level), customers);
  if (invalid) return { headline: text.headline.invalid, range };
  if (primary.withheld !== null || absolute.estimate === null) {
    return { headline: text.headline.withheld(primary.name), range };
  }
  return { headline: finding(primary, format.change(absolute.estimate, unit), { text, format, plan }), range };
}

function finding(primary: MetricResult, change: string, { text, format, plan }: PlanWords): string {
  const described = plan.arms.find((arm) => arm.id === primary.treatment)?.intervention !== undefined;
  const arm = described ? text.arm.described(primary.treatment) : text.arm.named(primary.treatment);
  const [control, treatment] = primary.arms;
  const { unit } = primary;
  const { absolute } = deciding(primary);
  const positive = absolute.lower !== null && absolute.lower > 0;
  const negative = absolute.upper !== null && absolute.upper < 0;
  if (!positive && !negative) return text.headline.unclear(arm, primary.name);
  const byChance = plan.allocation.method !== 'imported' || plan.allocation.drawn !== 'otherwise';
  const { otherwise } = text.headline;
  if (unit === 'rate' && primary.name.endsWith('s')) {
    const size = format.inHundred(absolute.estimate);
    if (!byChance) return (positive ? otherwise.more : otherwise.fewer)(arm, size, primary.name);
    return positive ? text.headline.more(arm, size, primary.name) : text.headline.fewer(arm, size, primary.name);
  }
  const from = format.value(control?.mean ?? null, unit);
  const to = format.value(treatment?.mean ?? null, unit);
  if (!byChance) return (positive ? otherwise.higher : otherwise.lower)(arm, primary.name, change, from, to);
  return positive
    ? text.headline.rose(arm, primary.name, change, from, to)
    : text.headline.fell(arm, primary.name, change, from, to);
}

function side(absolute: Interval, better: MetricResult['better'], text: Catalogue['lift']): string {
  const above = absolute.lower !== null && absolute.lower > 0;
  const below = absolute.upper !== null && absolute.upper < 0;
  if (!above && !below) return text.sentence.unclear;
  return above === (better === 'higher') ? text.sentence.better : text.sentence.worse;
}

function marginPart(metric: Metric, result: MetricResult, { text, format }: Words): string {
  const margin =
    result.unit === 'rate' ? format.points(result.margin).replace('+', '') : format.value(result.margin, result.unit);
  if (breached(metric, deciding(result).absolute)) return text.sentence.breached(margin);
  return result.nonInferior === true ? text.sentence.withinMargin(margin) : text.sentence.notWithinMargin(margin);
}
