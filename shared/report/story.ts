import type { Charter } from '../charter/charter.ts';
import { type Formatter, formatter } from '../format/formatter.ts';
import type { LiftResult, MetricResult } from '../lift/lift-result.ts';
import type { Arm, PlanState } from '../plan/plan.ts';
import type { Source } from '../records/source.ts';
import { type Catalogue, catalogueOf } from '../text/catalogue.ts';
import { redactedDeep } from './redact.ts';

/** One look as the pilot logged it. */
export type Look = {
  readonly at: string;
  readonly asOf: string;
  readonly verdict: string | null;
  readonly sealed: boolean;
};

/** Everything a report is made from. */
export type ReportSubject = {
  readonly summary: { readonly id: string; readonly name: string };
  readonly charter: Charter;
  readonly planState: PlanState;
  readonly lift: LiftResult;
  readonly sources: readonly Source[];
  readonly looks: readonly Look[];
  /** ISO 8601, UTC. */
  readonly generatedAt: string;
  /** The reader's locale, such as `en-GB`: decides language, numbers and dates. */
  readonly locale: string;
  readonly timeZone: string;
  /** Name → version of what made the report; `pilotlight` at least. */
  readonly versions: Readonly<Record<string, string>>;
};

/** A subject on its way to the page: with its formatter, its catalogue, and the metric the headline is about. */
export type Story = ReportSubject & {
  readonly format: Formatter;
  readonly text: Catalogue;
  /** The primary metric of the arm the verdict names, else the first primary; null when nothing was measured. */
  readonly primary: MetricResult | null;
  readonly control: Arm | null;
  readonly treatments: readonly Arm[];
};

/** Prepares a subject; text that may quote the data is blacked out here, before anything is written. */
export function storyOf(subject: ReportSubject): Story {
  const { planState } = subject;
  const lift = redactedDeep(subject.lift);
  const text = catalogueOf(subject.locale);
  const currency = lift.currency ?? subject.charter.budget.currency;
  const primaries = lift.metrics.filter((metric) => metric.role === 'primary');
  return {
    ...subject,
    lift,
    sources: redactedDeep(subject.sources),
    text,
    format: formatter({ locale: subject.locale, timeZone: subject.timeZone, currency, words: text.figures }),
    primary: primaries.find((metric) => metric.treatment === lift.arm) ?? primaries[0] ?? null,
    control: planState.plan.arms.find((arm) => arm.role === 'control') ?? null,
    treatments: planState.plan.arms.filter((arm) => arm.role === 'treatment'),
  };
}

/** The entries of the headline metric, one a treatment. */
export function headlineEntries({ lift, primary }: Story): Story['lift']['metrics'] {
  return primary === null ? [] : lift.metrics.filter((metric) => metric.id === primary.id);
}

/** Arms of a broken split are drawn, but nothing is said of which did better. */
export function standingOf({ lift }: Story): 'comparable' | 'broken' {
  return lift.verdict === 'invalid' ? 'broken' : 'comparable';
}
