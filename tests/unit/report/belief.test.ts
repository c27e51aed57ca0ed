import { expect, it } from 'vitest';
import { beliefItems } from '#shared/report/section/belief.ts';
import { storyOf } from '#shared/report/story.ts';
import { bayesProportion } from '#shared/stats/bayes-proportion.ts';
import { stories } from './stories.ts';

it('a belief about a rate says its chance, what either choice loses and its prior, and that it decides nothing', () => {
  const story = storyOf(stories.win);
  const [metric] = story.lift.metrics;
  if (metric === undefined) throw new Error('the story has a metric');
  const [control, treatment] = metric.arms;
  if (!control || !treatment) throw new Error('two arms');
  const found = bayesProportion({ control, treatment });
  if (found.kind === 'error') throw new Error(found.reason);
  const [item] = beliefItems(metric, story);
  expect(found.chanceToBeat).toBeGreaterThan(0.999);
  expect(item?.text).toContain(`over ${story.format.percent(0.999, 1)}`);
  expect(item?.text).toContain(`loses under ${story.format.given(0.0001, 'rate')} on average, choosing control`);
  expect(item?.text).toContain('Beta(1, 1)');
  expect(item?.text).toContain('no part of the verdict');
  const turned = beliefItems({ ...metric, better: 'lower' }, story)[0];
  expect(turned?.text).toContain(`under ${story.format.percent(0.001, 1)}`);
});

it('of a broken split nothing is believed', () => {
  const story = storyOf(stories.invalid);
  expect(story.lift.metrics.flatMap((metric) => beliefItems(metric, story))).toEqual([]);
});
