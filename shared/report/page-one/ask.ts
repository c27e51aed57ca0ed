import type { PageOne } from '../model.ts';
import type { Story } from '../story.ts';

/** The decision asked for, and by when. Nothing is asked for on a draft or before the sealed rule decides. */
export function ask(story: Story): PageOne['ask'] {
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
      return { title, text: say.scale(arm, format.money(charter.budget.amount, charter.budget.currency)) };
    case 'extend':
      return { title, text: say.extend };
    case 'stop':
      return { title, text: say.stop(arm) };
    default:
      return assertNever(lift.verdict);
  }
}

function assertNever(value: never): never {
  throw new Error(`Unexpected verdict: ${String(value)}`);
}
