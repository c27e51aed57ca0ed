import type { Axis } from './chart.ts';

/**
 * A scale that holds `values`, with 3 to 6 round ticks.
 * @param values at least one finite number
 * @param write how a tick is written, given the step between ticks
 */
export function axisOver(
  values: readonly number[],
  label: string,
  write: (value: number, step: number) => string,
): Axis {
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const span = highest - lowest || Math.abs(highest) || 1;
  const step = roundStep(span / 4);
  const min = Math.floor(lowest / step + 1e-9) * step;
  const max = Math.ceil(highest / step - 1e-9) * step;
  const end = max > min ? max : min + step;
  const count = Math.round((end - min) / step);
  const ticks = Array.from({ length: count + 1 }, (_, i) => {
    const value = clean(min + i * step);
    return { value, text: write(value, step) };
  });
  return { min: clean(min), max: clean(end), ticks, label };
}

/** 1, 2, 3, 5 or 6 times a power of ten, at least `raw`. */
function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  return ([1, 2, 3, 5, 10].find((factor) => factor * power >= raw * 0.999) ?? 10) * power;
}

/** Takes away what binary fractions leave: 0.30000000000000004 is 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** Digits after the point that tell ticks a step apart. */
export function tickDigits(step: number): number {
  return Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)));
}
