import type { Story } from '../story.ts';

/** The finding as a headline. "Yes" is said only when the sealed rule, at its time, says scale. */
export function answer(story: Story): string {
  const say = story.text.report.pageOne.answer;
  const { verdict, headline, decided } = story.lift;
  if (verdict === 'invalid') return say.invalid;
  if (story.planState.sealed === null || verdict === null) return say.draft(headline);
  if (!decided) return say.interim(headline);
  return verdict === 'scale' ? say.scale(headline) : headline;
}
