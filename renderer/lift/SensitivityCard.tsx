import { useMemo } from 'react';
import { isSeveral } from '#shared/report/section/sensitivity.ts';
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
  const say = story.text.report.sensitivity;
  const turning = sensitivity
    .filter(({ turns }) => turns)
    .map(({ name, treatment }) => say.turning(name, isSeveral(story) ? treatment : null));
  return (
    <Card
      edge={turning.length > 0 ? 'doubt' : 'none'}
      padding="flush"
      subtitle={
        turning.length > 0
          ? `It would be another one ${turning.join('; ')}`
          : `${story.primary?.name ?? 'The deciding metric'}, with each choice made the other way`
      }
      title={turning.length > 0 ? 'Another choice would turn the conclusion' : 'No other choice turns the conclusion'}
    >
      <div className={styles.flush}>
        <FigureTable marks={noMarks} table={table} />
      </div>
    </Card>
  );
}

function tableOf(story: Story): Table {
  const { lift, primary, format } = story;
  const unit = primary?.unit ?? 'number';
  const several = isSeveral(story);
  return {
    caption: 'Sensitivity: the deciding comparison under other choices',
    columns: [
      ...(several ? [wordColumn('Treatment')] : []),
      wordColumn('Choice'),
      figureColumn('Difference'),
      figureColumn('Range'),
      wordColumn('Conclusion'),
    ],
    rows: lift.sensitivity.map(({ treatment, name, absolute, turns }) => [
      ...(several ? [words(treatment)] : []),
      words(name.charAt(0).toUpperCase() + name.slice(1)),
      figure(format.change(absolute.estimate, unit), absolute.estimate),
      figure(format.changeRange(absolute.lower, absolute.upper, unit), absolute.lower),
      words(absolute.lower === null && absolute.upper === null ? 'too few left' : turns ? 'another' : 'the same'),
    ]),
  };
}
