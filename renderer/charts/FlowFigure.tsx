import { Fragment } from 'react';
import type { FlowChart } from '#shared/report/chart/chart.ts';
import { ArmMark } from '../parts/ArmMark.tsx';
import { ChartFigure } from './ChartFigure.tsx';
import styles from './FlowFigure.module.css';

/** Who came in, who left on the way, and who was counted in each arm. */
export function FlowFigure({ chart }: { readonly chart: FlowChart }) {
  return (
    <ChartFigure chart={chart}>
      <div className={styles.flow}>
        <ol className={styles.trunk}>
          {chart.trunk.map((box) => (
            <Fragment key={box.title}>
              <Box {...box} />
              {box.left.map((one) => (
                <li className={styles.left} key={one.title}>
                  {one.title}: {one.text}
                </li>
              ))}
            </Fragment>
          ))}
        </ol>
        <div className={styles.arms}>
          {chart.arms.map(({ arm, role, boxes }) => (
            <section aria-label={arm} key={arm}>
              <h3 className={styles.arm}>
                <ArmMark label={arm} role={role} />
              </h3>
              <ol className={styles.column}>
                {boxes.map((box) => (
                  <Box key={box.title} {...box} />
                ))}
              </ol>
            </section>
          ))}
        </div>
      </div>
    </ChartFigure>
  );
}

function Box({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <li className={styles.box}>
      <span>{title}</span> <b>{text}</b>
    </li>
  );
}
