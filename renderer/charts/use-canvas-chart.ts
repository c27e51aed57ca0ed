import {
  Chart,
  type ChartConfiguration,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { type RefObject, useEffect, useRef } from 'react';
import { type Colours, useColours } from '../theme/colours.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, Tooltip);

/** What a drawing on a canvas needs of the theme. */
export type Look = { readonly colours: Colours; readonly font: string };

/**
 * A canvas that draws `config`, and again when it or the theme changes. What is written on a canvas stays as it was
 * written, so the drawing waits for the typeface.
 */
export function useCanvasChart(
  config: (look: Look) => ChartConfiguration<'line'>,
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useColours();
  useEffect(() => {
    let chart: Chart<'line'> | null = null;
    let gone = false;
    void document.fonts.ready.then(() => {
      if (gone || canvas.current === null) return;
      chart = new Chart(canvas.current, config({ colours, font: getComputedStyle(canvas.current).fontFamily }));
    });
    return () => {
      gone = true;
      chart?.destroy();
    };
  }, [config, colours]);
  return canvas;
}
