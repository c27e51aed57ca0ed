import { useMemo } from 'react';
import { armsChart } from '#shared/report/chart/arms-chart.ts';
import { courseChart } from '#shared/report/chart/course-chart.ts';
import { headlineEntries, type Story, standingOf } from '#shared/report/story.ts';
import { ArmsFigure } from '../charts/ArmsFigure.tsx';
import { CourseFigure } from '../charts/CourseFigure.tsx';
import { Card } from '../parts/Card.tsx';

type Props = { readonly story: Story };

/** The headline lift over time, one picture a treatment; where the interval is withheld, the reason stands instead. */
export function CoursePictures({ story }: Props) {
  const charts = useMemo(() => courseCharts(story), [story]);
  const withheld = new Set(headlineEntries(story).flatMap((entry) => entry.withheld ?? []));
  // Of a broken split a course would tell a winner.
  if (standingOf(story) === 'broken') return null;
  return (
    <>
      {[...withheld].map((reason) => (
        <Card edge="doubt" key={reason} title="No interval yet">
          {reason}
        </Card>
      ))}
      {charts.map((chart) => (
        <CourseFigure chart={chart} key={chart.id} />
      ))}
    </>
  );
}

/** What each arm did on the headline metric. */
export function ArmsPicture({ story }: Props) {
  const chart = useMemo(() => armsChart(headlineEntries(story), standingOf(story), story.format, story.text), [story]);
  return chart === null ? null : <ArmsFigure chart={chart} />;
}

function courseCharts(story: Story) {
  const { format, text, planState } = story;
  const { metric, relativeLiftAtLeast } = planState.plan.decision.scaleIf;
  return headlineEntries(story).flatMap((entry) => {
    const chart = courseChart(entry, entry.id === metric ? relativeLiftAtLeast : null, format, text);
    return chart === null ? [] : [chart];
  });
}
