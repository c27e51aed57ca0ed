import type { Draws } from '../stats/chance.ts';

/** A comparison in standard errors, and its relative lift. `df` is infinite where the normal decides. */
export type Standing = { readonly z: number; readonly df: number; readonly relative: number };

/** Whether the lift is planted into the treatments of the same split. */
export type Telling = 'nothing' | 'planted';

/** Where one rehearsal is played: arms that take customers in, or whole clusters of them, and are compared. */
export type Stage = {
  readonly takeIn: (arm: number, unit: number, draws: Draws) => void;
  /** As the lift would judge a treatment against control; null while it would be withheld. */
  readonly standing: (arm: number, telling: Telling) => Standing | null;
};

/** Who is drawn, one at a time. */
export type Units = {
  readonly count: number;
  /** How many customers a unit is. */
  readonly size: (unit: number) => number;
  /** The stratum of a unit, from 0; null where assignment has none. */
  readonly stratum: Int32Array | null;
  readonly strata: number;
};
