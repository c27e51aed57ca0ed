import { assignmentMethods } from './assignment.ts';
import type { CalcMethod } from './define.ts';
import { meanMethods } from './means.ts';
import { powerMethods } from './powers.ts';
import { proportionMethods } from './proportions.ts';

/** Every method of `pilotlight calc`, by its name on the command line. */
export const calcMethods: Readonly<Record<string, CalcMethod>> = {
  ...proportionMethods,
  ...meanMethods,
  ...assignmentMethods,
  ...powerMethods,
};
