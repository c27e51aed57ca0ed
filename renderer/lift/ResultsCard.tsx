import { useMemo } from 'react';
import { overviewTable } from '#shared/report/section/results.ts';
import type { Story } from '#shared/report/story.ts';
import { FigureTable } from '../charts/FigureTable.tsx';
import { Card } from '../parts/Card.tsx';
import styles from './Lift.module.css';

/** Every planned metric, a row for each treatment, with its interval drawn. */
export function ResultsCard({ story }: { readonly story: Story }) {
  const overview = useMemo(() => overviewTable(story), [story]);
  const { lift, text, primary } = story;
  const withheld = lift.metrics.filter((metric) => metric.withheld !== null && metric.id !== primary?.id);
  const invalid = lift.verdict === 'invalid';
  const marks = { [text.metric.control]: 'control', [text.metric.treatment]: 'treatment' } as const;
  // Before the first planned look there is nothing to list.
  if (lift.metrics.length === 0) return null;
  return (
    <Card
      edge={invalid ? 'bad' : 'none'}
      padding="flush"
      subtitle={
        invalid ? 'Invalid: shown to find the fault, not to be used' : 'Every metric of the plan, whichever way it went'
      }
      title="What was measured"
    >
      <div className={styles.flush}>
        <FigureTable marks={marks} table={overview} />
      </div>
      {withheld.length > 0 && (
        <ul className={styles.withheld}>
          {withheld.map((metric) => (
            <li key={`${metric.id} ${metric.treatment}`}>
              <b>{metric.name}.</b> {metric.withheld}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
