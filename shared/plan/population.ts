import type { Condition, Exclusion, Plan, Trigger } from './plan.ts';

/** Who is in, and who is kept out all the same, whatever form the population is written in. */
export type PopulationParts = {
  readonly trigger: Trigger | undefined;
  readonly where: Condition | undefined;
  readonly exclude: readonly Exclusion[];
};

export function populationParts({ population }: Pick<Plan, 'population'>): PopulationParts {
  const exclude = population.exclude ?? [];
  if ('everyone' in population) return { trigger: undefined, where: undefined, exclude };
  return { trigger: population.trigger, where: population.where, exclude };
}

/** A condition on one trait or activity, with the path to it as people write it. */
export type NamedCondition = {
  readonly path: string;
  readonly condition: Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { none: Condition[] }>;
};

/** Every condition on a trait or activity that the population speaks of: who is in, then who is kept out. */
export function conditionsNamed(plan: Pick<Plan, 'population'>): NamedCondition[] {
  const { where, exclude } = populationParts(plan);
  return [
    ...(where === undefined ? [] : leaves(where, 'population.where')),
    ...exclude.flatMap((one, i) => leaves(one.where, `population.exclude[${i}].where`)),
  ];
}

function leaves(condition: Condition, path: string): NamedCondition[] {
  if ('all' in condition) return condition.all.flatMap((inner, i) => leaves(inner, `${path}.all[${i}]`));
  if ('any' in condition) return condition.any.flatMap((inner, i) => leaves(inner, `${path}.any[${i}]`));
  if ('none' in condition) return condition.none.flatMap((inner, i) => leaves(inner, `${path}.none[${i}]`));
  return [{ path, condition }];
}
