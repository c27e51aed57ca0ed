import { sum } from '../chart/flow-chart.ts';
import { rightTimes } from '../right-times.ts';
import { comparedArms, shownOf } from '../shown.ts';
import { headlineEntries, type Story } from '../story.ts';

/** Who was compared, what each arm did, the range, and in plain words what the range is. */
export function lead(story: Story): string {
  const { format, text, lift, primary, charter } = story;
  const say = text.report.pageOne.lead;
  const analysed = sum(lift.flow.analysed);
  if (primary === null || analysed === 0) return say.nothing;
  const treatments = text.report.pageOne.and(story.treatments.map((arm) => text.lift.arm.named(arm.id)));
  const parts = [say.customers(format.count(analysed), charter.title), drawnBy(story, treatments)];
  const without = comparedArms(primary)?.control ?? null;
  const entries = headlineEntries(story);
  if (without !== null) {
    const window = primary.windowDays === null ? '' : say.window(format.number(primary.windowDays));
    const withIt = entries.map((entry) =>
      say.withArm(format.value(comparedArms(entry)?.treatment.mean ?? null, entry.unit), entry.treatment),
    );
    parts.push(say.arms(primary.name, window, withIt, format.value(without.mean, primary.unit)));
  }
  const shown = shownOf(primary);
  if (lift.verdict === 'invalid') return parts.join(' ');
  if (shown.kind === 'withheld') {
    parts.push(say.withheld);
  } else if (shown.absolute.lower !== null || shown.absolute.upper !== null) {
    const range = format.changeRange(shown.absolute.lower, shown.absolute.upper, primary.unit);
    const arm = entries.length > 1 ? say.ofArm(primary.treatment) : '';
    parts.push(arm + say.range(range, rightTimes(primary.level, format, text), shown.kind));
  }
  return parts.join(' ');
}

function drawnBy({ lift, planState, text }: Story, treatments: string): string {
  const say = text.report.pageOne.lead;
  if (lift.verdict === 'invalid') return say.broken(treatments);
  return planState.plan.allocation.method === 'imported' ? say.imported(treatments) : say.chance(treatments);
}
