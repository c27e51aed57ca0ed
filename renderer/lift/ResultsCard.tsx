import { useMemo } from 'react';
import { resultsSection } from '#shared/report/section/results.ts';
import type { Story } from '#shared/report/story.ts';
import { FigureTable } from '../charts/FigureTable.tsx';
import { Card } from '../parts/Card.tsx';
import styles from './Lift.module.css';

/** Every planned metric, a row for each treatment, with its interval drawn. */
export function ResultsCard({ story }: { readonly story: Story }) {
  const overview = useMemo(() => {
    const block = resultsSection(story).blocks.find(({ kind }) => kind === 'table');
    return block?.kind === 'table' ? block.table : null;
  }, [story]);
  const withheld = story.lift.metrics.filter((metric) => metric.withheld !== null);
  if (overview === null) return null;
  return (
    <Card padding="flush" subtitle="Every metric of the plan, whichever way it went" title="What was measured">
      <FigureTable table={overview} />
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
