import type { Arms } from './arm.ts';
import type { Gauged } from './gauged.ts';
import { isNoise } from './mean.ts';
import { pivotal } from './pivotal.ts';
import { type Asking, type Question, questionOf, questionProblem } from './question.ts';
import { relativeLift } from './relative.ts';
import { computed, type Finding, notComputed, type Outcome } from './result.ts';
import { summarise } from './summary.ts';

/** One arm's values and the cluster (household, store) each belongs to. Clusters of the two arms are different ones. */
export interface ClusteredArm {
  readonly values: ArrayLike<number>;
  readonly cluster: ArrayLike<string | number>;
}

export interface ClusterDifferenceInput extends Arms<ClusteredArm>, Asking {}

export interface ClusterDifference extends Finding {
  readonly clusters: { readonly control: number; readonly treatment: number };
  /** Each arm's mean, and the cluster-robust variance of that mean. */
  readonly means: Arms<Gauged>;
  readonly df: number;
  /** Fieller's interval on the same errors; null where control's mean is 0. */
  readonly relative: Finding | null;
}

/** Fewer clusters than this in an arm, and no cluster-robust error can be trusted. */
export const FEWEST_CLUSTERS = 10;

/**
 * The difference of means where whole clusters were assigned: the bias-reduced
 * standard error CR2 (Bell & McCaffrey 2002) with Satterthwaite's degrees of
 * freedom (Pustejovsky & Tipton 2018), working model independence.
 *
 * For a difference of two means both have a closed form: the adjustment of
 * cluster g with m of the arm's N values is 1/√(1 − m/N).
 * Not computed: under 10 clusters an arm, values without a cluster, no spread.
 */
export function clusterDifference(input: ClusterDifferenceInput): Outcome<ClusterDifference> {
  const question = questionOf(input, 0);
  const problem = questionProblem(question);
  if (problem !== null) return notComputed(problem);
  const control = clustered(input.control, 'control');
  if (control.kind === 'error') return control;
  const treatment = clustered(input.treatment, 'treatment');
  if (treatment.kind === 'error') return treatment;
  const standardError = Math.sqrt(control.variance + treatment.variance);
  if (isNoise(standardError, Math.max(Math.abs(control.mean), Math.abs(treatment.mean)))) {
    return notComputed('control, treatment: the clusters do not differ in either arm, so no variance can be estimated');
  }
  const df = (1 / control.n + 1 / treatment.n) ** 2 / (control.products + treatment.products);
  return computed({
    ...pivotal(
      { estimate: treatment.mean - control.mean, standardError, df, method: 'Cluster-robust (CR2), Satterthwaite df' },
      question,
    ),
    df,
    relative: lift(control, treatment, df, question),
    clusters: { control: control.clusters, treatment: treatment.clusters },
    means: {
      control: { mean: control.mean, variance: control.variance },
      treatment: { mean: treatment.mean, variance: treatment.variance },
    },
  });
}

function lift(control: Gauged, treatment: Gauged, df: number, question: Question): Finding | null {
  if (control.mean === 0) return null;
  const quotient = {
    control: control.mean,
    treatment: treatment.mean,
    varianceControl: control.variance,
    varianceTreatment: treatment.variance,
    covariance: 0,
    df,
  };
  const found = relativeLift(quotient, 'fieller', { ...question, null: 0 });
  if (found.kind === 'error') return null;
  const { kind: _, ...finding } = found;
  return finding;
}

interface ClusteredMean {
  readonly n: number;
  readonly clusters: number;
  readonly mean: number;
  readonly variance: number;
  /** Σ P²gh of the Satterthwaite approximation, over all pairs of this arm's clusters. */
  readonly products: number;
}

function clustered({ values, cluster }: ClusteredArm, path: string): Outcome<ClusteredMean> {
  if (values.length !== cluster.length) return notComputed(`${path}.cluster: must be as many as ${path}.values`);
  const summary = summarise(values);
  if (summary.kind === 'error') return notComputed(`${path}.${summary.reason}`);
  const sizes = new Map<string | number, { size: number; residual: number }>();
  for (let i = 0; i < values.length; i++) {
    const group = sizes.get(cluster[i]!) ?? { size: 0, residual: 0 };
    group.size += 1;
    group.residual += values[i]! - summary.mean;
    sizes.set(cluster[i]!, group);
  }
  if (sizes.size < FEWEST_CLUSTERS) {
    return notComputed(
      `${path}.cluster: ${sizes.size} clusters are too few; at least ${FEWEST_CLUSTERS} an arm are needed`,
    );
  }
  const n = summary.n;
  let variance = 0;
  let diagonal = 0;
  let sum = 0;
  let squares = 0;
  for (const { size, residual } of sizes.values()) {
    const kept = 1 - size / n;
    variance += residual ** 2 / kept / n ** 2;
    diagonal += (size / n ** 2) ** 2;
    const q = size ** 2 / kept / n ** 3;
    sum += q;
    squares += q * q;
  }
  return computed({ n, clusters: sizes.size, mean: summary.mean, variance, products: diagonal + sum * sum - squares });
}
