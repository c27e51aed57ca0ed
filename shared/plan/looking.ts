import { alwaysValidCriticalValue } from '../stats/confidence-sequence.ts';
import { START, type Surviving, survive } from '../stats/crossing.ts';
import { normalUpper, normalUpperQuantile } from '../stats/distribution/normal.ts';
import { groupSequential } from '../stats/group-sequential.ts';
import type { Question } from '../stats/question.ts';
import { computed, type Outcome } from '../stats/result.ts';
import { root } from '../stats/root.ts';
import type { Metric, Plan } from './plan.ts';

const WEEK = 7 * 86_400_000;

/** The level at which the decisive metric is judged, and the side: a family corrected by Holm shares its alpha. */
export function questionOfPlan(plan: Plan, metric: Metric): Question {
  const { level, sides, correction } = plan.analysis;
  const primaries = plan.metrics.filter((other) => other.role === 'primary').length;
  const treatments = plan.arms.filter((arm) => arm.role === 'treatment').length;
  const m = metric.role === 'primary' && correction === 'holm' ? primaries * treatments : 1;
  const oneSided = metric.better === 'higher' ? 'greater' : 'less';
  return { level: 1 - (1 - level) / m, alternative: sides === 2 ? 'two-sided' : oneSided, null: 0 };
}

/** What looking as planned costs: the critical value at the end, and how many times more customers it takes. */
export type LookingPrice = {
  /** In standard errors, at the decision. */
  readonly critical: number;
  /** How often the fixed sample is needed beyond what the critical value itself asks for; 1 but for planned looks. */
  readonly inflation: number;
};

/** A single look at the end. */
export function fixedPrice(question: Question): LookingPrice {
  return { critical: normalUpperQuantile(tail(question)), inflation: 1 };
}

/** Any number of looks: the confidence sequence's critical value after `n` customers, tuned to `expectedN`. */
export function alwaysValidPrice(question: Question, n: number, expectedN: number): LookingPrice {
  return { critical: alwaysValidCriticalValue(n, expectedN, question), inflation: 1 };
}

/**
 * Looks on planned dates with O'Brien-Fleming-like spending. The inflation is the squared ratio of the drift that the
 * boundary finds with `power` to the drift that a single look finds (Jennison & Turnbull 2000, section 3).
 */
export function plannedPrice(
  question: Question,
  information: readonly number[],
  power: number,
): Outcome<LookingPrice & { readonly z: readonly number[] }> {
  const sides = question.alternative === 'two-sided' ? 2 : 1;
  const found = groupSequential({ information, alpha: 1 - question.level, sides });
  if (found.kind === 'error') return found;
  const fixed = fixedPrice(question);
  const unseen = unseenUnderDrift(information, found.z, sides);
  const drift = root((theta) => 1 - unseen(theta) - power, 0.01, 20);
  const single = fixed.critical + normalUpperQuantile(1 - power);
  return computed({ critical: fixed.critical, inflation: (drift / single) ** 2, z: found.z });
}

/** The looks' shares of what the last of them knows, customers coming evenly from the first closed window on. */
export function lookInformation(plan: Plan, start: number, windowDays: number): number[] {
  const first = start + (windowDays / 7) * WEEK;
  const dates = (plan.analysis.looks ?? []).map((date) => Date.parse(date)).sort((a, b) => a - b);
  const last = dates[dates.length - 1] ?? first;
  const shares = dates.map((at) => (at - first) / (last - first));
  const rising = shares.every((share, i) => share > (i === 0 ? 0 : (shares[i - 1] ?? 0)) && share <= 1);
  return rising ? shares : dates.map((_, i) => (i + 1) / dates.length);
}

/** The chance that no boundary is crossed when the process drifts: the survivors without drift, reweighted (Girsanov). */
function unseenUnderDrift(information: readonly number[], z: readonly number[], sides: 1 | 2) {
  let state: Surviving = START;
  for (const [i, share] of information.entries()) {
    const next = information[i + 1];
    state = survive(state, share, { z: z[i] ?? 0, sides }, next === undefined ? 0.1 : next - share, 12);
  }
  const end = information[information.length - 1] ?? 1;
  return (drift: number) =>
    state.nodes.reduce(
      (sum, at, i) => sum + (state.masses[i] ?? 0) * Math.exp(drift * at - (drift * drift * end) / 2),
      0,
    );
}

/** The alpha at which a single look would have this critical value. */
export function alphaAt(critical: number, question: Question): number {
  return (question.alternative === 'two-sided' ? 2 : 1) * normalUpper(critical);
}

function tail(question: Question): number {
  return question.alternative === 'two-sided' ? (1 - question.level) / 2 : 1 - question.level;
}
