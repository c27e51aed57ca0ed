import type { Assumption } from '../business/assumption.ts';
import { type Tranche, tranchesOf } from '../business/rollout.ts';
import { headlineMetric, type Worth, worthOf } from '../business/worth.ts';
import type { Charter } from '../charter/charter.ts';
import { type Formatter, formatter } from '../format/formatter.ts';
import type { LiftResult, MetricResult } from '../lift/lift-result.ts';
import type { Arm, PlanState } from '../plan/plan.ts';
import type { Source } from '../records/source.ts';
import { type Catalogue, catalogueIn, type Language } from '../text/catalogue.ts';
import type { Arrangement } from './arrangement.ts';
import { neededFor } from './next/needed.ts';
import { redactedDeep } from './redact.ts';
import type { Appearance } from './report-options.ts';
import { comparedArms } from './shown.ts';
import type { Voice } from './voice/voice.ts';

/** One look as the pilot logged it. */
export type Look = {
  readonly at: string;
  readonly asOf: string;
  readonly verdict: string | null;
  readonly sealed: boolean;
};

/** What is needed to tell of a look, on screen as in a report. */
export type StorySubject = {
  readonly summary: { readonly id: string; readonly name: string };
  readonly charter: Charter;
  readonly planState: PlanState;
  readonly lift: LiftResult;
  readonly sources: readonly Source[];
  readonly looks: readonly Look[];
  /** ISO 8601, UTC. */
  readonly generatedAt: string;
  readonly language: Language;
  /** The reader's locale, such as `en-GB`: decides how numbers and dates are written. */
  readonly locale: string;
  readonly timeZone: string;
  /** Name → version of what made the report; `pilotlight` at least. */
  readonly versions: Readonly<Record<string, string>>;
};

/** Everything a report is made from; `edited` are the lines of the business case that somebody wrote by hand. */
export type ReportSubject = StorySubject & {
  readonly edited: readonly Assumption[];
  readonly appearance: Appearance;
  readonly voice: Voice;
  readonly arrangement: Arrangement;
};

/** A subject on its way to the page: with its formatter, its catalogue, and the metric the headline is about. */
export type Story = StorySubject & {
  readonly format: Formatter;
  readonly text: Catalogue;
  /** Null when nothing was measured. */
  readonly primary: MetricResult | null;
  readonly control: Arm | null;
  readonly treatments: readonly Arm[];
};

/** A story that also tells what the lift is worth. */
export type WorthStory = Story &
  Worth & {
    readonly voice: Voice;
    readonly arrangement: Arrangement;
    /** The steps of a rollout; none where the sealed rule does not say scale. */
    readonly rollout: readonly Tranche[];
  };

/** Prepares a subject; text that may quote the data is blacked out here, before anything is written. */
export function storyOf(subject: StorySubject): Story {
  const { planState, charter } = subject;
  const lift = redactedDeep(subject.lift);
  const text = catalogueIn(subject.language);
  const currency = lift.currency ?? charter.budget.currency;
  const format = formatter({ locale: subject.locale, timeZone: subject.timeZone, currency, words: text.figures });
  const primary = headlineMetric(lift);
  return {
    ...subject,
    lift,
    sources: redactedDeep(subject.sources),
    text,
    format,
    primary,
    control: planState.plan.arms.find((arm) => arm.role === 'control') ?? null,
    treatments: planState.plan.arms.filter((arm) => arm.role === 'treatment'),
  };
}

/** The story with what the lift is worth: thousands of simulated years, so made once a report. */
export function worthStoryOf(subject: ReportSubject): WorthStory {
  const story = storyOf(subject);
  const { lift, primary, planState, charter, text, format } = story;
  const edited = redactedDeep(subject.edited);
  const told = { voice: redactedDeep(subject.voice), arrangement: redactedDeep(subject.arrangement) };
  const worth = worthOf({ lift, metric: primary, plan: planState.plan, charter, edited }, text, format);
  return { ...story, ...told, ...worth, rollout: rolloutOf(story, worth) };
}

/** Steps that each show the lift again, as large as it is believed to be. */
function rolloutOf({ lift, primary, planState }: Story, { business, assumptions }: Worth): readonly Tranche[] {
  const asked = lift.verdict === 'scale' && lift.decided && planState.sealed !== null;
  if (!asked || primary === null || business.kind === 'none') return [];
  const control = comparedArms(primary)?.control.mean ?? null;
  const held = assumptions.find(({ id }) => id === 'holdoutShare')?.value ?? 0;
  const believed = control === null || control === 0 ? 0 : Math.abs(business.shrunken.mean / control);
  return tranchesOf(assumptions, held > 0 ? neededFor(primary, believed, (1 - held) / held) : null);
}

/** The entries of the headline metric, one a treatment. */
export function headlineEntries({ lift, primary }: Story): Story['lift']['metrics'] {
  return primary === null ? [] : lift.metrics.filter((metric) => metric.id === primary.id);
}

/** Arms of a broken split are drawn, but nothing is said of which did better. */
export function standingOf({ lift }: Story): 'comparable' | 'broken' {
  return lift.verdict === 'invalid' ? 'broken' : 'comparable';
}
