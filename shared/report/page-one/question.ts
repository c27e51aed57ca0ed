import type { Story } from '../story.ts';

/** The question the pilot was run to answer: the hypothesis, asked. */
export function question(story: Story): string {
  const say = story.text.report.pageOne.question;
  const hypothesis = (story.charter.hypothesis || story.planState.plan.hypothesis).trim();
  if (hypothesis.endsWith('?')) return hypothesis;
  if (hypothesis !== '') return say.ofHypothesis(/[.!…]$/.test(hypothesis) ? hypothesis : `${hypothesis}.`);
  const arm = story.treatments[0]?.id ?? story.text.metric.treatment;
  return say.ofMetric(arm, story.primary?.name ?? '');
}
