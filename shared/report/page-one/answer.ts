import { brokenGuardrail } from '../broken-guardrail.ts';
import { isBetter, shownOf } from '../shown.ts';
import type { Story } from '../story.ts';

/** The finding as a headline. "Yes" is said only when the sealed rule, at its time, says scale. */
export function answer(story: Story): string {
  const say = story.text.report.pageOne.answer;
  const { verdict, headline, decided } = story.lift;
  if (verdict === 'invalid') return say.invalid;
  if (story.planState.sealed === null || verdict === null) return say.draft(headline);
  if (!decided) return say.interim(headline);
  if (verdict === 'scale') return say.scale(headline);
  return verdict === 'stop' ? stopped(story) : headline;
}

/** A stop has three reasons: a broken guardrail, harm, or a lift that cannot be large enough. */
function stopped(story: Story): string {
  const { lift, primary, planState, format, text } = story;
  const say = text.report.pageOne.answer;
  const broken = brokenGuardrail(story);
  if (broken !== null) {
    return say.stopGuardrail(lift.headline, broken.name, format.change(broken.absolute.estimate, broken.unit));
  }
  const shown = primary === null ? null : shownOf(primary);
  const worse =
    primary !== null &&
    shown !== null &&
    shown.kind !== 'withheld' &&
    [shown.absolute.lower, shown.absolute.upper].every((end) => end !== null && end !== 0 && !isBetter(primary, end));
  if (worse) return say.stopWorse(lift.headline);
  const threshold = planState.plan.decision.scaleIf.relativeLiftAtLeast;
  return say.stopBelow(lift.headline, format.lift(primary?.better === 'lower' ? -threshold : threshold));
}
