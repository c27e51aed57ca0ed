import { courseChart } from '../chart/course-chart.ts';
import type { Block, Section } from '../model.ts';
import { headlineEntries, type Story, standingOf } from '../story.ts';

/** How the lift of the headline metric developed, one picture a treatment. */
export function courseSection(story: Story): Section {
  const { format, text, planState } = story;
  const say = text.report.course;
  const { metric, relativeLiftAtLeast } = planState.plan.decision.scaleIf;
  const entries = headlineEntries(story);
  const charts = entries.flatMap((entry): Block[] => {
    const chart = courseChart(entry, entry.id === metric ? relativeLiftAtLeast : null, format, text, standingOf(story));
    return chart === null
      ? []
      : [
          { kind: 'chart', chart },
          { kind: 'table', table: chart.table },
        ];
  });
  return {
    id: 'course',
    title: text.report.section.course,
    blocks:
      charts.length === 0
        ? [{ kind: 'paragraph', text: say.none }]
        : [{ kind: 'paragraph', text: say.intro }, ...charts],
  };
}
