import { brokenGuardrail } from '../broken-guardrail.ts';
import type { PageOne } from '../model.ts';
import { tooFew } from '../next/too-small.ts';
import type { Story } from '../story.ts';

type Caveat = (story: Story) => string | null;

/**
 * The one caveat that matters most: the first of these that there is.
 * A failed check; a guardrail beyond its margin; another choice that would turn the conclusion; a warning about the
 * deciding comparison; a pilot too small for its question; any other warning, then note; at last what one pilot can
 * never tell: another season, other customers.
 */
const RANKED: readonly Caveat[] = [failed, guardrail, turning, warned, tooSmall, anyWarning, noted, season];

export function caveat(story: Story): PageOne['caveat'] {
  const say = story.text.report.pageOne.caveat;
  for (const one of RANKED) {
    const text = one(story);
    if (text !== null) return { title: say.title, text };
  }
  return { title: say.title, text: say.once };
}

function failed(story: Story): string | null {
  return found(story, 'fail', () => true);
}

function guardrail(story: Story): string | null {
  const broken = brokenGuardrail(story);
  return story.lift.verdict !== 'stop' || broken === null ? null : broken.sentence;
}

/** Of several treatments first the one the page is about. */
function turning({ lift, primary }: Story): string | null {
  const turned = lift.sensitivity.filter(({ turns }) => turns);
  return (turned.find(({ treatment }) => treatment === primary?.treatment) ?? turned[0])?.sentence ?? null;
}

/** A check of another metric carries that metric's id after a colon. */
function warned(story: Story): string | null {
  const { primary } = story;
  return found(story, 'warning', (id) => !id.includes(':') || (primary !== null && id.split(':').includes(primary.id)));
}

function tooSmall(story: Story): string | null {
  const { primary, planState, format, text } = story;
  const few = tooFew(story);
  if (primary === null || few === null) return null;
  const threshold = planState.plan.decision.scaleIf.relativeLiftAtLeast;
  return text.report.pageOne.caveat.tooSmall(
    format.count(few.had),
    format.lift(primary.better === 'lower' ? -threshold : threshold),
    format.count(few.needed),
  );
}

function anyWarning(story: Story): string | null {
  return found(story, 'warning', () => true);
}

function noted(story: Story): string | null {
  return found(story, 'note', () => true);
}

function season({ primary, format, text }: Story): string | null {
  const course = primary?.course ?? [];
  const [first, last] = [course[0], course.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  return text.report.pageOne.caveat.season(format.date(first.at), format.date(last.at));
}

function found({ lift }: Story, severity: 'fail' | 'warning' | 'note', about: (id: string) => boolean): string | null {
  const check = lift.checks.find((one) => one.severity === severity && one.id !== 'not-sealed' && about(one.id));
  return check?.sentence ?? null;
}
