import { useMemo } from 'react';
import type { Story } from '#shared/report/story.ts';
import { figure, figureColumn, type Table, wordColumn, words } from '#shared/report/table.ts';
import { FigureTable, noMarks } from '../charts/FigureTable.tsx';
import { Card } from '../parts/Card.tsx';
import styles from './Lift.module.css';

/** The same comparison under the other choices that could have been made, and whether one of them turns it. */
export function SensitivityCard({ story }: { readonly story: Story }) {
  const table = useMemo(() => tableOf(story), [story]);
  const { sensitivity, verdict } = story.lift;
  // Of a broken split nothing is worth varying.
  if (sensitivity.length === 0 || verdict === 'invalid') return null;
  const turning = sensitivity.filter(({ turns }) => turns).length;
  return (
    <Card
      edge={turning > 0 ? 'doubt' : 'none'}
      padding="flush"
      subtitle={`${story.primary?.name ?? 'The deciding metric'}, with each choice made the other way`}
      title={turning > 0 ? 'Another choice would turn the conclusion' : 'No other choice turns the conclusion'}
    >
      <div className={styles.flush}>
        <FigureTable marks={noMarks} table={table} />
      </div>
    </Card>
  );
}

function tableOf({ lift, primary, format }: Story): Table {
  const unit = primary?.unit ?? 'number';
  return {
    caption: 'Sensitivity: the deciding comparison under other choices',
    columns: [wordColumn('Choice'), figureColumn('Difference'), figureColumn('Range'), wordColumn('Conclusion')],
    rows: lift.sensitivity.map(({ name, absolute, turns }) => [
      words(name.charAt(0).toUpperCase() + name.slice(1)),
      figure(format.change(absolute.estimate, unit), absolute.estimate),
      figure(format.changeRange(absolute.lower, absolute.upper, unit), absolute.lower),
      words(absolute.lower === null && absolute.upper === null ? 'too few left' : turns ? 'another' : 'the same'),
    ]),
  };
}
