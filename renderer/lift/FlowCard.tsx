import { useMemo } from 'react';
import { flowChart } from '#shared/report/chart/flow-chart.ts';
import type { Story } from '#shared/report/story.ts';
import { FlowFigure } from '../charts/FlowFigure.tsx';
import { Card } from '../parts/Card.tsx';
import styles from './Lift.module.css';

/** Who took part, and everybody who was left out, with the reason. */
export function FlowCard({ story }: { readonly story: Story }) {
  const { lift, planState, format, text } = story;
  const chart = useMemo(
    () => flowChart(lift.flow, planState.plan.arms, null, format, text),
    [lift, planState, format, text],
  );
  return (
    <>
      <FlowFigure chart={chart} />
      {lift.flow.excluded.length > 0 && (
        <Card title={text.flow.excluded}>
          <dl className={styles.counts}>
            {lift.flow.excluded.map(({ reason, n }) => (
              <div key={reason}>
                <dt>{reason}</dt>
                <dd>{format.count(n)}</dd>
              </div>
            ))}
          </dl>
        </Card>
      )}
    </>
  );
}
