import { describe, expect, it } from 'vitest';
import type { Metric } from '#shared/plan/plan.ts';
import { adjustedStage } from '#shared/rehearse/adjusted-stage.ts';
import { clusterStage, clustersOfHistory } from '#shared/rehearse/cluster-stage.ts';
import { packedRows } from '#shared/rehearse/moment-block.ts';
import type { Planting } from '#shared/rehearse/planting.ts';
import type { Stage, Standing } from '#shared/rehearse/stage.ts';
import { runCalc } from '#shared/stats/calc/run.ts';
import { drawsFrom } from '#shared/stats/chance.ts';

const N = 900;
const chance = drawsFrom(5);
const cluster = Int32Array.from({ length: N }, (_, i) => Math.floor(i / 3) - (i % 7 === 3 ? 1 : 0)).map((at) =>
  Math.max(0, at),
);
const before = Float64Array.from({ length: N }, () => chance.unit());
const other = before.map((one) => one + chance.unit());
const bought = before.map((one) => (chance.unit() < 0.2 + 0.4 * one ? 1 : 0));
const spent = bought.map((one, i) => (one === 0 ? 0 : 10 + 20 * (before[i] ?? 0) + chance.unit()));
const orders = bought.map((one) => (one === 0 ? 0 : 1 + chance.index(3)));
const stratum = Int32Array.from({ length: N }, (_, i) => (i < 3 ? 4 : i % 4));
const armOf = (unit: number) => unit % 2;
const NONE: Planting = { kind: 'scale', by: 1 };

/** Every unit taken in, by turns. */
function filled(stage: Stage, count: number): Stage {
  for (let unit = 0; unit < count; unit++) stage.takeIn(armOf(unit), unit, drawsFrom(1));
  return stage;
}

function calc(method: string, input: (arm: number) => object): { z: unknown; df: unknown; relative: unknown } {
  const found = runCalc(method, { control: input(0), treatment: input(1) });
  if (found.kind === 'error') throw new Error(found.reason);
  const { statistic, df, relative } = found.output as Record<string, unknown>;
  return { z: statistic, df, relative: (relative as { estimate: number }).estimate };
}

const near = ({ z, df, relative }: Standing) => ({
  z: expect.closeTo(z, 8),
  df: expect.closeTo(df, 5),
  relative: expect.closeTo(relative, 8),
});
const input = (kind: Metric['kind'], values: Float64Array, planting: Planting, per: Float64Array | null = null) => ({
  kind,
  values,
  per,
  control: 0,
  allocations: [1, 1],
  planting,
});
const twice = (values: Float64Array, arm: number) => values.map((value) => (arm === 1 ? value * 1.5 : value));

describe('a rehearsal’s comparison is the lift’s own', () => {
  it.each([
    ['a rate', 'conversion', bought, null],
    ['a total', 'sum', spent, null],
    ['a ratio', 'ratio', spent, orders],
  ] as const)('by cluster: %s', (_, kind, values, per) => {
    const clusters = clustersOfHistory(cluster, values, per);
    const stage = filled(clusterStage(input(kind, values, NONE, per), clusters), clusters.count);
    const rows = (arm: number) => Array.from(cluster.keys()).filter((i) => armOf(cluster[i] ?? 0) === arm);
    const ofUnits = (arm: number) =>
      Array.from({ length: clusters.count }, (__, at) => at).filter((at) => armOf(at) === arm);
    const expected =
      kind === 'ratio'
        ? calc('ratio-metric', (arm) => ({
            numerator: ofUnits(arm).map((at) => clusters.sum[at]),
            denominator: ofUnits(arm).map((at) => clusters.per[at]),
          }))
        : calc('cluster-difference', (arm) => ({
            values: rows(arm).map((i) => values[i]),
            cluster: rows(arm).map((i) => cluster[i]),
          }));
    const found = stage.standing(1, 'nothing');
    expect(expected).toEqual(near(found ?? expect.fail('withheld')));
  });

  it('by cluster, with a lift planted', () => {
    const clusters = clustersOfHistory(cluster, spent, null);
    const stage = filled(clusterStage(input('sum', spent, { kind: 'scale', by: 1.5 }), clusters), clusters.count);
    const rows = (arm: number) => Array.from(cluster.keys()).filter((i) => armOf(cluster[i] ?? 0) === arm);
    const expected = calc('cluster-difference', (arm) => ({
      values: rows(arm).map((i) => twice(spent, arm)[i]),
      cluster: rows(arm).map((i) => cluster[i]),
    }));
    expect(expected).toEqual(near(stage.standing(1, 'planted') ?? expect.fail('withheld')));
  });

  const places = (arm: number) => Array.from({ length: N }, (_, i) => i).filter((i) => armOf(i) === arm);
  const of = (column: ArrayLike<number>, arm: number) => places(arm).map((i) => column[i]);
  const units = (strata: Int32Array | null) => ({
    count: N,
    size: () => 1,
    stratum: strata,
    strata: strata === null ? 1 : 5,
  });

  it.each([
    ['a rate', 'conversion', bought],
    ['a total', 'sum', spent],
  ] as const)('adjusted by covariates: %s', (_, kind, values) => {
    const asked = {
      ...input(kind, values, NONE),
      packed: packedRows(values, [before, other]),
      covariates: 2,
      units: units(null),
    };
    const expected = calc('cuped', (arm) => ({ y: of(values, arm), x: [of(before, arm), of(other, arm)] }));
    expect(expected).toEqual(near(filled(adjustedStage(asked), N).standing(1, 'nothing') ?? expect.fail('withheld')));
  });

  it('adjusted and within strata, of which one is too small, with a lift planted', () => {
    const asked = {
      ...input('sum', spent, { kind: 'scale' as const, by: 1.5 }),
      packed: packedRows(spent, [before, other]),
      covariates: 2,
      units: units(stratum),
    };
    const expected = calc('post-stratified', (arm) => ({
      values: of(twice(spent, arm), arm),
      stratum: of(stratum, arm),
      x: [of(before, arm), of(other, arm)],
    }));
    expect(expected).toEqual(near(filled(adjustedStage(asked), N).standing(1, 'planted') ?? expect.fail('withheld')));
  });

  it('is withheld where the lift would be: under 10 clusters an arm', () => {
    const few = clustersOfHistory(
      Int32Array.from({ length: N }, (_, i) => i % 18),
      spent,
      null,
    );
    expect(filled(clusterStage(input('sum', spent, NONE), few), 18).standing(1, 'nothing')).toBeNull();
  });
});
