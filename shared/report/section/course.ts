import { armsChart } from '../chart/arms-chart.ts';
import { courseChart } from '../chart/course-chart.ts';
import type { Block, Section } from '../model.ts';
import { headlineEntries, type Story, standingOf } from '../story.ts';

/** How the lift of the headline metric developed, one picture a treatment, and the table behind page one's picture. */
export function courseSection(story: Story): Section {
  const { format, text, planState } = story;
  const say = text.report.course;
  const { metric, relativeLiftAtLeast } = planState.plan.decision.scaleIf;
  const entries = headlineEntries(story);
  const charts = entries.flatMap((entry): Block[] => {
    const chart = courseChart(entry, entry.id === metric ? relativeLiftAtLeast : null, format, text);
    return chart === null
      ? []
      : [
          { kind: 'chart', chart },
          { kind: 'table', table: chart.table },
        ];
  });
  const picture = armsChart(entries, standingOf(story), format, text);
  const first: Block[] =
    charts.length === 0 ? [{ kind: 'paragraph', text: say.none }] : [{ kind: 'paragraph', text: say.intro }, ...charts];
  return {
    id: 'course',
    title: text.report.section.course,
    blocks: picture === null ? first : [...first, { kind: 'table', table: picture.table }],
  };
}
