import type { Severity } from '../../lift/lift-result.ts';
import type { PageOne } from '../model.ts';
import type { Story } from '../story.ts';

const GRAVITY: Record<Severity, number> = { fail: 3, warning: 2, note: 1, ok: 0 };

/** The one caveat that matters most: the gravest finding of the checks, else what one pilot can never tell. */
export function caveat(story: Story): PageOne['caveat'] {
  const say = story.text.report.pageOne.caveat;
  const worst = story.lift.checks
    .filter((check) => check.severity !== 'ok' && check.id !== 'not-sealed')
    .reduce<Story['lift']['checks'][number] | null>(
      (gravest, check) => (gravest === null || GRAVITY[check.severity] > GRAVITY[gravest.severity] ? check : gravest),
      null,
    );
  if (worst !== null) return { title: say.title, text: worst.sentence };
  const course = story.primary?.course ?? [];
  const [first, last] = [course[0], course.at(-1)];
  if (first === undefined || last === undefined || first === last) return { title: say.title, text: say.once };
  return { title: say.title, text: say.season(story.format.date(first.at), story.format.date(last.at)) };
}
