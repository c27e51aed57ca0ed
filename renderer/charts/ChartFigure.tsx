import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type ReactNode, useId, useState } from 'react';
import type { Chart } from '#shared/report/chart/chart.ts';
import { KeyHint } from '../parts/KeyHint.tsx';
import styles from './ChartFigure.module.css';
import { FigureTable, noMarks } from './FigureTable.tsx';

type Props = { readonly chart: Chart; readonly legend?: ReactNode; readonly children: ReactNode };

/** A chart with its finding as title and its figures as a table one key (T) or button away. */
export function ChartFigure({ chart, legend, children }: Props) {
  const [shown, setShown] = useState<'picture' | 'table'>('picture');
  const toggle = () => setShown((now) => (now === 'picture' ? 'table' : 'picture'));
  const title = useId();
  useHotkeys([['t', toggle]]);
  return (
    <figure aria-labelledby={title} className={styles.figure}>
      <div className={styles.head}>
        <figcaption>
          <h2 className={styles.title} id={title}>
            {chart.title}
          </h2>
          <p className={styles.caption}>{chart.caption}</p>
        </figcaption>
        <Button
          aria-keyshortcuts="T"
          onClick={toggle}
          rightSection={<KeyHint keys="T" />}
          size="compact-xs"
          variant="default"
        >
          {shown === 'picture' ? 'As a table' : 'As a picture'}
        </Button>
      </div>
      {shown === 'picture' ? (
        <>
          {children}
          {legend}
        </>
      ) : (
        <FigureTable marks={noMarks} table={chart.table} />
      )}
    </figure>
  );
}
