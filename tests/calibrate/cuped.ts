import { cuped, cupedArm } from '#shared/stats/cuped.ts';
import { drawsFrom, normal } from './draws.ts';
import { type Line, printTable } from './table.ts';

const DRAWS = 1000;
const UNITS = 10_000;

/** CUPED: how much of the variance it takes away, which is r² where outcome and covariate correlate by r. */
export function calibrateCuped(): void {
  const lines = [0.3, 0.5, 0.7].map((r): Line => {
    const draws = drawsFrom(1);
    let sum = 0;
    for (let run = 0; run < DRAWS; run++) {
      const arm = () => {
        const x = Float64Array.from({ length: UNITS / 2 }, () => normal(draws));
        const y = x.map((value) => r * value + Math.sqrt(1 - r * r) * normal(draws));
        const found = cupedArm(y, [x]);
        if (found.kind === 'error') throw new Error(found.reason);
        return found;
      };
      const found = cuped({ control: arm(), treatment: arm() });
      if (found.kind === 'error') throw new Error(found.reason);
      sum += found.varianceReduction;
    }
    const taken = sum / DRAWS;
    return {
      cells: [`r = ${r}`, (r * r).toFixed(4), taken.toFixed(4)],
      broken: Math.abs(taken - r * r) <= 0.01 ? [] : [`r² ${(r * r).toFixed(2)} ± 0.01`],
    };
  });
  printTable('CUPED: 1 − (SE adjusted / SE raw)², 1,000 draws of 10,000 units', ['CUPED', 'r²', 'taken away'], lines);
}
