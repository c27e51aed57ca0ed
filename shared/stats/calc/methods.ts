import { adjustedMethods } from './adjusted.ts';
import { assignmentMethods, correctionMethods, groupMethods } from './assignment.ts';
import { bayesMethods } from './bayes.ts';
import type { CalcMethod } from './define.ts';
import { designMethods } from './designs.ts';
import { marginMethods } from './margins.ts';
import { meanMethods } from './means.ts';
import { powerMethods } from './powers.ts';
import { proportionMethods } from './proportions.ts';
import { resamplingMethods } from './resampling.ts';
import { sequentialMethods } from './sequential.ts';
import { stratifiedMethods } from './stratified.ts';
import { surveyMethods } from './survey.ts';

/** Every method of `pilotlight calc`, by its name on the command line. */
export const calcMethods: Readonly<Record<string, CalcMethod>> = {
  ...proportionMethods,
  ...meanMethods,
  ...adjustedMethods,
  ...stratifiedMethods,
  ...sequentialMethods,
  ...bayesMethods,
  ...marginMethods,
  ...assignmentMethods,
  ...resamplingMethods,
  ...designMethods,
  ...correctionMethods,
  ...groupMethods,
  ...powerMethods,
  ...surveyMethods,
};
