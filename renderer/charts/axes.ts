import type { LinearScaleOptions } from 'chart.js';
import type { Axis } from '#shared/report/chart/chart.ts';
import type { Look } from './use-canvas-chart.ts';

type Options = {
  readonly y: object;
  readonly font: { readonly family: string; readonly size: number };
};

/** The y axis of a chart model: its own ends, its own ticks, in its own words. */
export function valueAxis(axis: Axis, { colours, font }: Look): Options {
  const small = { family: font, size: 12 };
  const word = (value: number) => axis.ticks.find((tick) => tick.value === value)?.text ?? '';
  const y: Partial<Omit<LinearScaleOptions, 'ticks' | 'grid' | 'border' | 'title'>> & object = {
    min: axis.min,
    max: axis.max,
    afterBuildTicks(scale) {
      scale.ticks = axis.ticks.map(({ value }) => ({ value }));
    },
  };
  return {
    font: small,
    y: {
      ...y,
      type: 'linear',
      border: { display: false },
      grid: { color: colours.line, drawTicks: false },
      title: { display: true, text: axis.label, color: colours.quiet, font: small },
      ticks: {
        color: colours.quiet,
        font: small,
        padding: 8,
        callback: (value: number | string) => word(Number(value)),
      },
    },
  };
}

/** At most `count` of the places, evenly spread, first and last among them. */
export function spread(places: readonly number[], count: number): number[] {
  if (places.length <= count) return [...places];
  return Array.from({ length: count }, (_, i) => places[Math.round((i * (places.length - 1)) / (count - 1))] ?? 0);
}
