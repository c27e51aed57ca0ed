import type { Metric } from '../plan/plan.ts';
import type { Planting } from './planting.ts';
import { emptyArm, type RunningArm, standing, tooFew } from './running-arm.ts';
import type { Stage } from './stage.ts';

export type PlainInput = {
  readonly kind: Metric['kind'];
  readonly values: Float64Array;
  readonly per: Float64Array | null;
  readonly control: number;
  /** Of each arm, the larger planned weight over the smaller. */
  readonly allocations: readonly number[];
  readonly planting: Planting;
};

/** Customers one by one, compared as they are: the score test, Welch's, or the delta method. */
export function plainStage({ kind, values, per, control, allocations, planting }: PlainInput): Stage {
  const arms = allocations.map(emptyArm);
  const turned = allocations.map(() => 0);
  const base = arms[control];
  if (base === undefined) throw new Error('every plan has its control');
  return {
    takeIn(arm, unit, draws) {
      const here = arms[arm];
      if (here === undefined) throw new Error('every customer gets an arm');
      const value = values[unit] ?? 0;
      takeIn(here, value, per?.[unit] ?? 0);
      const turns = planting.kind === 'turn' && arm !== control && (value === 0 ? 0 : 1) === planting.from;
      if (turns && draws.unit() < planting.chance) turned[arm] = (turned[arm] ?? 0) + 1;
    },
    standing(arm, telling) {
      const here = arms[arm] ?? emptyArm();
      const shown = telling === 'planted' ? planted(here, planting, turned[arm] ?? 0) : here;
      return tooFew(kind, base, shown, allocations[arm] ?? 1) ? null : standing(kind, base, shown);
    },
  };
}

function takeIn(arm: RunningArm, value: number, per: number): void {
  arm.n += 1;
  if (value !== 0) arm.nonZero += 1;
  arm.sum += value;
  arm.squares += value * value;
  arm.perSum += per;
  arm.perSquares += per * per;
  arm.products += value * per;
}

function planted(arm: RunningArm, planting: Planting, turned: number): RunningArm {
  switch (planting.kind) {
    case 'turn':
      return { ...arm, nonZero: arm.nonZero + (planting.from === 0 ? turned : -turned) };
    case 'shift': {
      const { by } = planting;
      return { ...arm, sum: arm.sum + arm.n * by, squares: arm.squares + 2 * by * arm.sum + arm.n * by * by };
    }
    case 'scale': {
      const { by } = planting;
      return { ...arm, sum: arm.sum * by, squares: arm.squares * by * by, products: arm.products * by };
    }
  }
}
