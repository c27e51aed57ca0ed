import { useCallback } from 'react';
import type { CourseChart } from '#shared/report/chart/chart.ts';
import styles from './ChartFigure.module.css';
import { ChartFigure } from './ChartFigure.tsx';
import { courseConfig } from './course-config.ts';
import { type Look, useCanvasChart } from './use-canvas-chart.ts';

/** A lift over time: line, interval band, zero, threshold, and the last reading in words. */
export function CourseFigure({ chart }: { readonly chart: CourseChart }) {
  return (
    <ChartFigure chart={chart}>
      <Canvas chart={chart} />
    </ChartFigure>
  );
}

function Canvas({ chart }: { readonly chart: CourseChart }) {
  const config = useCallback((look: Look) => courseConfig(chart, look), [chart]);
  const canvas = useCanvasChart(config);
  return (
    <div className={styles.stage}>
      <canvas aria-label={`${chart.title}. ${chart.alt}`} ref={canvas} role="img" />
    </div>
  );
}
