import { type Draws, drawsFrom } from '../stats/chance.ts';
import { normalUpper, normalUpperQuantile } from '../stats/distribution/normal.ts';
import { studentUpperQuantile } from '../stats/distribution/student-t.ts';
import { tailOf } from '../stats/question.ts';
import { adjustedStage } from './adjusted-stage.ts';
import { clusterStage, clustersOfHistory } from './cluster-stage.ts';
import type { RehearsalDesign, RehearsedLook } from './design.ts';
import { packedRows } from './moment-block.ts';
import { drawer, drawerAgain, inOrder, shuffled } from './order.ts';
import { plainStage } from './plain-stage.ts';
import { plantingOf } from './planting.ts';
import { byChance, byQuotas } from './splitter.ts';
import type { Stage, Telling, Units } from './stage.ts';

/** What one rehearsal showed. */
export type Rehearsed = {
  /** Nothing was planted, and the plan's method saw a difference all the same. */
  readonly falseAlarm: boolean;
  /** The same with an ordinary interval at every one of these looks. */
  readonly naiveAlarm: boolean;
  /** Weeks until the planted lift was first seen; null when it was not. */
  readonly seenAfter: number | null;
  /** The planted lift was seen at the end, and its estimate reached the threshold. */
  readonly scaled: boolean;
};

/**
 * Plays the pilot on history: customers, or whole clusters of them, are drawn, come in by chance's order and are split
 * by the plan's weights, within the plan's strata; once with nothing planted, once with the lift planted into the
 * treatments' outcomes of that same split. Arms are compared by the plan's own headline estimate.
 *
 * @returns plays one more rehearsal a call; the same seed gives the same ones
 */
export function rehearsals(design: RehearsalDesign, seed: number): () => Rehearsed {
  const draws = drawsFrom(seed);
  const { units, open } = theatreOf(design, draws);
  const needed = design.looks[design.looks.length - 1]?.n ?? 0;
  const draw = design.customers === 'once' ? drawer(units, needed, draws) : drawerAgain(units, needed, draws);
  return () => {
    const drawn = draw();
    const split =
      design.drawing === 'quotas' ? byQuotas(design.weights, drawn, units, draws) : byChance(design.weights, draws);
    const stage = open();
    let next = 0;
    let taken = 0;
    let falseAlarm = false;
    let naiveAlarm = false;
    let seenAfter: number | null = null;
    let scaled = false;
    for (const [k, look] of design.looks.entries()) {
      for (; taken < look.n && next < drawn.length; next++) {
        const unit = drawn[next] ?? 0;
        stage.takeIn(split(unit), unit, draws);
        taken += units.size(unit);
      }
      const found = judge(design, look, stage, 'nothing');
      falseAlarm ||= found.better || found.worse;
      naiveAlarm ||= found.naive;
      const seen = judge(design, look, stage, 'planted');
      if (seen.better) seenAfter ??= look.weeks;
      if (k === design.looks.length - 1) scaled = seen.reaches;
    }
    return { falseAlarm, naiveAlarm, seenAfter, scaled };
  };
}

type Theatre = { readonly units: Units; readonly open: () => Stage };

/** Who is drawn, and where they are compared: the headline estimate is by cluster, else a ratio, else adjusted, else raw. */
function theatreOf(design: RehearsalDesign, draws: Draws): Theatre {
  const { metric, sample, known, weights, control, plantedLift } = design;
  const order = shuffled(sample.values.length, draws);
  const values = inOrder(sample.values, order);
  const per = sample.per && inOrder(sample.per, order);
  const planting = plantingOf(metric, values, plantedLift);
  const allocations = weights.map((weight) => ratioOf(weight, weights[control] ?? 1));
  const input = { kind: metric.kind, values, per, control, allocations, planting };
  if (known.cluster !== null) {
    const { cluster } = known;
    const places = shuffled(
      cluster.reduce((most, one) => Math.max(most, one + 1), 0),
      draws,
    );
    const clusters = clustersOfHistory(
      order.map((from) => places[cluster[from] ?? 0] ?? 0),
      values,
      per,
    );
    const size = (unit: number) => clusters.size[unit] ?? 0;
    return {
      units: { count: clusters.count, size, stratum: null, strata: 1 },
      open: () => clusterStage(input, clusters),
    };
  }
  const stratum = known.stratum && order.map((from) => known.stratum?.[from] ?? 0);
  const covariates = known.covariates.map((column) => inOrder(column, order));
  const strata = stratum?.reduce((most, one) => Math.max(most, one + 1), 1) ?? 1;
  const units: Units = { count: values.length, size: () => 1, stratum, strata };
  if (metric.kind === 'ratio' || (covariates.length === 0 && stratum === null)) {
    return { units, open: () => plainStage(input) };
  }
  const packed = packedRows(values, covariates);
  return { units, open: () => adjustedStage({ ...input, packed, covariates: covariates.length, units }) };
}

/** What the plan's method, and an ordinary interval, say of the arms at a look: any treatment counts. */
function judge(design: RehearsalDesign, look: RehearsedLook, stage: Stage, telling: Telling) {
  const { metric, question, weights, control } = design;
  const tail = tailOf(question);
  const sign = metric.better === 'higher' ? 1 : -1;
  let [better, worse, naive, reaches] = [false, false, false, false];
  for (let arm = 0; arm < weights.length; arm++) {
    if (arm === control) continue;
    const found = stage.standing(arm, telling);
    if (found === null) continue;
    const z = sign * found.z;
    const ordinary = criticalAt(tail, found.df);
    const critical = criticalOf(look, ordinary, found.df);
    const twoSided = question.alternative === 'two-sided';
    if (z > critical) better = true;
    if (twoSided && z < -critical) worse = true;
    if (z > ordinary || (twoSided && z < -ordinary)) naive = true;
    if (z > critical && sign * found.relative >= design.threshold) reaches = true;
  }
  return { better, worse, naive, reaches };
}

function criticalOf({ by, critical }: RehearsedLook, ordinary: number, df: number): number {
  switch (by) {
    case 'fixed':
      return ordinary;
    case 'sequence':
      return critical;
    case 'bound':
      return criticalAt(normalUpper(critical), df);
  }
}

/** Beyond so many degrees of freedom t and normal agree to four digits. */
const NORMAL_FROM = 2000;

function criticalAt(tail: number, df: number): number {
  return df > NORMAL_FROM ? normalUpperQuantile(tail) : studentUpperQuantile(tail, df);
}

function ratioOf(a: number, b: number): number {
  return Math.max(a, b) / Math.min(a, b);
}
