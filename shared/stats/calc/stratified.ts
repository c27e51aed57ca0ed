import { z } from 'zod';
import type { Arms } from '../arm.ts';
import { cupedArm } from '../cuped.ts';
import { independentCovariates, leftOver } from '../independent-covariates.ts';
import { postStratified } from '../post-stratified.ts';
import { computed, notComputed, type Outcome } from '../result.ts';
import { stratifiedDifference } from '../stratified-difference.ts';
import { bothArms } from './adjusted.ts';
import { type CalcMethod, define } from './define.ts';
import { hasList, input, meanArm, values } from './shape.ts';

const stratumOf = z.array(z.union([z.string(), z.number()]));
const stratifiedValues = z.object({ values, stratum: stratumOf, x: z.array(values).optional() });

/** Arms of values, each in its stratum; covariates are taken out first, those that follow from others left aside. */
const stratifiedOfValues = define(
  input({ control: stratifiedValues, treatment: stratifiedValues }),
  ({ control, treatment, ...asked }) => {
    for (const [path, arm] of Object.entries({ control, treatment })) {
      if (arm.stratum.length !== arm.values.length) return notComputed(`${path}.stratum: must be as many as values`);
    }
    const names = [...new Set([...control.stratum, ...treatment.stratum].map(String))].sort();
    const number = new Map(names.map((name, i) => [name, i]));
    const rest = withoutCovariates({ control, treatment });
    if (rest.kind === 'error') return rest;
    const arm = (of: 'control' | 'treatment') => ({
      values: rest[of],
      stratum: { control, treatment }[of].stratum.map((name) => number.get(String(name)) ?? -1),
    });
    return stratifiedDifference({ control: arm('control'), treatment: arm('treatment') }, asked);
  },
);

function withoutCovariates(given: Arms<z.output<typeof stratifiedValues>>): Outcome<Arms<Float64Array>> {
  const { control, treatment } = given;
  const lists = { control: control.x ?? [], treatment: treatment.x ?? [] };
  if (lists.control.length !== lists.treatment.length) {
    return notComputed('treatment.x: must hold as many covariates as control.x');
  }
  const plain = { control: Float64Array.from(control.values), treatment: Float64Array.from(treatment.values) };
  const arms = bothArms(given, (arm) => cupedArm(arm.values, arm.x ?? []));
  if (arms.kind === 'error') return arms;
  const kept = lists.control.length === 0 ? null : independentCovariates(arms);
  if (kept === null) return computed(plain);
  const [c, t] = [arms.control, arms.treatment];
  const centre = kept.chosen.map((k) => (c.n * (c.x[k]?.mean ?? 0) + t.n * (t.x[k]?.mean ?? 0)) / (c.n + t.n));
  const left = (of: 'control' | 'treatment') =>
    leftOver(
      plain[of],
      kept.chosen.map((k) => lists[of][k] ?? []),
      kept.theta,
      centre,
    );
  return computed({ control: left('control'), treatment: left('treatment') });
}

const stratifiedOfStrata = define(
  input({
    strata: z.array(z.object({ weight: z.number().optional(), control: meanArm, treatment: meanArm })),
    shares: z.enum(['fixed', 'random']).optional(),
  }),
  postStratified,
);

export const stratifiedMethods: Record<string, CalcMethod> = {
  'post-stratified': (given) => (hasList(given, 'values') ? stratifiedOfValues(given) : stratifiedOfStrata(given)),
};
