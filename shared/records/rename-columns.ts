import { normalisedHeader } from './layout.ts';
import type { Condition, Mapping } from './mapping.ts';

/** A remembered mapping for a file whose headers differ in case or marks only. */
export function renameColumns(mapping: Mapping, names: readonly string[]): Mapping {
  const exact = new Set(names);
  const byWords = new Map(names.map((name) => [normalisedHeader(name), name]));
  return withColumnNames(mapping, (name) => (exact.has(name) ? name : (byWords.get(normalisedHeader(name)) ?? name)));
}

/** The mapping with every column's name turned into another. */
export function withColumnNames(mapping: Mapping, renamed: (name: string) => string): Mapping {
  const { activities, continuation, rowKey } = mapping;
  return {
    ...mapping,
    columns: renamedKeys(mapping.columns, renamed),
    ...(rowKey === undefined ? {} : { rowKey: rowKey.map(renamed) }),
    ...(activities === undefined
      ? {}
      : {
          activities: activities.map(({ at, amount, when, ...rest }) => ({
            ...rest,
            ...(at === undefined ? {} : { at: renamed(at) }),
            ...(amount === undefined ? {} : { amount: renamed(amount) }),
            ...(when === undefined ? {} : { when: renamedCondition(when, renamed) }),
          })),
        }),
    ...(continuation === undefined
      ? {}
      : {
          continuation: {
            as: continuation.as,
            same: renamed(continuation.same),
            empty: continuation.empty.map(renamed),
            items: renamedKeys(continuation.items, renamed),
          },
        }),
  };
}

function renamedCondition(condition: Condition, renamed: (name: string) => string): Condition {
  return { ...condition, column: renamed(condition.column) };
}

function renamedKeys<T>(record: Readonly<Record<string, T>>, renamed: (name: string) => string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [renamed(name), value]));
}
