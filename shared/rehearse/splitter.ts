import type { Draws } from '../stats/chance.ts';
import type { Units } from './stage.ts';

/** Gives the next unit its arm. */
export type Splitter = (unit: number) => number;

/** Each unit by itself, with the plan's weights. */
export function byChance(weights: readonly number[], draws: Draws): Splitter {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return () => placeIn(weights, draws.unit() * sum);
}

/** Every arm gets its share of each stratum exactly, as a drawn list does; chance decides on broken seats. */
export function byQuotas(weights: readonly number[], drawn: Int32Array, units: Units, draws: Draws): Splitter {
  const sizes = new Float64Array(units.strata);
  const stratumOf = (unit: number) => units.stratum?.[unit] ?? 0;
  for (const unit of drawn) sizes[stratumOf(unit)]! += 1;
  const all = weights.reduce((total, weight) => total + weight, 0);
  const seats = Array.from(sizes, (size) => {
    let before = draws.unit();
    return weights.map((weight) => {
      const after = before + (weight / all) * size;
      const whole = Math.floor(after + 1e-9) - Math.floor(before + 1e-9);
      before = after;
      return whole;
    });
  });
  const left = seats.map((ofArms) => ofArms.reduce((total, one) => total + one, 0));
  return (unit) => {
    const stratum = stratumOf(unit);
    const free = seats[stratum] ?? [];
    const arm = placeIn(free, draws.unit() * (left[stratum] ?? 0));
    free[arm] = (free[arm] ?? 0) - 1;
    left[stratum] = (left[stratum] ?? 0) - 1;
    return arm;
  };
}

function placeIn(parts: readonly number[], at: number): number {
  let place = at;
  let part = 0;
  while (part < parts.length - 1 && place >= (parts[part] ?? 0)) {
    place -= parts[part] ?? 0;
    part += 1;
  }
  return part;
}
