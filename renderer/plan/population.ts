import type { Condition, Population, Trigger } from '#shared/plan/plan.ts';

export type Chosen = Exclude<Population, { everyone: true }>;

/** Conditions joined by one word, as the form shows them; a condition alone is a group of one. */
export type Group = { readonly join: 'all' | 'any' | 'none'; readonly parts: readonly Condition[] };

/** The two ways in: everyone in the data, or those a trigger or condition picks. */
export function isChosen(population: Population): population is Chosen {
  return !('everyone' in population);
}

export function groupOf(condition: Condition | undefined): Group {
  if (condition === undefined) return { join: 'all', parts: [] };
  if ('all' in condition) return { join: 'all', parts: condition.all };
  if ('any' in condition) return { join: 'any', parts: condition.any };
  if ('none' in condition) return { join: 'none', parts: condition.none };
  return { join: 'all', parts: [condition] };
}

export function conditionOf({ join, parts }: Group): Condition {
  switch (join) {
    case 'all':
      return { all: [...parts] };
    case 'any':
      return { any: [...parts] };
    case 'none':
      return { none: [...parts] };
  }
}

/** `where` without an empty group, which would let nobody or everybody in. */
export function withWhere(population: Chosen, group: Group): Chosen {
  const { where: _, ...rest } = population;
  return group.parts.length === 0 ? rest : { ...rest, where: conditionOf(group) };
}

export function withTrigger(population: Chosen, trigger: Trigger | null): Chosen {
  const { trigger: _, ...rest } = population;
  return trigger === null ? rest : { ...rest, trigger };
}

/** "true", "12" and "CA" as the value they stand for. A number with leading zeros is a code, not a number. */
export function comparableOf(text: string): string | number | boolean {
  if (text === 'true') return true;
  if (text === 'false') return false;
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? Number(text) : text;
}
