import { sum } from '../chart/flow-chart.ts';
import { rightTimes } from '../right-times.ts';
import { comparedArms, shownOf } from '../shown.ts';
import type { Story } from '../story.ts';

/** Who was compared, what each arm did, the range, and in plain words what the range is. */
export function lead(story: Story): string {
  const { format, text, lift, primary, charter } = story;
  const say = text.report.pageOne.lead;
  const analysed = sum(lift.flow.analysed);
  if (primary === null || analysed === 0) return say.nothing;
  const treatments = text.report.pageOne.and(story.treatments.map((arm) => `“${arm.id}”`));
  const drawn =
    story.planState.plan.allocation.method === 'imported' ? say.imported(treatments) : say.chance(treatments);
  const parts = [say.customers(format.count(analysed), charter.title), drawn];
  const arms = comparedArms(primary);
  if (arms !== null) {
    const window = primary.windowDays === null ? '' : say.window(format.number(primary.windowDays));
    const [withIt, without] = [
      format.value(arms.treatment.mean, primary.unit),
      format.value(arms.control.mean, primary.unit),
    ];
    parts.push(say.arms(primary.name, window, primary.treatment, withIt, without));
  }
  const shown = shownOf(primary);
  if (lift.verdict === 'invalid') return parts.join(' ');
  if (shown.kind === 'withheld') {
    parts.push(say.withheld(shown.reason));
  } else if (shown.absolute.lower !== null || shown.absolute.upper !== null) {
    const range = format.changeRange(shown.absolute.lower, shown.absolute.upper, primary.unit);
    parts.push(say.range(range, rightTimes(primary.level, format, text), shown.kind));
  }
  return parts.join(' ');
}
