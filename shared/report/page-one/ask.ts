import type { PageOne } from '../model.ts';
import { neededFor } from '../next/needed.ts';
import { costText } from '../section/rollout.ts';
import type { WorthStory } from '../story.ts';

/** The decision asked for, and by when. Nothing is asked for on a draft or before the sealed rule decides. */
export function ask(story: WorthStory): PageOne['ask'] {
  const { lift, planState, charter, format, text } = story;
  const say = text.report.pageOne.ask;
  const by = charter.decideBy ?? planState.plan.decision.decideBy;
  const title = by < story.generatedAt.slice(0, 10) ? say.now : say.byDate(format.date(by));
  const arm = lift.arm ?? story.primary?.treatment ?? '';
  if (lift.verdict === 'invalid') return { title, text: say.invalid };
  if (planState.sealed === null || lift.verdict === null) return { title: say.none, text: say.unsealed };
  if (!lift.decided) return { title: say.noneUntil(format.date(planState.plan.decision.decideBy)), text: say.interim };
  switch (lift.verdict) {
    case 'scale':
      return { title, text: scaled(arm, story) };
    case 'extend':
      return { title, text: extended(story) };
    case 'stop':
      return { title, text: say.stop(arm) };
    default:
      return assertNever(lift.verdict);
  }
}

/** The first step of the rollout, with what it costs; the charter's budget where no steps can be reckoned. */
function scaled(arm: string, { rollout, assumptions, charter, format, text }: WorthStory): string {
  const say = text.report.pageOne.ask;
  const [first] = rollout;
  if (first === undefined) return say.scale(arm, format.money(charter.budget.amount, charter.budget.currency));
  const held = assumptions.find(({ id }) => id === 'holdoutShare')?.value ?? 0;
  return say.firstStep(
    { arm, share: format.level(first.share), weeks: format.count(first.weeks), customers: format.count(first.treated) },
    format.level(held),
    costText(first, { format, text }),
    text.report.section.rollout,
  );
}

/** How many customers the open question needs, where that can be said. */
function extended({ primary, planState, format, text }: WorthStory): string {
  const say = text.report.pageOne.ask;
  const threshold = planState.plan.decision.scaleIf.relativeLiftAtLeast;
  const needed = primary === null ? null : neededFor(primary, threshold);
  const had = primary?.arms.reduce((sum, arm) => sum + arm.n, 0) ?? 0;
  return needed === null || needed <= had ? say.extend : say.extendUntil(format.count(had), format.count(needed));
}

function assertNever(value: never): never {
  throw new Error(`Unexpected verdict: ${String(value)}`);
}
