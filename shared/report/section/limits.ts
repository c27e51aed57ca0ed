import type { Section } from '../model.ts';
import { rightTimes } from '../right-times.ts';
import { shownOf } from '../shown.ts';
import type { Story } from '../story.ts';

/** What these figures cannot tell, in plain words. */
export function limitsSection({ lift, planState, primary, format, text }: Story): Section {
  const say = text.report.limits;
  const missing = primary === null ? 0 : primary.arms.reduce((total, arm) => total + arm.missing, 0);
  const when = (applies: boolean, sentence: string) => (applies ? [sentence] : []);
  return {
    id: 'limits',
    title: text.report.section.limits,
    blocks: [
      {
        kind: 'list',
        items: [
          say.chance(rightTimes(planState.plan.analysis.level, format, text)),
          say.others,
          say.notReached,
          ...when(missing > 0, say.missing(format.count(missing))),
          ...when(
            lift.metrics.some((metric) => metric.role === 'secondary'),
            say.secondary,
          ),
          ...when(planState.plan.allocation.method === 'imported', say.imported),
          ...when(
            lift.metrics.some((metric) => shownOf(metric).kind === 'withheld'),
            say.withheld,
          ),
          ...when(!lift.decided, say.early),
          ...when(lift.verdict === 'scale', say.picked),
          ...when(
            lift.metrics.some((metric) => metric.kind === 'nps' || metric.kind === 'mean'),
            say.answers,
          ),
          say.regression,
          say.novelty,
        ],
      },
    ],
  };
}
