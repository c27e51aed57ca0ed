import { useMemo } from 'react';
import { armsChart } from '#shared/report/chart/arms-chart.ts';
import { courseChart } from '#shared/report/chart/course-chart.ts';
import { headlineEntries, type Story, standingOf } from '#shared/report/story.ts';
import { ArmsFigure } from '../charts/ArmsFigure.tsx';
import { CourseFigure } from '../charts/CourseFigure.tsx';
import { Card } from '../parts/Card.tsx';

/** The headline metric drawn: its lift over time, one picture a treatment, and what each arm did. */
export function Pictures({ story }: { readonly story: Story }) {
  const { courses, arms, withheld } = useMemo(() => picturesOf(story), [story]);
  return (
    <>
      {withheld.map((reason) => (
        <Card edge="doubt" key={reason} title="No interval yet">
          {reason}
        </Card>
      ))}
      {courses.map((chart) => (
        <CourseFigure chart={chart} key={chart.id} />
      ))}
      {arms !== null && <ArmsFigure chart={arms} />}
    </>
  );
}

function picturesOf(story: Story) {
  const { format, text, planState } = story;
  const { metric, relativeLiftAtLeast } = planState.plan.decision.scaleIf;
  const entries = headlineEntries(story);
  return {
    courses: entries.flatMap((entry) => {
      const chart = courseChart(entry, entry.id === metric ? relativeLiftAtLeast : null, format, text);
      return chart === null ? [] : [chart];
    }),
    arms: armsChart(entries, standingOf(story), format, text),
    withheld: [...new Set(entries.flatMap((entry) => (entry.withheld === null ? [] : [entry.withheld])))],
  };
}
