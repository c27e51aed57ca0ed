import { clusterDifference } from '../stats/cluster-difference.ts';
import { type ArmFigures, figuresOf } from './arm-figures.ts';
import type { ArmSample } from './arm-sample.ts';
import { clustersOf, clusterTotals } from './cluster.ts';
import { type Asked, type Estimate, meanEnds, withoutInterval } from './estimate.ts';
import { ratioEstimate } from './ratio-estimate.ts';

/**
 * The comparison where whole clusters were assigned: the difference of customers' means with the cluster-robust error
 * CR2 and Satterthwaite's degrees of freedom, its lift by Fieller. A ratio of totals takes each cluster's totals as
 * one unit of the delta method. Arms keep their raw figures.
 */
export function clusterEstimate(
  ofControl: ArmFigures,
  ofTreatment: ArmFigures,
  cluster: Int32Array,
  raw: Estimate,
  asked: Asked,
): Estimate {
  const [control, treatment] = [ofControl.sample(), ofTreatment.sample()];
  if (control.per !== null) {
    const totals = (sample: ArmSample) => figuresOf(clusterTotals(sample, cluster), null);
    const found = ratioEstimate(totals(control), totals(treatment), asked);
    return { ...found, control: raw.control, treatment: raw.treatment, method: `${found.method}, by cluster` };
  }
  const arm = (sample: ArmSample) => ({ values: sample.values, cluster: clustersOf(sample, cluster) });
  const found = clusterDifference({ control: arm(control), treatment: arm(treatment), ...asked });
  if (found.kind === 'error') return { ...withoutInterval(raw), method: 'none', problem: found.reason };
  const { means, df, relative } = found;
  const none = { estimate: null, lower: null, upper: null };
  return {
    control: raw.control,
    treatment: raw.treatment,
    absolute: { estimate: found.estimate, lower: found.lower, upper: found.upper },
    relative: relative === null ? none : { estimate: relative.estimate, lower: relative.lower, upper: relative.upper },
    relativeUnbounded: relative?.unbounded === true,
    p: found.p,
    method: `${found.method}; relative: Fieller interval`,
    problem: null,
    basis: { ...means, df, relative: 'fieller' },
    at: (critical) => meanEnds(means.control, means.treatment, critical, asked),
  };
}
