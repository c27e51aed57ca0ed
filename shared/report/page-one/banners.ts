import type { Banner } from '../model.ts';
import type { Story } from '../story.ts';

/** What must be read before anything else on page one; no layout can leave a banner out. */
export function banners(story: Story): Banner[] {
  const { lift, planState, format, text, primary } = story;
  const say = text.report.pageOne.banner;
  const found: Banner[] = [];
  if (lift.verdict === 'invalid') found.push({ tone: 'bad', title: say.invalid, text: lift.because });
  if (planState.sealed === null) {
    found.push({ tone: 'bad', title: say.unsealedTitle, text: say.unsealed });
  } else {
    const peeked = story.looks.filter((look) => !look.sealed).length;
    if (peeked > 0) found.push({ tone: 'caution', title: say.peekedTitle, text: say.peeked(format.count(peeked)) });
    if (!lift.decided && lift.verdict !== 'invalid') {
      const date = format.date(planState.plan.decision.decideBy);
      found.push({ tone: 'caution', title: say.interimTitle, text: say.interim(date) });
    }
  }
  if (lift.verdict !== 'invalid') {
    for (const failed of lift.checks.filter((check) => check.severity === 'fail' && check.id !== 'not-sealed')) {
      found.push({ tone: 'bad', title: say.failedTitle, text: failed.sentence });
    }
  }
  if (primary !== null && primary.withheld !== null) {
    found.push({ tone: 'caution', title: say.withheldTitle, text: primary.withheld });
  }
  return found;
}
