import { useCallback } from 'react';
import type { ArmsChart } from '#shared/report/chart/chart.ts';
import { ArmMark } from '../parts/ArmMark.tsx';
import { armsConfig } from './arms-config.ts';
import styles from './ChartFigure.module.css';
import { ChartFigure } from './ChartFigure.tsx';
import { type Look, useCanvasChart } from './use-canvas-chart.ts';

/** What each arm did, side by side, each with its own interval. */
export function ArmsFigure({ chart }: { readonly chart: ArmsChart }) {
  const legend = (
    <p className={styles.legend}>
      {chart.legend.map(({ role, text }) => (
        <ArmMark key={text} label={text} role={role} />
      ))}
    </p>
  );
  return (
    <ChartFigure chart={chart} legend={legend}>
      <Canvas chart={chart} />
    </ChartFigure>
  );
}

function Canvas({ chart }: { readonly chart: ArmsChart }) {
  const config = useCallback((look: Look) => armsConfig(chart, look), [chart]);
  const canvas = useCanvasChart(config);
  return (
    <div className={styles.stage}>
      <canvas aria-label={`${chart.title}. ${chart.alt}`} ref={canvas} role="img" />
    </div>
  );
}
