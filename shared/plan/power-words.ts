import type { Formatter } from '../format/formatter.ts';
import type { ScreenCatalogue } from '../text/catalogue.ts';
import type { History } from './history.ts';
import { metricName, metricUnit } from './metric-unit.ts';
import type { Metric, Plan } from './plan.ts';
import type { MdePoint, PlanPower } from './power.ts';
import type { KnownPower } from './power-result.ts';

const WEEK = 7 * 86_400_000;

export type PowerWords = { readonly text: ScreenCatalogue['power']; readonly format: Formatter };

/** The reckoning with its sentences: what the pilot sees, what it cannot see, and what looking costs. */
export function powerInWords(
  plan: Plan,
  metric: Metric,
  history: History,
  found: PlanPower,
  guardrails: KnownPower['guardrails'],
  words: PowerWords,
): KnownPower {
  const control = plan.arms.find((arm) => arm.role === 'control')?.id ?? '';
  const treatments = plan.arms.filter((arm) => arm.role === 'treatment').map((arm) => arm.id);
  const { needed, weeks } = found;
  const { start } = history;
  return {
    kind: 'known',
    metric: metric.id,
    name: metricName(metric),
    unit: metricUnit(metric),
    baseline: history.mean,
    sd: history.sd,
    basedOn: { source: history.source, customers: history.n },
    arrivalsPerWeek: history.arrivalsPerWeek,
    pool: history.pool,
    threshold: plan.decision.scaleIf.relativeLiftAtLeast,
    power: found.power,
    level: found.question.level,
    peeking: plan.analysis.peeking,
    timesFixed: found.timesFixed,
    needed:
      needed === null
        ? null
        : {
            control: needed.byArm[control] ?? 0,
            treatment: Math.min(...treatments.map((id) => needed.byArm[id] ?? 0)),
            total: needed.total,
            byArm: needed.byArm,
          },
    weeks,
    startsAt: new Date(start).toISOString(),
    endsAt: weeks === null ? null : new Date(start + weeks * WEEK).toISOString(),
    decideBy: plan.decision.decideBy,
    atDecision: written(found.atDecision),
    mde: found.mde.map(written),
    sees: found.sees,
    guardrails: [...guardrails],
    sentence: headline(plan, metric, found, words),
    notes: notes(plan, metric, history, found, words),
    source: words.text.basedOn[history.source](words.format.count(history.n)),
  };
}

function written(point: MdePoint): KnownPower['mde'][number] {
  return { ...point, at: new Date(point.at).toISOString() };
}

function headline(plan: Plan, metric: Metric, found: PlanPower, { text, format }: PowerWords): string {
  const name = metricName(metric);
  const { relativeLiftAtLeast } = plan.decision.scaleIf;
  if (!(relativeLiftAtLeast > 0)) return text.noThreshold(name);
  const threshold = signed(relativeLiftAtLeast, metric, format);
  if (found.needed === null) return text.impossible(found.whyNot ?? '');
  const date = format.date(plan.decision.decideBy);
  if (found.sees) return text.sees(threshold, name, date);
  return found.atDecision.n === 0 ? text.nobodyYet(threshold, name, date) : text.blind(threshold, name, date);
}

/** A date centuries away says no more than that the pilot never ends. */
const MOST_YEARS = 10;

function untilWords(total: string, weeks: number, start: number, { text, format }: PowerWords): string {
  if (weeks > MOST_YEARS * 52) return text.tooFar(total, format.count(MOST_YEARS));
  return text.needs(total, weeksWords(weeks, format), format.date(new Date(start + weeks * WEEK).toISOString()));
}

function notes(plan: Plan, metric: Metric, history: History, found: PlanPower, { text, format }: PowerWords): string[] {
  const said: string[] = [...worth(plan, metric, history, { text, format })];
  const { needed, weeks, atDecision, timesFixed } = found;
  const date = format.date(plan.decision.decideBy);
  if (needed !== null) {
    const total = format.count(needed.total);
    said.push(weeks === null ? text.neverEnough(total) : untilWords(total, weeks, history.start, { text, format }));
  }
  if (atDecision.n > 0) {
    const n = format.count(atDecision.n);
    said.push(
      atDecision.relative === null || atDecision.absolute === null
        ? text.cannotSeeAny(n, date)
        : text.cannotSee(
            signed(atDecision.relative, metric, format),
            format.change(metric.better === 'higher' ? atDecision.absolute : -atDecision.absolute, metricUnit(metric)),
            n,
            date,
          ),
    );
  }
  if (timesFixed !== null && timesFixed > 1.005) {
    const times = format.number(timesFixed, timesFixed < 1.1 ? 2 : 1);
    said.push(plan.analysis.peeking === 'planned' ? text.plannedPrice(times) : text.price(times));
  }
  if (history.varianceLeft < 0.995) said.push(text.covariates(format.percent(1 - history.varianceLeft)));
  else if ((plan.analysis.covariates ?? []).length > 0) said.push(text.idleCovariates);
  if (history.designEffect > 1.005) said.push(text.clusters(format.number(history.designEffect, 1)));
  if (needed !== null) said.push(text.half(signed(plan.decision.scaleIf.relativeLiftAtLeast, metric, format)));
  return said;
}

/** What the threshold of the rule comes to: from what to what, and over a year in customers of a rate or in money. */
function worth(plan: Plan, metric: Metric, history: History, { text, format }: PowerWords): string[] {
  const { relativeLiftAtLeast } = plan.decision.scaleIf;
  const unit = metricUnit(metric);
  if (!(relativeLiftAtLeast > 0) || history.mean === 0) return [];
  const change = (metric.better === 'higher' ? 1 : -1) * relativeLiftAtLeast * Math.abs(history.mean);
  const value = (amount: number) => format.value(amount, unit);
  const [threshold, name] = [signed(relativeLiftAtLeast, metric, format), metricName(metric)];
  const yearly = change * history.arrivalsPerWeek * 52;
  const perYear =
    yearly === 0 || unit === 'number'
      ? ''
      : unit === 'money'
        ? text.yearly.money(format.change(yearly, unit))
        : text.yearly.customers(format.count(Math.round(Math.abs(yearly))), yearly > 0 ? 'more' : 'fewer');
  return [`${text.means(threshold, name, value(history.mean), value(history.mean + change))}${perYear}.`];
}

/** A lift towards the better side, with the sign it has on the metric. */
function signed(lift: number, metric: Metric, format: Formatter): string {
  return format.lift(metric.better === 'higher' ? lift : -lift);
}

function weeksWords(weeks: number, format: Formatter): string {
  const whole = Math.ceil(weeks - 1e-9);
  return whole <= 1 ? 'a week' : `${format.count(whole)} weeks`;
}
